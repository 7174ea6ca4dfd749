/** Who is signed in, and the two dialogs that may stand between an act and its answer. */
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Me } from '../net/answers';
import { type Answer, call, type Endpoint, type Sent } from '../net/call';
import { ProofDialog } from './proof-dialog';
import { SignInAgainDialog } from './sign-in-again-dialog';

interface Session {
  /** `undefined`: not asked yet. */
  readonly me: Me | null | undefined;
  readonly setMe: (me: Me | null) => void;
  /** Asks the server; signs in again or proves who acts where the server wants it, and asks once more. */
  readonly ask: <T>(endpoint: Endpoint<T>, sent?: Sent) => Promise<Answer<T>>;
}

const SessionContext = createContext<Session | null>(null);

type Dialog = 'proof' | 'expired';
/** Not a session that ended, but a wrong password. */
const OWN_401 = new Set(['sign-in-failed', 'code-required']);

function dialogFor(answer: Answer<unknown>, isSignedIn: boolean): Dialog | null {
  if (answer.ok) return null;
  const { code, status } = answer.refusal;
  if (code === 'proof-required') return 'proof';
  return isSignedIn && status === 401 && !OWN_401.has(code) ? 'expired' : null;
}

export function SessionProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [me, setOwner] = useState<Me | null | undefined>(undefined);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const queries = useQueryClient();
  const meNow = useRef(me);
  const waiting = useRef<((done: boolean) => void)[]>([]);
  const opened = useRef<Dialog | null>(null);

  const setMe = useCallback(
    (next: Me | null): void => {
      // What one member has read is not for the next one at the same desk.
      if (next?.member.id !== meNow.current?.member.id) queries.clear();
      meNow.current = next;
      setOwner(next);
    },
    [queries],
  );

  const open = useCallback((which: Dialog): Promise<boolean> => {
    opened.current = opened.current === 'expired' ? 'expired' : which;
    setDialog(opened.current);
    return new Promise((resolve) => waiting.current.push(resolve));
  }, []);

  const settle = useCallback((done: boolean): void => {
    opened.current = null;
    setDialog(null);
    for (const resolve of waiting.current.splice(0)) resolve(done);
  }, []);

  const ask = useCallback(
    async <T,>(endpoint: Endpoint<T>, sent?: Sent): Promise<Answer<T>> => {
      let answer = await call(endpoint, sent);
      // A session that ended may be followed by a missing proof.
      for (let turn = 0; turn < 2; turn++) {
        const which = dialogFor(answer, meNow.current !== null && meNow.current !== undefined);
        if (which === null || !(await open(which))) return answer;
        answer = await call(endpoint, sent);
      }
      return answer;
    },
    [open],
  );

  const session = useMemo(() => ({ me, setMe, ask }), [me, setMe, ask]);
  return (
    <SessionContext.Provider value={session}>
      {children}
      {dialog === 'proof' ? <ProofDialog onDone={settle} /> : null}
      {dialog === 'expired' ? (
        <SignInAgainDialog
          onDone={(next) => {
            if (next !== null) setMe(next);
            settle(next !== null);
          }}
        />
      ) : null}
    </SessionContext.Provider>
  );
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('no SessionProvider above');
  return session;
}
