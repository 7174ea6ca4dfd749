/** Classes of characters for regular expressions. WeChat's JavaScript on Android does not know `\p{…}`: decision 0010. */
import { LETTER_RANGES } from './letter-ranges';

function classOf(ranges: string): string {
  let code = 0;
  const edges = ranges.split(' ').map((distance) => {
    code += parseInt(distance, 36);
    return String.fromCodePoint(code);
  });
  return edges.reduce((all, edge, index) => all + (index % 2 === 0 ? edge : `-${edge}`), '');
}

/**
 * The inside of a character class that matches a letter or a combining mark of any script, as `\p{L}\p{M}` does, and
 * some code points that Unicode 17 does not assign. Use it with the flag `u`: rare characters take two units.
 */
export const LETTERS: string = classOf(LETTER_RANGES);

/**
 * Matches what nobody can see in a line of text: controls, soft hyphens, zero-width spaces, marks of direction and of
 * annotation. Not private use, which is seen as something, nor the joiners (U+200C, U+200D) and vowel separators
 * (U+180E) that are part of a spelling, nor the tags of flags.
 */
export const UNSEEN =
  /[\0-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0001}]/gu;
