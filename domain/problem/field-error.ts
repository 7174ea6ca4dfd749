/** What is wrong with something sent or typed: where, and a code that the contract names. */
import * as v from 'valibot';

export const FindingSchema = v.object({
  /** `attendees.1.mobile`; empty for the whole. */
  path: v.string(),
  code: v.string(),
  /** With `unknown-character`: which one, as `U+E5E5`. */
  character: v.optional(v.string()),
});
export type FieldError = v.InferOutput<typeof FindingSchema>;

/** Our schemas name their refusals (`too-long`); for the rest valibot's kind of check says what is wrong. */
const OWN_CODE = /^[a-z][a-z-]*$/;
/** A refusal that says which character it is about. */
const OF_CHARACTER = /^([a-z-]+) (U\+[0-9A-F]{4,6})$/;
const CODES: Readonly<Record<string, string>> = {
  picklist: 'not-allowed',
  literal: 'not-allowed',
  min_value: 'too-small',
  max_value: 'too-large',
  min_length: 'too-short',
  max_length: 'too-long',
};

/** What a field of ours is called, or an index. A name that somebody made up may be anything, and is not said back. */
const PATH = /^[A-Za-z0-9]{1,40}(?:\.[A-Za-z0-9]{1,40})*$/;

/** The path of the field; below a key that is not ours, the path above that key. */
function pathOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? '';
  if (PATH.test(path)) return path;
  const keys = issue.path?.map(({ key }) => String(key)) ?? [];
  const odd = keys.findIndex((key) => !PATH.test(key));
  return keys.slice(0, odd === -1 ? keys.length : odd).join('.');
}

/** An issue of valibot's in the contract's words. */
export function findingOf(issue: v.BaseIssue<unknown>): FieldError {
  const path = pathOf(issue);
  if (issue.received === 'undefined' && issue.kind === 'schema') return { path, code: 'required' };
  if (issue.type === 'strict_object' && issue.expected === 'never') return { path, code: 'unknown-field' };
  const [, code, character] = OF_CHARACTER.exec(issue.message) ?? [];
  if (code !== undefined && character !== undefined) return { path, code, character };
  if (OWN_CODE.test(issue.message)) return { path, code: issue.message };
  return { path, code: CODES[issue.type] ?? (issue.kind === 'schema' ? 'wrong-type' : 'invalid') };
}
