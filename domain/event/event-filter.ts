/** Which events a person wants to see: filters that combine. Alternatives within one filter, all filters together. */
import * as v from 'valibot';
import { daysOf, isSignUpOpen } from './agenda';
import type { QualityEvent } from './event';
import { AudienceSchema, KindSchema } from '../campaign/campaign';
import { covers, RegionCodeSchema } from '../region/region';
import { addDays, dayOf, weekdayOf } from '../time/time';

export const EventFilterSchema = v.object({
  /** A region with everything below it; `null`: wherever. Its name comes along, to be shown without a table. */
  region: v.nullable(v.object({ code: RegionCodeSchema, name: v.string() })),
  /** None chosen: all of them. */
  kinds: v.array(KindSchema),
  audiences: v.array(AudienceSchema),
  signUpOpen: v.boolean(),
  weekend: v.boolean(),
});
export type EventFilter = v.InferOutput<typeof EventFilterSchema>;

export const NO_FILTER: EventFilter = { region: null, kinds: [], audiences: [], signUpOpen: false, weekend: false };

/** How many filters are set, each chosen kind and audience as one. */
export function filterCount({ region, kinds, audiences, signUpOpen, weekend }: EventFilter): number {
  return (region === null ? 0 : 1) + kinds.length + audiences.length + (signUpOpen ? 1 : 0) + (weekend ? 1 : 0);
}

/** Saturday and Sunday of the week (Monday to Sunday) that holds `today`: on a Sunday, the one that is nearly over. */
export function weekendOf(today: string): readonly [saturday: string, sunday: string] {
  const sunday = addDays(today, (7 - weekdayOf(today)) % 7);
  return [addDays(sunday, -1), sunday];
}

type Part = keyof EventFilter;
type Test = (event: QualityEvent) => boolean;
const PARTS = ['region', 'kinds', 'audiences', 'signUpOpen', 'weekend'] as const satisfies readonly Part[];

/** One test a filter that is set. `now`: epoch ms, by which sign-up is open and a weekend is this one. */
function testsOf(filter: EventFilter, now: number): Partial<Record<Part, Test>> {
  const { region, kinds, audiences, signUpOpen, weekend } = filter;
  const tests: Partial<Record<Part, Test>> = {};
  if (region !== null) tests.region = (event) => covers(region.code, event.region);
  if (kinds.length > 0) tests.kinds = ({ kind }) => kinds.includes(kind);
  if (audiences.length > 0) tests.audiences = (event) => event.audiences.some((each) => audiences.includes(each));
  if (signUpOpen) tests.signUpOpen = (event) => isSignUpOpen(event, now);
  if (weekend) {
    const weekendDays = weekendOf(dayOf(now));
    tests.weekend = (event) => daysOf(event).some((day) => weekendDays.includes(day));
  }
  return tests;
}

/** The events that pass every filter that is set, in the order given. */
export function applyFilter(
  events: readonly QualityEvent[],
  filter: EventFilter,
  now: number,
): readonly QualityEvent[] {
  const tests = Object.values(testsOf(filter, now));
  return tests.length === 0 ? events : events.filter((event) => tests.every((test) => test(event)));
}

/** Every choice within a filter, by name: a kind, an audience, `signUpOpen`, `weekend`. */
export type ChoiceCounts = ReadonlyMap<string, number>;

/**
 * How many events each choice would show beside the other filters as they are: for a kind, all of that kind that pass
 * the filters other than kinds. One pass, each event tested once a filter.
 */
export function countChoices(events: readonly QualityEvent[], filter: EventFilter, now: number): ChoiceCounts {
  const tests = testsOf(filter, now);
  const { signUpOpen: isOpen, weekend: isWeekend } = testsOf({ ...NO_FILTER, signUpOpen: true, weekend: true }, now);
  const counts = new Map<string, number>();
  const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const event of events) {
    const failed = PARTS.filter((part) => tests[part]?.(event) === false);
    if (failed.length > 1) continue;
    const passesBut = (part: Part): boolean => failed.length === 0 || failed[0] === part;
    if (passesBut('kinds')) count(event.kind);
    if (passesBut('audiences')) event.audiences.forEach(count);
    if (passesBut('signUpOpen') && isOpen?.(event) === true) count('signUpOpen');
    if (passesBut('weekend') && isWeekend?.(event) === true) count('weekend');
  }
  return counts;
}
