/** What the server refused, as a value; `network` where no answer came at all. */
import * as v from 'valibot';
import { FindingSchema } from '../../domain/problem/field-error';

export const RefusalSchema = v.object({
  code: v.string(),
  status: v.optional(v.number(), 0),
  errors: v.optional(v.array(FindingSchema), []),
  /** Seconds until another try is worth it. */
  retryAfter: v.optional(v.number()),
  /** Of a file: what to do about it. */
  hint: v.optional(v.string()),
});
export type Refusal = v.InferOutput<typeof RefusalSchema>;

export const NO_NETWORK: Refusal = { code: 'network', status: 0, errors: [] };
export const BAD_ANSWER: Refusal = { code: 'bad-answer', status: 0, errors: [] };

/** A query has no other way to say no than to throw. */
export class RefusalError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export function refusalOf(error: unknown): Refusal {
  return error instanceof RefusalError ? error.refusal : BAD_ANSWER;
}
