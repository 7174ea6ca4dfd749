/** An organisation's summary (活动总结) on a member's phone: asked for when it is looked at; only what is being typed is kept. */
import * as v from 'valibot';
import { FIGURES } from '../../domain/api/figures';
import { STAFF } from '../../domain/api/staff';
import { SummaryAnswerSchema, type SummaryAnswer } from '../../domain/summary/summary-answer';
import type { SummaryCase } from '../../domain/summary/summary-body';
import { phoneNow } from '../platform/clock';
import { type Called, NOTHING } from './call';
import { callAsMember } from './member';
import { persistedFamily } from './persisted-family';

const READ = { ...FIGURES.summary, answer: SummaryAnswerSchema } as const;
const SAVE = { ...FIGURES.saveSummary, answer: SummaryAnswerSchema } as const;
const SUBMIT = { ...FIGURES.submitSummary, answer: SummaryAnswerSchema } as const;
const PROVE = { ...STAFF.prove, answer: NOTHING } as const;

/** An organisation's summary of a campaign. */
export interface WhichSummary {
  readonly org: string;
  readonly campaign: string;
}
const paramsOf = ({ org, campaign }: WhichSummary): Readonly<Record<string, string>> => ({ org, campaign });

export const fetchSummary = (which: WhichSummary): Promise<Called<SummaryAnswer>> =>
  callAsMember(READ, { params: paramsOf(which) });

/** Writes the cases anew, over the version that was seen; everything else stays as it is there. */
export const saveCases = (
  which: WhichSummary,
  { body, edits }: SummaryAnswer,
  cases: readonly SummaryCase[],
): Promise<Called<SummaryAnswer>> =>
  callAsMember(SAVE, { params: paramsOf(which), body: { ...body, cases }, ifMatch: edits });

/** With the member's password, or six digits of their authenticator. */
export async function submitSummary(
  which: WhichSummary,
  { edits }: SummaryAnswer,
  proof: string,
): Promise<Called<SummaryAnswer>> {
  const body = /^\d{6}$/.test(proof) ? { code: proof } : { password: proof };
  const proved = await callAsMember(PROVE, { body });
  return proved.ok ? callAsMember(SUBMIT, { params: paramsOf(which), ifMatch: edits }) : proved;
}

const CaseTextSchema = v.object({
  title: v.string(),
  body: v.string(),
  paragraph: v.string(),
  visibility: v.picklist(['superiors', 'public']),
});
export type CaseText = v.InferOutput<typeof CaseTextSchema>;
/** `over`: the case as it was, that the text was typed over; `null`: a new one. */
const TypedSchema = v.object({ at: v.number(), over: v.nullable(v.string()), text: CaseTextSchema });

const typed = persistedFamily({ prefix: 'case/', schema: TypedSchema, owner: 'account', missed: 'draft' });
const keyOf = ({ org, campaign }: WhichSummary, nth: string): string => `${org}/${campaign}/${nth}`;

/** Stored at the next pause in the typing. */
export function keepTyped(which: WhichSummary, nth: string, over: string | null, text: CaseText): void {
  typed.write(keyOf(which, nth), { at: phoneNow(), over, text });
}
export const typedCase = (which: WhichSummary, nth: string): { over: string | null; text: CaseText } | null =>
  typed.read(keyOf(which, nth));
export function forgetTypedCase(which: WhichSummary, nth: string): void {
  typed.drop(keyOf(which, nth));
}
