/** What the server said no with, as it is kept and shown: a code, and what is wrong in the form. */
import * as v from 'valibot';
import { FindingSchema } from '../../domain/problem/field-error';
import type { CallFailure } from './call';

export const RefusalSchema = v.object({ code: v.string(), fieldErrors: v.array(FindingSchema) });
export type Refusal = v.InferOutput<typeof RefusalSchema>;

/** Paths of the server's answer begin with the body's `form`; a form knows its own fields only. */
export function toRefusal(failure: CallFailure): Refusal {
  if (failure.reason !== 'http') return { code: 'unknown', fieldErrors: [] };
  const fieldErrors = failure.fieldErrors.map((fieldError) => ({
    ...fieldError,
    path: fieldError.path.replace(/^form\./, ''),
  }));
  return { code: failure.code ?? 'unknown', fieldErrors };
}
