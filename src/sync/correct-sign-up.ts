/** Putting right what was filled in, until the deadline. It needs the network: the phone keeps no form that was sent. */

import { CITIZEN } from '../../domain/api/citizen';
import { SignUpAnswerSchema, SignUpFormAnswerSchema } from '../../domain/sign-up/sign-up';
import { isUnreached } from './call';
import { forgetDraft, type Values } from './drafts';
import { type Refusal, toRefusal } from './refusal';
import { callAsAccount } from './session';
import { replaceSignUp } from './sign-ups';

const FORM = { ...CITIZEN.ownSignUp, answer: SignUpFormAnswerSchema } as const;
const CORRECT = { ...CITIZEN.correctSignUp, answer: SignUpAnswerSchema } as const;

/** A draft of a correction is kept apart from one for another sign-up for the same event. */
export const correctionDraft = (id: string): string => `correct-${id}`;

/** `gone`: there is no such sign-up for this account, or nothing of it is held any more. */
export type FilledIn =
  { readonly ok: true; readonly form: Values } | { readonly ok: false; readonly reason: 'offline' | 'failed' | 'gone' };

/** What was filled in, as the server holds it. */
export async function fetchFilledIn(id: string): Promise<FilledIn> {
  const answer = await callAsAccount(FORM, { params: { id } });
  if (answer.ok) return { ok: true, form: answer.value.form };
  if (isUnreached(answer)) return { ok: false, reason: 'offline' };
  const isGone = answer.reason === 'no-session' || (answer.reason === 'http' && answer.status < 500);
  return { ok: false, reason: isGone ? 'gone' : 'failed' };
}

export type Corrected =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'offline' | 'failed' }
  | { readonly ok: false; readonly reason: 'refused'; readonly refusal: Refusal };

/** Sends the form as it is now; sent twice, it is the same. The draft goes once the server has it. */
export async function correctSignUp(id: string, consent: string, form: Values): Promise<Corrected> {
  const answer = await callAsAccount(CORRECT, { params: { id }, body: { consent, form } });
  if (!answer.ok) {
    if (isUnreached(answer)) return { ok: false, reason: 'offline' };
    const isRefused = answer.reason === 'http' && answer.status < 500 && answer.status !== 429;
    return isRefused ? { ok: false, reason: 'refused', refusal: toRefusal(answer) } : { ok: false, reason: 'failed' };
  }
  replaceSignUp(answer.value.signUp);
  forgetDraft(correctionDraft(id));
  return { ok: true };
}
