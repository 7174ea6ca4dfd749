/** Who this phone is to the server. An account is made when it is first needed to write something, never to read. */
import { CITIZEN } from '../../domain/api/citizen';
import * as v from 'valibot';
import { SessionAnswerSchema, TokenSchema } from '../../domain/account';
import { withLock } from '../platform/lock';
import { loginCredential, loginFindsAccount } from '../platform/login';
import { call, type Called, type CallFailure, type Endpoint, type Question } from './call';
import { share } from './coalesce';
import { persisted } from './persisted';

const TIMEOUT_MS = 15_000;

const OPEN = { ...CITIZEN.openSession, answer: SessionAnswerSchema } as const;

const SessionSchema = v.object({ token: TokenSchema, accountId: v.string() });
type Session = v.InferOutput<typeof SessionSchema>;

const { store, update, refresh, clear, isUnkept } = persisted<{ readonly session: Session | null }, Session>({
  key: 'session',
  version: 1,
  schema: SessionSchema,
  empty: { session: null },
  toState: (session) => ({ session }),
  toStored: ({ session }) => session,
  owner: 'account',
  missed: 'account',
});

export function hasAccount(): boolean {
  return store.getState().session !== null;
}

/** For requests as the member whom this phone is bound to. */
export function sessionToken(): string | null {
  refresh();
  return store.getState().session?.token ?? null;
}

export function forgetSession(): void {
  clear();
}

type Opened = { readonly ok: true; readonly session: Session } | CallFailure;

async function askForSession(): Promise<Opened> {
  const credential = await loginCredential();
  if (credential === null) return { ok: false, reason: 'wechat' };
  const answer = await call(OPEN, { body: credential, timeoutMs: TIMEOUT_MS });
  if (!answer.ok) {
    const isOfWechat = answer.reason === 'http' && answer.code?.startsWith('wechat-') === true;
    return isOfWechat ? { ok: false, reason: 'wechat' } : answer;
  }
  const { token, account } = answer.value;
  const session = { token, accountId: account.id };
  // Without Web Locks another tab may have been faster: its account may hold a seat already, this one holds nothing.
  let kept = session;
  update((state) => {
    kept = state.session ?? session;
    return { session: kept };
  });
  return { ok: true, session: kept };
}

/** The session that another tab has opened meanwhile, else a new one. */
function openHere(): Promise<Opened> {
  return withLock('session', () => {
    refresh();
    const { session } = store.getState();
    return session === null ? askForSession() : Promise.resolve({ ok: true, session });
  });
}

/** Two that need a session at once share one, in two tabs too: two would be two accounts. */
const openSession = share<'session', Opened>(openHere);

interface AccountQuestion extends Question {
  /** Makes an account if there is none. */
  readonly create?: boolean;
}

/**
 * Asks as this phone's account. A session that the server no longer knows is replaced once, where that leads somewhere:
 * to the same account, or to a new one that was to be made anyway.
 */
export async function callAsAccount<Value>(
  endpoint: Endpoint<Value>,
  { create = false, ...question }: AccountQuestion = {},
): Promise<Called<Value>> {
  const ask = (token: string): Promise<Called<Value>> => call(endpoint, { timeoutMs: TIMEOUT_MS, ...question }, token);
  refresh();
  let { session } = store.getState();
  if (session === null) {
    if (!create) return { ok: false, reason: 'no-session' };
    const opened = await openSession('session');
    if (!opened.ok) return opened;
    session = opened.session;
  }
  const answer = await ask(session.token);
  if (answer.ok || answer.reason !== 'http' || answer.status !== 401) return answer;
  refresh();
  if (store.getState().session?.token === session.token) forgetSession();
  if (!create && !loginFindsAccount()) return { ok: false, reason: 'no-session' };
  const renewed = await openSession('session');
  return renewed.ok ? ask(renewed.session.token) : renewed;
}

/** `fleeting`: there is no room for its token, and no login leads back to it: its seats are lost when the app closes. */
export type Account = { readonly ok: true; readonly fleeting: boolean } | CallFailure;

/** Makes an account if there is none, before anything is written with it. */
export async function openAccount(): Promise<Account> {
  refresh();
  if (store.getState().session === null) {
    const opened = await openSession('session');
    if (!opened.ok) return opened;
  }
  return { ok: true, fleeting: isUnkept() && !loginFindsAccount() };
}
