/** A list of people as a spreadsheet or a chat has it: rows of name, mobile number and post become people. */
import * as v from 'valibot';
import { stripIdentity } from '../text/identity-number';
import { plainLine, plainMobile, plainName } from '../text/plain-text';
import { mobileField, nameField } from './sign-up-field';
import { halfWidth } from '../text/width';

export interface ListedPerson {
  /** Empty where the row has none. */
  readonly name: string;
  /** As it was pasted, right or wrong; empty where the row has none. */
  readonly mobile: string;
  /** All that a row says beyond name and number. */
  readonly post: string;
}

export interface PeopleList {
  readonly people: readonly ListedPerson[];
  /** Lines in which nobody was recognised, as they were pasted. */
  readonly unread: readonly string[];
  /** Identity numbers stood in the list; they are in none of its rows. */
  readonly identity: boolean;
}

const NAME = nameField();
const MOBILE = mobileField();
export const isName = (text: string): boolean => v.safeParse(NAME, text).success;
export const isMobile = (text: string): boolean => v.safeParse(MOBILE, text).success;

const JOINT = '[ \\-\u2010-\u2015\u2212/·.]?';
/** Eleven digits, or else any number long enough to be meant as one. The first group is what stands before it. */
const RIGHT_NUMBER = new RegExp(
  `(^|\\D)((?:\\(?(?:\\+|00)?86\\)?${JOINT})?1[3-9](?:${JOINT}\\d){9}|01[3-9]\\d{9})(?!\\d)`,
);
const ANY_NUMBER = new RegExp(`(^|\\D)(\\d(?:${JOINT}\\d){6,})`);

const LABEL =
  '(?:姓\\s?名|名字|参加人员?|联系人|手\\s?机(?:号码?)?|(?:联系)?电话(?:号码)?|联系方式|职\\s?[务位称]|岗位)';
const LABELLED = new RegExp(`${LABEL}\\s*[:：]\\s*`, 'g');
const HEADING = new RegExp(`^(?:${LABEL}|序\\s?号|部\\s?门|单\\s?位|单位名称|性\\s?别|备\\s?注|编号|号码)$`);
const NUMBERING = /^\s*(?:第?\d{1,3}\s*(?:[.．、)）:：位]|(?=\t))|[(（]\d{1,3}[)）]|[\u2460-\u2473]|[-*•●])\s*/;
const SEPARATOR = /[\t,，;；、|｜:：]+/;
const LATIN = /^[A-Za-z.'’-]+$/;

interface Row extends ListedPerson {
  readonly cells: readonly string[];
}

/** The number in a line, and what stands before and after it. */
function splitAtNumber(line: string): { readonly before: string; readonly number: string; readonly after: string } {
  const narrow = halfWidth(line);
  const match = RIGHT_NUMBER.exec(narrow) ?? ANY_NUMBER.exec(narrow);
  if (match === null) return { before: line, number: '', after: '' };
  const [whole, lead = '', number = ''] = match;
  const from = match.index + lead.length;
  return { before: line.slice(0, from), number, after: line.slice(match.index + whole.length) };
}

/** The words between separators; where there are only spaces, between those. A name may have spaces of its own. */
function cellsOf(text: string): string[] {
  const parts = text.split(SEPARATOR).map(plainLine);
  return parts.filter((part) => part !== '' && !/^[()[\]（）【】]+$/.test(part));
}

/** `张 三`, `Tenzin Dolma` are one name; `达瓦 质检员` is a name and a post. */
function splitName(cell: string): readonly [string, string] {
  const words = cell.split(' ');
  const [first = '', second = ''] = words;
  if (words.every((word) => LATIN.test(word))) return [cell, ''];
  if (words.length === 2 && first.length === 1 && second.length === 1) return [first + second, ''];
  return [first, words.slice(1).join(' ')];
}

function rowOf(line: string): Row {
  const labelled = line.replace(LABELLED, '\t').replace(NUMBERING, '');
  const { before, number, after } = splitAtNumber(labelled);
  const cells = [...cellsOf(before), ...cellsOf(after)];
  let name = '';
  const rest: string[] = [];
  for (const cell of cells) {
    const [first, more] = splitName(cell);
    if (name === '' && isName(first)) {
      name = plainName(first);
      if (more !== '') rest.push(more);
    } else rest.push(cell);
  }
  return { name, mobile: number === '' ? '' : plainMobile(number), post: rest.join(' '), cells };
}

/** A field of one line loses the line breaks: what stands between two numbers ends with the next person's name. */
function linesOf(line: string): readonly string[] {
  const lines: string[] = [];
  let text = line;
  for (;;) {
    const { before, number, after } = splitAtNumber(text);
    const next = splitAtNumber(after);
    if (number === '' || next.number === '' || !isMobile(next.number)) return [...lines, text];
    const words = next.before.split(/(?=[\s,，;；、|]+)/).filter((word) => word.trim() !== '');
    const at = words.map((word) => isName(word.replace(/^[\s,，;；、|]+/, ''))).lastIndexOf(true);
    // Without a name in between, the numbers belong to one row.
    if (at < 0) return [...lines, text];
    const own = words
      .slice(0, at)
      .join('')
      .replace(/[\s,，;；、]+\d{1,3}[.．、)）]?\s*$/, '');
    lines.push(before + number + own);
    text =
      words
        .slice(at)
        .join('')
        .replace(/^[\s,，;；、|]+/, '') + after.slice(next.before.length);
  }
}

