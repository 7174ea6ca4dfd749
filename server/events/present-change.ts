/** The wire form of what changed in an event; a notice keeps it. */
import type { Change, EventSnapshot, WireChange } from '../../domain/event/change';
import { formatInstant } from '../../domain/time/time';

type WireTime = Extract<WireChange, { field: 'time' }>['from'];

const presentTime = ({ startsAt, endsAt }: EventSnapshot['time']): WireTime => ({
  startsAt: formatInstant(startsAt),
  endsAt: formatInstant(endsAt),
});

export function presentChange(change: Change): WireChange {
  return change.field === 'time' ? { ...change, from: presentTime(change.from), to: presentTime(change.to) } : change;
}
