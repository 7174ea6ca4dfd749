/**
 * Identity numbers are never kept here, whoever types them wherever. Found by shape: GB 11643 (18 characters) and its
 * forerunner of 15 digits — a province's code, then a date of birth — and any number that is introduced as one of an
 * identity document. The check character is not asked for: a number with a slip of the finger is still somebody's.
 */
import { halfWidth } from './width';

const PROVINCE = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])';
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const LONG = `${PROVINCE}\\d{4}(?:19|20)\\d{2}${MONTH}${DAY}\\d{3}[\\dX]`;
const SHORT = `${PROVINCE}\\d{4}\\d{2}${MONTH}${DAY}\\d{3}`;
const INTRODUCED = '(?:身份证|护照|通行证|居留证|证件)(?:号码?|编号)?[:为是]?([A-Z]{0,3}\\d[A-Z\\d]{5,17})';

/** What may stand between the digits of one number as people type it. */
const GAP = /[\s\-_.·•\u200b-\u200f\u2010-\u2015\u2043\u2212\ufe00-\ufe0f\ufe58\ufe63\u00ad\ufeff]/;

const WHOLE = new RegExp(`^${LONG}$`);
/** GB 11643: the weight of each of the first 17 digits, and the check character by the sum's rest of 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/**
 * Whether 18 characters in upper case are an identity number beyond doubt: region, date of birth and check character
 * fit (GB 11643). One in 31 of them passes for a credit code as well; it is an identity number all the same.
 */
export function isIdentityNumber(text: string): boolean {
  if (!WHOLE.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(text.charAt(place)), 0);
  return CHECKS.charAt(sum % CHECKS.length) === text.charAt(17);
}

interface Plain {
  /** Half width, capitals, without gaps. */
  readonly text: string;
  /** The position of each character of `text` in the original. */
  readonly at: readonly number[];
}

function plainOf(original: string): Plain {
  const narrow = halfWidth(original);
  let text = '';
  const at: number[] = [];
  for (let index = 0; index < narrow.length; index += 1) {
    const character = (narrow[index] ?? '').toUpperCase();
    if (character.length !== 1 || GAP.test(character)) continue;
    text += character;
    at.push(index);
  }
  return { text, at };
}

interface Span {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/.test(character);

function findSpan({ text }: Plain, typing: boolean): Span | null {
  const introduced = new RegExp(INTRODUCED).exec(text);
  if (introduced?.[1] !== undefined) {
    const to = introduced.index + introduced[0].length;
    // While it is being typed its end is not known yet.
    if (!typing || to < text.length) return { from: to - introduced[1].length, to };
  }
  for (const [source, growing] of [
    [LONG, false],
    [SHORT, true],
  ] as const) {
    for (const match of text.matchAll(new RegExp(source, 'g'))) {
      const to = match.index + match[0].length;
      const alone = !isDigit(text[match.index - 1]) && !/[\dX]/.test(text[to] ?? '');
      if (alone && !(growing && typing && to === text.length)) return { from: match.index, to };
    }
  }
  return null;
}

export interface Stripped {
  readonly text: string;
  /** Something was taken out. */
  readonly found: boolean;
}

/**
 * The text without identity numbers. `typing`: its end is still growing, so what would be a short number so far may yet
 * become a long one.
 */
export function stripIdentity(original: string, { typing = false }: { readonly typing?: boolean } = {}): Stripped {
  let text = original;
  let found = false;
  for (;;) {
    const plain = plainOf(text);
    const span = findSpan(plain, typing);
    if (span === null) return { text, found };
    const from = plain.at[span.from] ?? 0;
    const to = (plain.at[span.to - 1] ?? text.length - 1) + 1;
    text = text.slice(0, from) + text.slice(to);
    found = true;
  }
}
