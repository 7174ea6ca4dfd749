import type { DraftRow } from '../../../domain/event/draft';
import { dayOf, daysTouched, parseInstant } from '../../../domain/time/time';

export type GroupName = 'today' | 'coming' | 'unpublished' | 'past';
export interface EventGroup {
  readonly name: GroupName;
  readonly rows: readonly DraftRow[];
}
const ORDER: readonly GroupName[] = ['today', 'coming', 'unpublished', 'past'];

function groupOf({ published, startsAt, endsAt }: DraftRow, now: number): GroupName {
  if (published === null) return 'unpublished';
  const [start, end] = [parseInstant(startsAt ?? ''), parseInstant(endsAt ?? '')];
  if (start === null || end === null) return 'unpublished';
  if (daysTouched(start, end).includes(dayOf(now))) return 'today';
  return end < now ? 'past' : 'coming';
}

/** A member's events by when they are looked for: today's first, those that are over last; empty groups left out. */
export function groupEvents(rows: readonly DraftRow[], now: number): readonly EventGroup[] {
  return ORDER.map((name) => ({ name, rows: rows.filter((row) => groupOf(row, now) === name) })).filter(
    (group) => group.rows.length > 0,
  );
}
