/** A person's own data: handed out, or erased everywhere. */
import { CITIZEN } from '../../domain/api/citizen';
import { type Me, MeSchema } from '../../domain/account';
import { type CallFailure, NOTHING } from './call';
import { leaveAccount } from './owners';
import { callAsAccount } from './session';

const TIMEOUT_MS = 20_000;
const EXPORT = { ...CITIZEN.me, answer: MeSchema } as const;
const ERASE = { ...CITIZEN.eraseMe, answer: NOTHING } as const;

/** `nothing`: no account was ever made here, so nothing is held. */
type Unanswered = 'nothing' | 'offline' | 'server';

const whyNot = ({ reason }: CallFailure): Unanswered => {
  if (reason === 'no-session') return 'nothing';
  return reason === 'offline' || reason === 'timeout' ? 'offline' : 'server';
};

export type Exported =
  { readonly ok: true; readonly me: Me; readonly text: string } | { readonly ok: false; readonly why: Unanswered };

/** Everything that the server holds on this account, as text that a person can keep. */
export async function exportMe(): Promise<Exported> {
  const answer = await callAsAccount(EXPORT, { timeoutMs: TIMEOUT_MS });
  if (!answer.ok) return { ok: false, why: whyNot(answer) };
  // Handed out as it came: what the server holds is theirs, whether this version knows the field or not.
  return { ok: true, me: answer.value, text: JSON.stringify(answer.body, null, 2) };
}

/** Erases the account at the server, then everything of it on this phone. Refused by the server, nothing changes here. */
export async function eraseMe(): Promise<'done' | Unanswered> {
  const answer = await callAsAccount(ERASE, { timeoutMs: TIMEOUT_MS });
  if (!answer.ok && answer.reason !== 'no-session') return whyNot(answer);
  leaveAccount();
  return 'done';
}
