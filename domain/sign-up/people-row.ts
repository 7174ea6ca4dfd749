/** One row of a pasted list of people: who is named in it, with which number, and what else it says. */
import * as v from 'valibot';
import { plainLine, plainMobile, plainName } from '../text/plain-text';
import { halfWidth } from '../text/width';
import { mobileField, nameField } from './sign-up-field';

const NAME = nameField();
const MOBILE = mobileField();
export const isName = (text: string): boolean => v.safeParse(NAME, text).success;
export const isMobile = (text: string): boolean => v.safeParse(MOBILE, text).success;

const JOINT = '[ \\-\u2010-\u2015\u2212/·.]?';
/** Eleven digits, or else any number long enough to be meant as one. The first group is what stands before it. */
const RIGHT_NUMBER = new RegExp(
  `(^|\\D)((?:\\(?(?:\\+|00)?86\\)?${JOINT})?1[3-9](?:${JOINT}\\d){9}|01[3-9]\\d{9})(?!\\d)`,
);
/** What a spreadsheet makes of a long number in a narrow column is meant as one, too: `1.38E+10`. */
const ANY_NUMBER = new RegExp(`(^|\\D)(\\d(?:${JOINT}\\d){6,}|\\d\\.\\d+E\\+?\\d+)`, 'i');

const LABEL =
  '(?:姓\\s?名|名字|参[加会训]人员?|参加者|学员|联系人|手\\s?机(?:号码?)?|(?:联系)?电话(?:号码)?|联系方式|职\\s?[务位称]|岗位|mobile|phone|tel)';
const LABELLED = new RegExp(`${LABEL}\\s*[:：]\\s*`, 'gi');
/** Without a colon: before a space or a number, and `姓名` before anything. What parts it from the words before stays. */
const BARE_LABEL = new RegExp(`(^|[\\s,，;；、|/（(])(?:${LABEL}(?=\\s|[+\\d０-９])|姓名(?=.))`, 'gi');
const HEADING = new RegExp(
  `^(?:${LABEL}|例如?|示例|格式|序\\s?号|部\\s?门|单\\s?位|单位名称|性\\s?别|备\\s?注|编号|号码)$`,
  'i',
);
const NUMBERING =
  /^\s*(?:第?\d{1,3}\s*(?:[.．、)）:：位](?!\d)|(?=\t)|(?=\s+[^\d\s]))|[一二三四五六七八九十]{1,3}\s*[、.．:：)）]|[(（][\d一二三四五六七八九十]{1,3}[)）]|[\u2460-\u2473]|[-*•●]|例如?\s*[:：\s])\s*/;
const SEPARATOR = /[\t,，;；、|｜:：]+/;
/** What joins cells or stands around them, and is part of neither a name nor a post at its ends. */
const EDGES = /^[\s\-\u2010-\u2015\u2212/／_@#*"'“”‘’]+|[\s\-\u2010-\u2015\u2212/／_@#*"'“”‘]+$/g;
const BRACKETS = /[()（）【】[\]]+/;
const LATIN = /^[A-Za-z.'’-]+$/;
/** How a post, a department or an enterprise ends; a name may end so, too, and is one where nothing else in the row is. */
const POST =
  /(?:[部科处室司]|车间|中心|经理|主任|[局所厂站组班队校院科处部]长|董事长|总监|主管|专员|[师员]|助理|书记|总裁|秘书|会计|代表|负责人|质量官|公司|集团|学校|医院|合作社|协会)$/;
/** When a chat's message was sent, at the end of the line that names who sent it. */
const SENT_AT =
  /\s*(?:(?:\d{2,4}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|[昨今前]天|(?:星期|周)[一二三四五六日天])?\s*(?:上午|中午|下午|晚上|凌晨)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*$/;

export interface Row {
  /** Empty where the row has none. */
  readonly name: string;
  /** As it was pasted, right or wrong; empty where the row has none. */
  readonly mobile: string;
  /** All that a row says beyond name and number. */
  readonly post: string;
}

export const isPost = (text: string): boolean => POST.test(text);

/** The number in a line, and what stands before and after it. */
export function splitAtNumber(line: string): {
  readonly before: string;
  readonly number: string;
  readonly after: string;
} {
  const narrow = halfWidth(line);
  const match = RIGHT_NUMBER.exec(narrow) ?? ANY_NUMBER.exec(narrow);
  if (match === null) return { before: line, number: '', after: '' };
  const [whole, lead = '', number = ''] = match;
  const from = match.index + lead.length;
  return { before: line.slice(0, from), number, after: line.slice(match.index + whole.length) };
}

/** The words between separators; where there are only spaces, between those. A name may have spaces of its own. */
function cellsOf(text: string): string[] {
  const parts = text.split(SEPARATOR).map((part) => plainLine(part).replace(EDGES, ''));
  return parts.filter((part) => part.replace(BRACKETS, '') !== '');
}

/** `张 三`, `Tenzin Dolma` are one name; `达瓦 质检员` and `达瓦（质检员）` are a name and a post. */
function splitName(cell: string): readonly [string, string] {
  const words = cell.split(' ');
  const [initial = '', second = ''] = words;
  if (words.every((word) => LATIN.test(word))) return [cell, ''];
  if (words.length === 2 && initial.length === 1 && second.length === 1) return [initial + second, ''];
  const at = Math.max(
    0,
    words.findIndex((word) => isName(word) && !isPost(word)),
  );
  const [name = '', ...others] = (words[at] ?? '').split(BRACKETS).filter((part) => part !== '');
  return [name, [...words.slice(0, at), ...others, ...words.slice(at + 1)].join(' ')];
}

/** A sender's name where the line says who wrote in a chat, and when: `张三 9月10日 10:23`. */
export function senderOf(line: string): string | null {
  const [stamp] = SENT_AT.exec(halfWidth(line)) ?? [];
  if (stamp === undefined) return null;
  const [sender = ''] = cellsOf(line.slice(0, line.length - stamp.length));
  return isName(sender) ? plainName(sender) : '';
}

export const isHeading = (line: string): boolean => {
  const cells = line.split(/[\s,，;；、|]+/).filter((cell) => cell !== '');
  return cells.length > 1 && cells.every((cell) => HEADING.test(cell.replace(/[:：]$/, '')));
};

/** What a line says of a person. Where several words could be the name, the first that is no post. */
export function rowOf(line: string): Row {
  const labelled = line.replace(LABELLED, '\t').replace(BARE_LABEL, '$1\t').replace(NUMBERING, '');
  const { before, number, after } = splitAtNumber(labelled);
  const cells = [...cellsOf(before), ...cellsOf(after)];
  const names = cells.map((cell) => splitName(cell)[0]);
  const at = names.findIndex((name) => isName(name) && !isPost(name));
  const chosen = at < 0 ? names.findIndex(isName) : at;
  const rest = cells.flatMap((cell, index) => {
    const more = index === chosen ? splitName(cell)[1] : cell;
    return more === '' ? [] : [more];
  });
  return {
    name: chosen < 0 ? '' : plainName(names[chosen] ?? ''),
    mobile: number === '' ? '' : plainMobile(number),
    post: rest.join(' '),
  };
}
