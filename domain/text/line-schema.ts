/** Text as a schema: what no text needs is refused before it reaches a database. */
import * as v from 'valibot';

/** Control characters and halves of surrogate pairs: no text needs them, and a database does not keep them all. */
export const STRAY = /[\u0000-\u001f\u007f\ud800-\udfff]/u;

export const withoutStray = (pattern: RegExp): v.CheckAction<string, 'control-character'> =>
  v.check((text) => !pattern.test(text), 'control-character');

/** One line of at most `max` UTF-16 units, without blanks at the ends; refuses an empty one. */
export const line = (max: number): v.GenericSchema<string, string> =>
  v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(max, 'too-long'), withoutStray(STRAY));
