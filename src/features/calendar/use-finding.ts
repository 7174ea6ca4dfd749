import { useMemo } from 'react';
import { agendaByDay, type AgendaDay, type TimedEvent } from '../../domain/agenda';
import { applyFilter, type ChoiceCounts, countChoices, type EventFilter } from '../../domain/event-filter';
import { buildSearchIndex, searchEvents } from '../../domain/event-search';
import { useReplica } from '../../sync/replica';
import { useTimedEvents } from '../../sync/timed-events';

interface Asked {
  readonly query: string;
  readonly filter: EventFilter;
  /** The first day to list. */
  readonly from: string;
  /** List what is before that day as well. */
  readonly earlierToo: boolean;
  /** Epoch ms. */
  readonly now: number;
}

export interface Found {
  /** Nothing at all is published here: no filter is to blame. */
  readonly nothing: boolean;
  /** What passes search and filters, on whatever day. */
  readonly events: readonly TimedEvent[];
  /** How many of these are over before today, or the chosen day. */
  readonly earlier: number;
  readonly days: readonly AgendaDay[];
  readonly counts: ChoiceCounts;
}

/** Whether any of it is on `first` or later. */
function isListed({ days }: TimedEvent, first: string): boolean {
  return (days[days.length - 1] ?? '') >= first;
}

/** What the calendar lists. Each step is kept until what it is made of changes: a keystroke searches, nothing more. */
export function useFinding({ query, filter, from, earlierToo, now }: Asked): Found {
  const timed = useTimedEvents();
  const programme = useReplica((state) => state.replica.programme);
  const index = useMemo(
    () => buildSearchIndex(timed, new Map(programme.map((item) => [item.id, item]))),
    [timed, programme],
  );
  const found = useMemo(
    () => (query.trim() === '' ? timed : searchEvents(index, query, now)),
    [timed, index, query, now],
  );
  const events = useMemo(() => applyFilter(found, filter, now), [found, filter, now]);
  const first = earlierToo ? '' : from;
  const listed = useMemo(() => found.filter((timed) => isListed(timed, first)), [found, first]);
  const counts = useMemo(() => countChoices(listed, filter, now), [listed, filter, now]);
  const days = useMemo(() => agendaByDay(events, first), [events, first]);
  const earlier = useMemo(() => events.filter((timed) => !isListed(timed, from)).length, [events, from]);
  return { nothing: timed.length === 0, events, earlier, days, counts };
}
