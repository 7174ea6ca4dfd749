/** Characters that look like ordinary ones but are not: radicals copied from a PDF, and old private codes of GB 18030. */
import { STANDARD_ROWS } from './standard-character-data';

const REPLACED = /[\u2e80-\u2ef3\u2f00-\u2fd5\ue815-\ue864]/g;

/**
 * The characters that people mean, one for one: ⽥ (U+2F65) is 田, U+E863 is 䶮. Source: Unicode's
 * EquivalentUnifiedIdeograph, GB 18030-2022. `normalize` does nothing on phones without ICU: decision 0010.
 */
export function toStandardCharacters(text: string): string {
  return text.replace(REPLACED, standardOf);
}

function standardOf(character: string): string {
  const code = character.charCodeAt(0);
  for (const [first, row] of STANDARD_ROWS) {
    const standard = code < first ? undefined : Array.from(row)[code - first];
    if (standard === undefined || standard === ' ') continue;
    // What GB 18030 now has may itself be a radical.
    return standard === character ? character : toStandardCharacters(standard);
  }
  return character;
}

/** Private use, halves of surrogate pairs, what stands for a lost character, and what is none. */
const UNKNOWN = /[\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\u{f0000}-\u{10ffff}]/u;

/** The first character that other devices cannot show, as `U+E5E5`; `null`: all can be. */
export function findUnknownCharacter(text: string): string | null {
  const found = UNKNOWN.exec(text)?.[0].codePointAt(0);
  return found === undefined ? null : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}
