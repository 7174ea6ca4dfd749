/** What people type, put into one form before it is checked, stored or compared. */
import { UNSEEN } from './letters';
import { halfWidth } from './width';

/** Digits, letters, plus and minus. Full-width brackets stay: names have them. */
const WORDS_AND_NUMBERS = /[０-９Ａ-Ｚａ-ｚ＋－]/g;

/** Half-width digits and letters, no invisible characters, one space where there was any white space, none at the ends. */
export function plainLine(text: string): string {
  return halfWidth(text.replace(/\s+/g, ' ').replace(UNSEEN, ''), WORDS_AND_NUMBERS).trim();
}

/** A person's name: the dot of 达瓦·次仁 is typed in many ways, and has no space around it. */
export function plainName(text: string): string {
  return plainLine(text).replace(/ ?[·•‧・･．∙⋅] ?/g, '·');
}

/** A mobile number's 11 digits, without what stands between or before them: `+86 138-0013-8000`. */
export function plainMobile(text: string): string {
  return plainLine(text)
    .replace(/[\s().-]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
}

/** A code of letters and digits: upper case, nothing between. */
export function plainCode(text: string): string {
  return plainLine(text).replace(/[\s-]/g, '').toUpperCase();
}
