/** What the text of one cell says, for columns that hold neither a date nor a name to be looked up. */
import { AUDIENCES, type Audience } from '../campaign/campaign';
import { SIGN_UP_FORMS, type SignUpTerms } from '../event/event';
import { plainLine } from '../text/plain-text';
import { halfWidth } from '../text/width';
import { FORM_NAMES, NO_SIGN_UP } from './columns';

export type Value<T, Code extends string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: Code };

/** `60`, `60.0`, `1,000`, `６０人`. Refuses what is no whole number. */
export function readCount(text: string): Value<number, 'integer'> {
  const plain = halfWidth(plainLine(text)).replace(/ ?(?:人|名|个|席|组|家)$/, '');
  const digits = plain.replace(/^(\d{1,3})((?:,\d{3})+)(?=\.|$)/, (whole) => whole.replace(/,/g, ''));
  return /^-?\d{1,9}(?:\.0+)?$/.test(digits) ? { ok: true, value: Number(digits) } : { ok: false, code: 'integer' };
}

/** `29.652,91.132`, latitude first, as Tencent's map gives it; what is exchanged the gate says. */
export function readCoordinates(
  text: string,
): Value<{ readonly latitude: number; readonly longitude: number }, 'coordinates'> {
  const plain = halfWidth(plainLine(text)).replace(/北纬|东经|纬度|经度|[°NE:()]/g, ' ');
  const numbers = plain.split(/[\s,、;/]+/).filter((part) => part !== '');
  const [latitude, longitude, ...rest] = numbers.map((part) =>
    /^-?\d{1,3}(?:\.\d+)?$/.test(part) ? Number(part) : NaN,
  );
  if (latitude === undefined || longitude === undefined || rest.length > 0 || Number.isNaN(latitude + longitude)) {
    return { ok: false, code: 'coordinates' };
  }
  return { ok: true, value: { latitude, longitude } };
}

/** `公众、企业`, in whatever order and with whatever between; answers in the order of the form. */
export function readAudiences(text: string): Value<Audience[], 'not-allowed'> {
  const parts = new Set(
    plainLine(text)
      .split(/[\s、,，;；/和及]+/)
      .filter((part) => part !== ''),
  );
  const value = AUDIENCES.filter((audience) => parts.delete(audience));
  return parts.size === 0 && value.length > 0 ? { ok: true, value } : { ok: false, code: 'not-allowed' };
}

const NONE = [NO_SIGN_UP, '不用报名', '无需报名', '不需要报名', '不需报名', '免报名', '不需要', '无', '否'];

/** `null`: no sign-up. */
export function readForm(text: string): Value<SignUpTerms['form'] | null, 'not-allowed'> {
  const plain = plainLine(text).replace(/ /g, '');
  if (NONE.includes(plain)) return { ok: true, value: null };
  const name = plain.replace(/(?:报名|发表|表)+$/, '').toUpperCase();
  const form = SIGN_UP_FORMS.find((each) => FORM_NAMES[each].toUpperCase() === name || each.toUpperCase() === name);
  return form === undefined ? { ok: false, code: 'not-allowed' } : { ok: true, value: form };
}

/** A code or a number that a spreadsheet took for a number: `540102.0` is 540102. */
export const withoutFraction = (text: string): string => text.replace(/^(\d+)\.0+$/, '$1');

/** Lines keep their breaks; within each, blanks are as in one line. */
export const plainLines = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => plainLine(line))
    .join('\n')
    .trim();
