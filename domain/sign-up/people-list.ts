/** A list of people as a spreadsheet or a chat has it: rows of name, mobile number and post become people. */
import { stripIdentity } from '../text/identity-number';
import { isHeading, isMobile, isName, isPost, type Row, rowOf, senderOf, splitAtNumber } from './people-row';

export type ListedPerson = Row;

export interface PeopleList {
  readonly people: readonly ListedPerson[];
  /** Lines in which nobody was recognised, as they were pasted. */
  readonly unread: readonly string[];
  /** Identity numbers stood in the list; they are in none of its rows. */
  readonly identity: boolean;
}

const PARTING = /^[\s,，;；、|]+/;

/** What may be the name in a word of a line, without what parts it from its number: `李四：`, `李四-`. */
const nameIn = (word: string): string => word.replace(PARTING, '').replace(/[:：\-\u2010-\u2015/]+$/, '');

/** Which of the words between two numbers begins the next person: the last name, or the last word that could be one. */
function nextPerson(words: readonly string[]): number {
  const names = words.map((word) => isName(nameIn(word)));
  const sure = words.map((word, index) => names[index] === true && !isPost(nameIn(word)));
  const at = sure.lastIndexOf(true);
  return at < 0 ? names.lastIndexOf(true) : at;
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
    const at = nextPerson(words);
    // Without a name in between, the numbers belong to one row.
    if (at < 0) return [...lines, text];
    const own = words
      .slice(0, at)
      .join('')
      .replace(/[\s,，;；、]+\d{1,3}[.．、)）]?\s*$/, '');
    lines.push(before + number + own);
    text = words.slice(at).join('').replace(PARTING, '') + after.slice(next.before.length);
  }
}

/** Whether a line without a number is a person all the same: a row of a table, or one that says `姓名：`. */
const isRow = (line: string, row: Row): boolean =>
  row.name !== '' && (line.includes('\t') || /姓\s?名\s*[:：]/.test(line));

class Reading {
  readonly people: ListedPerson[] = [];
  readonly unread: string[] = [];
  /** A line that may be the name of the number in the next one. */
  private waiting: { readonly line: string; readonly row: Row } | null = null;

  take(line: string): void {
    const sender = senderOf(line);
    const row = sender === null ? rowOf(line) : { name: sender, mobile: '', post: '' };
    if (row.mobile === '') this.takeWords(line, row);
    else this.takeNumber(row);
  }

  end(): void {
    if (this.waiting !== null) this.unread.push(this.waiting.line);
    this.waiting = null;
  }

  private takeNumber(row: Row): void {
    const { waiting } = this;
    const last = this.people[this.people.length - 1];
    const own = row.name === '' || isPost(row.name) ? '' : row.name;
    if (own === '' && waiting !== null) {
      this.waiting = null;
      const post = joined(waiting.row.post, row.name, row.post);
      this.people.push({ name: waiting.row.name, mobile: row.mobile, post });
    } else if (row.name === '' && last?.mobile === '') {
      this.people[this.people.length - 1] = { ...last, mobile: row.mobile, post: joined(last.post, row.post) };
    } else this.put(row);
  }

  private takeWords(line: string, row: Row): void {
    const last = this.people[this.people.length - 1];
    const { waiting } = this;
    if (isRow(line, row)) this.put(row);
    else if (/职\s?[务位称]\s*[:：]/.test(line) && last?.post === '') {
      this.people[this.people.length - 1] = { ...last, post: joined(row.name, row.post) };
    } else if (waiting !== null && isPost(row.name)) {
      const post = joined(waiting.row.post, row.name, row.post);
      this.waiting = { line: `${waiting.line} ${line}`, row: { ...waiting.row, post } };
    } else if (row.name !== '' && row.post === '') this.wait(line, row);
    else {
      this.end();
      this.unread.push(line);
    }
  }

  private wait(line: string, row: Row): void {
    this.end();
    this.waiting = { line, row };
  }

  private put({ name, mobile, post }: ListedPerson): void {
    this.end();
    this.people.push({ name, mobile, post });
  }
}

const joined = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ');

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
    if (!/[^\s\-|_=*#.—]/.test(line) || isHeading(line)) continue;
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
