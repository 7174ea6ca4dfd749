/** Putting right what was filled in, until the deadline. It needs the network: the phone keeps no form that was sent. */
import * as v from 'valibot';
import { type FieldError } from '../../domain/problem/field-error';
import { ProblemSchema } from '../../domain/problem/problem';
import { SignUpAnswerSchema, SignUpFormAnswerSchema } from '../../domain/sign-up/sign-up';
import { getJson, patchJson } from '../platform/request';
import { forgetDraft, type Values } from './drafts';
import { hearServerClock } from './now';
import type { Refusal } from './outbox';
import { asAccount, type Call } from './session';
import { replaceSignUp } from './sign-ups';

const TIMEOUT_MS = 15_000;

const pathOf = (id: string): string => `/api/v1/sign-ups/${encodeURIComponent(id)}`;

/** A draft of a correction is kept apart from one for another sign-up for the same event. */
export const correctionDraft = (id: string): string => `correct-${id}`;

/** `gone`: there is no such sign-up for this account, or nothing of it is held any more. */
export type FilledIn =
  { readonly ok: true; readonly form: Values } | { readonly ok: false; readonly reason: 'offline' | 'failed' | 'gone' };

const isUnreached = (answer: Call): boolean =>
  !answer.ok && (answer.reason === 'offline' || answer.reason === 'timeout' || answer.reason === 'wechat');

/** What was filled in, as the server holds it. */
export async function fetchFilledIn(id: string): Promise<FilledIn> {
  const answer = await asAccount((token) => getJson(pathOf(id), { timeoutMs: TIMEOUT_MS, token }));
  if (isUnreached(answer)) return { ok: false, reason: 'offline' };
  if (!answer.ok) {
    const isGone = answer.reason === 'no-session' || (answer.reason === 'http' && answer.status < 500);
    return { ok: false, reason: isGone ? 'gone' : 'failed' };
  }
  const parsed = v.safeParse(SignUpFormAnswerSchema, answer.body);
  return parsed.success ? { ok: true, form: parsed.output.form } : { ok: false, reason: 'failed' };
}

export type Corrected =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'offline' | 'failed' }
  | { readonly ok: false; readonly reason: 'refused'; readonly refusal: Refusal };

function refusalOf(problem: unknown): Refusal {
  const parsed = v.safeParse(ProblemSchema, problem);
  if (!parsed.success) return { code: 'unknown', findings: [] };
  const findings = (parsed.output.errors ?? []).map(({ path, code }): FieldError => ({
    path: path.replace(/^form\./, ''),
    code,
  }));
  return { code: parsed.output.code, findings };
}

/** Sends the form as it is now; sent twice, it is the same. The draft goes once the server has it. */
export async function correctSignUp(id: string, consent: string, form: Values): Promise<Corrected> {
  const body = { consent, form };
  const answer = await asAccount((token) => patchJson(pathOf(id), { timeoutMs: TIMEOUT_MS, token, body }));
  if (isUnreached(answer)) return { ok: false, reason: 'offline' };
  if (!answer.ok) {
    return answer.reason === 'http' && answer.status < 500 && answer.status !== 429
      ? { ok: false, reason: 'refused', refusal: refusalOf(answer.problem) }
      : { ok: false, reason: 'failed' };
  }
  const parsed = v.safeParse(SignUpAnswerSchema, answer.body);
  if (!parsed.success) return { ok: false, reason: 'failed' };
  if (answer.serverDate !== null) hearServerClock(answer.serverDate);
  replaceSignUp(parsed.output.signUp);
  forgetDraft(correctionDraft(id));
  return { ok: true };
}
