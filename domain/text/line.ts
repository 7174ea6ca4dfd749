/** Texts that people write into a form's fields, as schemas: trimmed, of a length, without what no text needs. */
import * as v from 'valibot';

/** Control characters and halves of surrogate pairs: no text needs them, and a database does not keep them all. */
export const STRAY = /[\u0000-\u001f\u007f\ud800-\udfff]/u;
const STRAY_IN_LINES = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff]/u;

export const withoutStray = (pattern: RegExp): v.CheckAction<string, 'control-character'> =>
  v.check((text) => !pattern.test(text), 'control-character');

/** One line that must say something. */
export const line = (max: number): v.GenericSchema<string, string> =>
  v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(max, 'too-long'), withoutStray(STRAY));

/** Several lines, or none. */
export const lines = (max: number): v.GenericSchema<string, string> =>
  v.pipe(v.string(), v.trim(), v.maxLength(max, 'too-long'), withoutStray(STRAY_IN_LINES));
