/** The part of a pasted text that a field asks for, without its label and the words around it. */
import { stripIdentity } from './identity-number';
import { plainCode, plainLine } from './plain-text';
import type { FieldInput } from '../sign-up/sign-up-field';
import { halfWidth } from './width';

const LABEL =
  /^\s*(?:联系人?|参加人员?|发表人|小组|课题|单位|企业|公司)?(?:姓名|名称|名字|全称|电话|手机号?码?|职务|联系人|发表人|单位|课题)\s*[:：]\s*/;
const CODE = /(^|[^0-9A-Z])([0-9A-Z]{18})(?![0-9A-Z])/g;
const NUMBER = /(^|\D)(1[3-9](?:[ \-.·/]?\d){9})(?!\d)/g;

/** What the pattern's second group finds, if it is one thing only; however often it is said. */
function onlyOne(text: string, pattern: RegExp, plain: (found: string) => string): string | null {
  const found = new Set(Array.from(text.matchAll(pattern), (match) => plain(match[2] ?? '')));
  const [first] = found;
  return found.size === 1 && first !== undefined ? first : null;
}

/**
 * The text for a field of this kind out of what was put into it: a code of 18 characters, a mobile number, or what stands
 * behind a label. Where there is nothing of the kind, more than one, or an identity number, the text as it is, for the
 * form to say what is wrong.
 */
export function fieldText(input: FieldInput['input'], text: string): string {
  if (input === 'credit-code') {
    if (plainLine(text).length <= 18) return text;
    return onlyOne(halfWidth(text).toUpperCase(), CODE, plainCode) ?? onlyOne(plainCode(text), CODE, plainCode) ?? text;
  }
  if (input === 'mobile') {
    if (plainLine(text).length <= 11 || stripIdentity(text).found) return text;
    return onlyOne(halfWidth(text), NUMBER, (found) => found.replace(/\D/g, '')) ?? text;
  }
  return input === 'name' || input === 'line' ? text.replace(LABEL, '') : text;
}