const isHeading = (line: string): boolean => {
  const cells = line.split(/[\s,，;；、|]+/).filter((cell) => cell !== '');
  return cells.length > 1 && cells.every((cell) => HEADING.test(cell.replace(/[:：]$/, '')));
};

/** Whether a line without a number is a person all the same: a row of a table, or one that says `姓名：`. */
const isRow = (line: string, row: Row): boolean =>
  row.name !== '' && (line.includes('\t') || /姓\s?名\s*[:：]/.test(line));

class Reading {
  readonly people: ListedPerson[] = [];
  readonly unread: string[] = [];
  /** A line that may be the name of the number in the next one. */
  private waiting: { readonly line: string; readonly row: Row } | null = null;

  take(line: string): void {
    const row = rowOf(line);
    const last = this.people[this.people.length - 1];
    if (row.mobile !== '') {
      const { waiting } = this;
      if (row.name === '' && waiting !== null) {
        this.waiting = null;
        this.people.push({ name: waiting.row.name, mobile: row.mobile, post: row.post });
      } else if (row.name === '' && last?.mobile === '') {
        const post = [last.post, row.post].filter((each) => each !== '').join(' ');
        this.people[this.people.length - 1] = { ...last, mobile: row.mobile, post };
      } else this.put(row);
      return;
    }
    if (isRow(line, row)) this.put(row);
    else if (/职\s?[务位称]\s*[:：]/.test(line) && last?.post === '') {
      this.people[this.people.length - 1] = { ...last, post: row.cells.join(' ') };
    } else {
      this.end();
      if (row.name !== '' && row.post === '') this.waiting = { line, row };
      else this.unread.push(line);
    }
  }

  end(): void {
    if (this.waiting !== null) this.unread.push(this.waiting.line);
    this.waiting = null;
  }

  private put({ name, mobile, post }: ListedPerson): void {
    this.end();
    this.people.push({ name, mobile, post });
  }
}

/** Cell by cell first: beside a mobile number, an identity number would be part of a longer one. */
function withoutIdentity(line: string): string {
  const cells = line.split(/([\s,，;；、|]+)/).map((cell) => stripIdentity(cell).text);
  return stripIdentity(cells.join('')).text;
}

/**
 * The people of a pasted list, in its order: a row each, its cells parted by tabs, commas or spaces, numbered or not,
 * with or without a heading. Names and numbers that are wrong come along as they are, for the form to say so; identity
 * numbers are taken out. Lines without a number are people only in a table or after `姓名：`; other lines are `unread`.
 */
export function parsePeopleList(text: string): PeopleList {
  const reading = new Reading();
  let identity = false;
  for (const raw of text.split(/[\r\n\u2028\u2029]+/)) {
    const kept = withoutIdentity(raw);
    identity ||= kept !== raw;
    const line = kept.trim() === '' ? '' : kept.replace(/\s+$/, '');
    if (line === '' || isHeading(line)) continue;
    for (const each of linesOf(line)) reading.take(each);
  }
  reading.end();
  return { people: reading.people, unread: reading.unread, identity };
}

/** The one person whom a text names with a right number, as it is pasted into the field for a name; else `null`. */
export function personIn(text: string): ListedPerson | null {
  const { people, unread } = parsePeopleList(text);
  const [person] = people;
  return people.length === 1 &&
    unread.length === 0 &&
    person !== undefined &&
    isMobile(person.mobile) &&
    isName(person.name)
    ? person
    : null;
}
