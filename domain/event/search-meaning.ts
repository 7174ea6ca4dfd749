/** Words that people search by and that no event has to contain: 明天, 亲子, 免费. */
import { daysOf } from './agenda';
import type { QualityEvent } from './event';
import { weekendOf } from './event-filter';
import { addDays } from '../time/time';

export type Meaning = (event: QualityEvent, today: string) => boolean;

const isOn =
  (daysMeant: (today: string) => readonly string[]): Meaning =>
  (event, today) => {
    const wanted = daysMeant(today).filter((day) => day >= today);
    return daysOf(event).some((day) => wanted.includes(day));
  };

/** What an event says when children are welcome, in its title, its summary or whom it suits. */
const CHILDREN = /亲子|儿童|孩子|小朋友|少年|学生|校园|小学|幼儿|家庭|一家|岁以上/;
/** Without such a word, these kinds are what families go to, if they are for the public. */
const FAMILY_KINDS: readonly QualityEvent['kind'][] = ['开放日', '科普'];

const forChildren: Meaning = ({ title, summary, suits = '', kind, audiences }) =>
  CHILDREN.test(`${title}\n${summary}\n${suits}`) || (audiences.includes('公众') && FAMILY_KINDS.includes(kind));

const anything: Meaning = () => true;
const today = isOn((day) => [day]);
const tomorrow = isOn((day) => [addDays(day, 1)]);
const dayAfterTomorrow = isOn((day) => [addDays(day, 2)]);
const weekend = isOn(weekendOf);

/** Longer words first, where one begins with another. */
const MEANINGS: readonly (readonly [word: string, meaning: Meaning])[] = [
  // Nothing in Quality Month costs money.
  ['不收费', anything],
  ['免费', anything],
  ['不要钱', anything],
  ['公益', anything],
  ['今天', today],
  ['今日', today],
  ['今晚', today],
  ['明天', tomorrow],
  ['明日', tomorrow],
  ['后天', dayAfterTomorrow],
  ['这个周末', weekend],
  ['本周末', weekend],
  ['周末', weekend],
  ['双休日', weekend],
  ['亲子', forChildren],
  ['小孩', forChildren],
  ['孩子', forChildren],
  ['儿童', forChildren],
  ['小朋友', forChildren],
  ['学生', forChildren],
];

export interface MeantWord {
  /** What the word asks for; `null` where it has to be found as it is. */
  readonly meaning: Meaning | null;
  readonly word: string;
}

const WORD = new RegExp(MEANINGS.map(([word]) => word).join('|'));
/** What is left between such words and says nothing: 周末的亲子活动. */
const FILLER = /^(?:的|有|和|活动|场次)+|(?:的|有|和|活动|场次)+$/g;

/** The parts of one word: 明天亲子开放日 is a day, a wish and a title. A word without any of these stays whole. */
export function splitMeanings(word: string): readonly MeantWord[] {
  const parts: MeantWord[] = [];
  let rest = word;
  for (let match = WORD.exec(rest); match !== null; match = WORD.exec(rest)) {
    const [found] = match;
    parts.push({ word: rest.slice(0, match.index).replace(FILLER, ''), meaning: null });
    parts.push({ word: found, meaning: MEANINGS.find(([each]) => each === found)?.[1] ?? null });
    rest = rest.slice(match.index + found.length);
  }
  parts.push({ word: parts.length === 0 ? rest : rest.replace(FILLER, ''), meaning: null });
  return parts.filter((part) => part.word !== '');
}
