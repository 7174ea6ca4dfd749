import { useMemo } from 'react';
import { agendaByDay, type AgendaDay, daysOf } from '../../../domain/event/agenda';
import type { QualityEvent } from '../../../domain/event/event';
import {
  applyFilter,
  type ChoiceCounts,
  countChoices,
  type EventFilter,
  NO_FILTER,
  weekendOf,
} from '../../../domain/event/event-filter';
import { buildSearchIndex, searchEvents } from '../../../domain/event/event-search';
import { dayOf } from '../../../domain/time/time';
import { useReplica } from '../../sync/replica';
import { useEventsInOrder } from '../../sync/events-in-order';

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
  readonly events: readonly QualityEvent[];
  /** How many of these are over before today, or the chosen day. */
  readonly earlier: number;
  readonly days: readonly AgendaDay[];
  /** How many events `days` lists; each is listed once. */
  readonly count: number;
  readonly counts: ChoiceCounts;
  /** The same without any filter: a choice that is here stays in its place, whatever is chosen beside it. */
  readonly all: ChoiceCounts;
  /** The days that the filters leave, first and last; `null`: all. */
  readonly within: readonly [string, string] | null;
}

/** Whether any of it is on `first` or later. */
function isListed(event: QualityEvent, first: string): boolean {
  const days = daysOf(event);
  return (days[days.length - 1] ?? '') >= first;
}

const later = (one: string, other: string): string => (one > other ? one : other);

/** What the calendar lists. Each step is kept until what it is made of changes: a keystroke searches, nothing more. */
export function useFinding({ query, filter, from, earlierToo, now }: Asked): Found {
  const published = useEventsInOrder();
  const programme = useReplica((state) => state.replica.programme);
  const today = dayOf(now);
  const index = useMemo(
    () => buildSearchIndex(published, new Map(programme.map((item) => [item.id, item]))),
    [published, programme],
  );
  const found = useMemo(
    () => (query.trim() === '' ? published : searchEvents(index, query, now)),
    [published, index, query, now],
  );
  const events = useMemo(() => applyFilter(found, filter, now), [found, filter, now]);
  const within = useMemo(() => (filter.weekend ? weekendOf(today) : null), [filter.weekend, today]);
  const begin = earlierToo ? '' : from;
  const first = within === null ? begin : later(begin, within[0]);
  const last = within?.[1];
  const listed = useMemo(() => found.filter((each) => isListed(each, begin)), [found, begin]);
  const counts = useMemo(() => countChoices(listed, filter, now), [listed, filter, now]);
  const all = useMemo(() => countChoices(listed, NO_FILTER, now), [listed, now]);
  const days = useMemo(() => agendaByDay(events, first, last), [events, first, last]);
  const count = useMemo(
    () => days.reduce((sum, { starting, running }) => sum + starting.length + running.length, 0),
    [days],
  );
  const earlier = useMemo(() => events.filter((each) => !isListed(each, from)).length, [events, from]);
  return { nothing: published.length === 0, events, earlier, days, count, counts, all, within };
}
