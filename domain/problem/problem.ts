/** A refusal on the wire: RFC 9457 with our stable `code`. */
import * as v from 'valibot';
import { FindingSchema } from './field-error';

export const ProblemSchema = v.object({
  code: v.string(),
  /** With `invalid-input`: what is wrong, and where. */
  errors: v.optional(v.array(FindingSchema)),
});
export type Problem = v.InferOutput<typeof ProblemSchema>;
