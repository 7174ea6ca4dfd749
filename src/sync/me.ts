/** A person's own data: handed out, or erased everywhere. */
import * as v from 'valibot';
import { CITIZEN } from '../../domain/api/citizen';
import { type Me, MeSchema } from '../../domain/account';
import { callServer } from '../platform/request';
import { forgetTyped } from './drafts';
import { stopSending } from './outbox';
import { clearAccount } from './persisted';
import { asAccount, type Call } from './session';

const TIMEOUT_MS = 20_000;

/** `nothing`: no account was ever made here, so nothing is held. */
type Unanswered = 'nothing' | 'offline' | 'server';

const whyNot = (answer: Exclude<Call, { ok: true }>): Unanswered => {
  if (answer.reason === 'no-session') return 'nothing';
  return answer.reason === 'offline' || answer.reason === 'timeout' ? 'offline' : 'server';
};

export type Exported =
  { readonly ok: true; readonly me: Me; readonly text: string } | { readonly ok: false; readonly why: Unanswered };

/** Everything that the server holds on this account, as text that a person can keep. */
export async function exportMe(): Promise<Exported> {
  const answer = await asAccount((token) => callServer(CITIZEN.me, { timeoutMs: TIMEOUT_MS, token }));
  if (!answer.ok) return { ok: false, why: whyNot(answer) };
  // Checked, but handed out whole: what the server holds is theirs, whether this version knows the field or not.
  if (!v.is(MeSchema, answer.body)) return { ok: false, why: 'server' };
  return { ok: true, me: answer.body, text: JSON.stringify(answer.body, null, 2) };
}

/** Erases the account at the server, then everything of it on this phone. Refused by the server, nothing changes here. */
export async function eraseMe(): Promise<'done' | Unanswered> {
  const answer = await asAccount((token) => callServer(CITIZEN.eraseMe, { timeoutMs: TIMEOUT_MS, token }));
  if (!answer.ok && answer.reason !== 'no-session') return whyNot(answer);
  stopSending();
  clearAccount();
  forgetTyped();
  return 'done';
}
