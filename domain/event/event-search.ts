/** Finding events as one types: plain text, pinyin whole or by initials, traditional characters, and words by meaning. */
import type { QualityEvent } from './event';
import type { ProgrammeItem } from '../campaign/campaign';
import { splitMeanings, type MeantWord } from './search-meaning';
import { toSimplified } from '../text/simplified';
import { dayOf } from '../time/time';
import { halfWidth } from '../text/width';

interface Entry {
  readonly event: QualityEvent;
  readonly haystack: string;
  /** Syllables, each after an apostrophe, so that a search begins at the start of one. */
  readonly syllables: string;
}

export interface SearchIndex {
  readonly entries: readonly Entry[];
}

/** Letters as a search compares them: one width, one case, simplified characters. */
function folded(text: string): string {
  return toSimplified(halfWidth(text).toLowerCase());
}

/** `KaiFangRi` → `'kai'fang'ri`. */
const syllablesOf = (pinyin: string): string => pinyin.replace(/[A-Z]/g, (first) => `'${first.toLowerCase()}`);

/**
 * Built once for a list; a keystroke then only looks for the words in ready-made text. Searched are title, venue,
 * organiser, region, whom it suits and programme name, with the pinyin that the server sent of them.
 */
export function buildSearchIndex(
  events: readonly QualityEvent[],
  programme: ReadonlyMap<string, ProgrammeItem>,
): SearchIndex {
  return {
    entries: events.map((event) => {
      const { title, venue, organiser, regionName, suits = '', programmeId, initials = '', pinyin = '' } = event;
      const item = programme.get(programmeId);
      const texts = [title, venue?.name ?? '', organiser.name, regionName, suits, item?.name ?? ''];
      return {
        event,
        haystack: `${folded(texts.join('\n'))}\n${initials}\n${item?.initials ?? ''}`,
        syllables: syllablesOf(`${pinyin} ${item?.pinyin ?? ''}`),
      };
    }),
  };
}

/** The words of a query; none: nothing is searched for. */
function wordsOf(query: string): readonly string[] {
  return folded(query)
    .split(/[\s,，、。;；]+/)
    .filter((word) => word !== '');
}

interface Wanted {
  readonly word: string;
  readonly syllables: RegExp | null;
  /** What the word may mean beside itself. */
  readonly parts: readonly MeantWord[];
}

const PINYIN = /^[a-zü']{2,}$/;

/** `zhiliang` is found in `'zhi'liang`: apostrophes may stand between any two letters. */
function syllablePattern(word: string): RegExp | null {
  if (!PINYIN.test(word)) return null;
  const letters = Array.from(word.replace(/ü/g, 'v').replace(/'/g, ''));
  return letters.length === 0 ? null : new RegExp(`'${letters.join("'?")}`);
}

function isFound({ event, haystack, syllables }: Entry, wanted: Wanted, today: string): boolean {
  if (haystack.includes(wanted.word) || wanted.syllables?.test(syllables) === true) return true;
  if (!wanted.parts.some(({ meaning }) => meaning !== null)) return false;
  return wanted.parts.every(({ word, meaning }) => haystack.includes(word) || meaning?.(event, today) === true);
}

/**
 * The events in which every word of the query is found, in the order of the index; all of them for an empty query.
 * A word is found in the text (either script, any width), as pinyin (`zhiliang`, `zhi liang`, `zlr`), or by what it
 * means: 今天 明天 后天 周末 by the day in China at `now` (epoch ms), 亲子 孩子 儿童 学生 by whom an event suits, and 免费
 * always, since nothing costs money.
 */
export function searchEvents({ entries }: SearchIndex, query: string, now: number): QualityEvent[] {
  const today = dayOf(now);
  const wanted = wordsOf(query).map((word): Wanted => {
    return { word, syllables: syllablePattern(word), parts: splitMeanings(word) };
  });
  return entries.filter((entry) => wanted.every((each) => isFound(entry, each, today))).map(({ event }) => event);
}
