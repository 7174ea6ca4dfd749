/** Who this phone is to the server. An account is made when it is first needed to write something, never to read. */
import * as v from 'valibot';
import { CITIZEN } from '../../domain/api/citizen';
import { SessionAnswerSchema, TokenSchema } from '../../domain/account';
import { ProblemSchema } from '../../domain/problem/problem';
import { withLock } from '../platform/lock';
import { loginCredential, loginFindsAccount } from '../platform/login';
import { type Answer, callServer } from '../platform/request';
import { persisted } from './persisted';

const TIMEOUT_MS = 15_000;

const SessionSchema = v.object({ token: TokenSchema, accountId: v.string() });
type Session = v.InferOutput<typeof SessionSchema>;

/** `no-session`: there is no account yet, and none was to be made. `wechat`: WeChat does not tell who this is. */
export type Call = Answer | { readonly ok: false; readonly reason: 'no-session' | 'wechat' };

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

export function forgetSession(): void {
  clear();
}

/** The refusal's code; `null` where the server gave no refusal of ours. */
export function problemCode(answer: Call): string | null {
  if (answer.ok || answer.reason !== 'http') return null;
  const problem = v.safeParse(ProblemSchema, answer.problem);
  return problem.success ? problem.output.code : null;
}

type Opened = { readonly ok: true; readonly session: Session } | Exclude<Call, { ok: true }>;

async function askForSession(): Promise<Opened> {
  const credential = await loginCredential();
  if (credential === null) return { ok: false, reason: 'wechat' };
  const answer = await callServer(CITIZEN.openSession, { timeoutMs: TIMEOUT_MS, body: credential });
  if (!answer.ok) return problemCode(answer)?.startsWith('wechat-') === true ? { ok: false, reason: 'wechat' } : answer;
  const parsed = v.safeParse(SessionAnswerSchema, answer.body);
  if (!parsed.success) return { ok: false, reason: 'garbage' };
  const session = { token: parsed.output.token, accountId: parsed.output.account.id };
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

let opening: Promise<Opened> | null = null;

/** Two that need a session at once share one, in two tabs too: two would be two accounts. */
function openSession(): Promise<Opened> {
  opening ??= openHere().finally(() => {
    opening = null;
  });
  return opening;
}

/**
 * Asks as this phone's account. `create`: make one if there is none. A session that the server no longer knows is
 * replaced once, where that leads somewhere: to the same account, or to a new one that was to be made anyway.
 */
export async function asAccount(
  ask: (token: string) => Promise<Answer>,
  { create = false }: { readonly create?: boolean } = {},
): Promise<Call> {
  refresh();
  let { session } = store.getState();
  if (session === null) {
    if (!create) return { ok: false, reason: 'no-session' };
    const opened = await openSession();
    if (!opened.ok) return opened;
    session = opened.session;
  }
  const answer = await ask(session.token);
  if (answer.ok || answer.reason !== 'http' || answer.status !== 401) return answer;
  refresh();
  if (store.getState().session?.token === session.token) forgetSession();
  if (!create && !loginFindsAccount) return { ok: false, reason: 'no-session' };
  const renewed = await openSession();
  return renewed.ok ? ask(renewed.session.token) : renewed;
}

/** `fleeting`: there is no room for its token, and no login leads back to it: its seats are lost when the app closes. */
export type Account = { readonly ok: true; readonly fleeting: boolean } | Exclude<Call, { ok: true }>;

/** Makes an account if there is none, before anything is written with it. */
export async function openAccount(): Promise<Account> {
  refresh();
  if (store.getState().session === null) {
    const opened = await openSession();
    if (!opened.ok) return opened;
  }
  return { ok: true, fleeting: isUnkept() && !loginFindsAccount };
}
