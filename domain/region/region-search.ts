/** Finding a region as one types it: its name, or its pinyin in full, by initials, or mixed (`lasa`, `ls`, `lsa`). */
import { levelOf } from './region';
import { allRegions, fullNameOf, nameOf } from './region-names';
import { READINGS } from './region-readings';
import { halfWidth } from '../text/width';

const MOST = 20;
const ORDER = ['nation', 'province', 'city', 'county'] as const;

let table: ReadonlyMap<string, readonly string[]> | undefined;

/** The readings of each character that a region's name has. */
function readTable(): ReadonlyMap<string, readonly string[]> {
  if (table !== undefined) return table;
  const readings = new Map<string, string[]>();
  for (const line of READINGS.trim().split('\n')) {
    const reading = /^[a-z]+/.exec(line)?.[0] ?? '';
    for (const character of Array.from(line.slice(reading.length))) {
      const known = readings.get(character);
      if (known) known.push(reading);
      else readings.set(character, [reading]);
    }
  }
  table = readings;
  return readings;
}

/** Whether `letters` is what the characters from `at` on are typed as: of each its reading, its initial, or a part. */
function isTyped(characters: readonly string[], at: number, letters: string): boolean {
  if (letters === '') return true;
  const readings = readTable().get(characters[at] ?? '') ?? [];
  return readings.some((reading) => {
    for (let length = 1; length <= reading.length && length <= letters.length; length += 1) {
      if (reading[length - 1] !== letters[length - 1]) return false;
      const isWhole = length === 1 || length === reading.length || length === letters.length;
      if (isWhole && isTyped(characters, at + 1, letters.slice(length))) return true;
    }
    return false;
  });
}

/** 0: the name begins so; 1: it is within the name; 2: within its full name; `null`: not found. */
function rankOf(code: string, query: string): number | null {
  const name = nameOf(code) ?? '';
  if (/^[a-z]+$/.test(query)) return isTyped(Array.from(name), 0, query) ? 0 : null;
  if (name.startsWith(query)) return 0;
  if (name.includes(query)) return 1;
  return (fullNameOf(code) ?? '').includes(query) ? 2 : null;
}

/**
 * The codes that a query finds, at most 20: names that begin so first, then what covers more, then by code.
 * An empty query finds none. `isOffered` leaves codes out before they are counted.
 */
export function searchRegions(query: string, isOffered: (code: string) => boolean): readonly string[] {
  const asked = halfWidth(query).toLowerCase().replace(/[\s']/g, '');
  if (asked === '') return [];
  const found: { code: string; order: number }[] = [];
  for (const code of allRegions()) {
    const rank = rankOf(code, asked);
    if (rank !== null && isOffered(code))
      found.push({ code, order: rank * ORDER.length + ORDER.indexOf(levelOf(code)) });
  }
  found.sort((one, other) => one.order - other.order || (one.code < other.code ? -1 : 1));
  return found.slice(0, MOST).map(({ code }) => code);
}
