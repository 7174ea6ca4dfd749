/**
 * What people type, put into one form before it is checked, stored or compared. Only what nobody can see is left out; a
 * character that cannot be shown stays, and is refused by the field (`findUnknownCharacter`).
 */
import { UNSEEN } from './letters';
import { toStandardCharacters } from './standard-character';
import { halfWidth } from './width';

/** Digits, letters, plus and minus. Full-width brackets stay: names have them. */
const WORDS_AND_NUMBERS = /[０-９Ａ-Ｚａ-ｚ＋－]/g;
/** White space but U+202F, which is part of Mongolian spelling. */
const SPACES = /[^\S\u202f]+/g;
/** Joiners shape the text around them; between Han characters, ASCII or at an end they shape nothing. */
const IDLE_JOINER = /(^|[\0-\x7f\u3000-\u9fff])[\u200c\u200d]+|[\u200c\u200d]+(?=$|[\0-\x7f\u3000-\u9fff])/g;

/** Half-width digits and letters, no invisible characters, one space where there was any white space, none at the ends. */
export function plainLine(text: string): string {
  const seen = text.replace(SPACES, ' ').replace(UNSEEN, '').replace(IDLE_JOINER, '$1');
  return halfWidth(toStandardCharacters(seen), WORDS_AND_NUMBERS).trim();
}

/** A person's name: the dot of 达瓦·次仁 is typed in many ways, and has no space around it. */
export function plainName(text: string): string {
  return plainLine(text).replace(/ ?[·•‧・･．∙⋅] ?/g, '·');
}

/** What stands between the parts of a number or a code: spaces, dots, slashes, brackets, every dash, and shapes of these. */
const BETWEEN = /[\s()[\]（）【】.·•,，/／\\|_\-‐-―−－⁃﹘﹣~～\u200b-\u200f\ufe00-\ufe0f\u202f]/g;
const LABEL_END = '[是为]?[:：=]?';
const MOBILE_LABEL = new RegExp(
  `^(?:(?:本人|我的|联系|移动|联络)?(?:手机号码?|手机|电话号码?|电话|联系方式|号码|手机/电话)|mobile|phone|tel|cell)${LABEL_END}`,
  'i',
);
const CODE_LABEL = new RegExp(
  `^(?:统一)?(?:社会)?(?:信用)?代码${LABEL_END}|^(?:纳税人识别号|税号|营业执照号?码?|注册号|uscc)${LABEL_END}`,
  'i',
);
const TIBETAN_DIGITS = /[\u0f20-\u0f29]/g;
const TIBETAN_ZERO = 0x0f20;

/** A mobile number's 11 digits, without what stands between or before them: `手机：+86 138-0013-8000`. */
export function plainMobile(text: string): string {
  return plainLine(text)
    .replace(TIBETAN_DIGITS, (digit) => String(digit.charCodeAt(0) - TIBETAN_ZERO))
    .replace(BETWEEN, '')
    .replace(MOBILE_LABEL, '')
    .replace(/^(?:\+|00)?86(?=0?1\d{10}$)/, '')
    .replace(/^0(?=1\d{10}$)/, '');
}

/** A code of letters and digits: upper case, nothing between, and no label before: `统一社会信用代码：…`. */
export function plainCode(text: string): string {
  return plainLine(text).replace(BETWEEN, '').replace(CODE_LABEL, '').toUpperCase();
}
