/** Finding events as one types: plain text and pinyin initials, over everything that has a name. */
import type { TimedEvent } from './agenda';
import type { ProgrammeItem } from './campaign';
import { halfWidth } from './width';

export interface SearchIndex {
  readonly entries: readonly { readonly timed: TimedEvent; readonly haystack: string }[];
}

/** Letters as a search compares them: one width, one case. */
function folded(text: string): string {
  return halfWidth(text).toLowerCase();
}

/**
 * Built once for a list; a keystroke then only looks for the words in ready-made text. Searched are title, venue,
 * organiser, region and programme name, and the pinyin initials that the server sent with them.
 */
export function buildSearchIndex(
  events: readonly TimedEvent[],
  programme: ReadonlyMap<string, ProgrammeItem>,
): SearchIndex {
  return {
    entries: events.map((timed) => {
      const { title, venue, organiser, regionName, programmeId, initials = '' } = timed.event;
      const item = programme.get(programmeId);
      const parts = [title, venue?.name ?? '', organiser.name, regionName, item?.name ?? '', initials];
      return { timed, haystack: folded([...parts, item?.initials ?? ''].join('\n')) };
    }),
  };
}

/** The words of a query; none: nothing is searched for. */
export function wordsOf(query: string): readonly string[] {
  return folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** The events in which every word of the query is found, in the order of the index; all of them for an empty query. */
export function searchEvents({ entries }: SearchIndex, query: string): TimedEvent[] {
  const words = wordsOf(query);
  return entries.filter(({ haystack }) => words.every((word) => haystack.includes(word))).map(({ timed }) => timed);
}
