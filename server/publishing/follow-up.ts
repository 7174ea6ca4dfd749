/**
 * What a change of an event means for those who signed up for it, in the transaction that changes it (docs/rules.md,
 * rules 5, 6 and 8).
 */
import { changesBetween, toEventSnapshot } from '../../domain/event/change';
import { overbooked } from '../../domain/sign-up/seats';
import type { Tx } from '../db/database';
import type { EventRow } from '../db/schema';
import { notify, type NewNotice, type NotifyContext } from '../notices/notify';
import { endSignUps, findActive } from '../sign-ups/end';
import { lockedOf } from '../sign-ups/event-lock';
import { promote } from '../sign-ups/promote';
import { presentChange } from '../events/present-change';

async function tellCancelled(tx: Tx, row: EventRow, context: NotifyContext): Promise<number> {
  const { id: eventId, title, cancelReason } = row;
  const accounts = await endSignUps(tx, eventId, 'event-cancelled', context.now);
  const notices = accounts.map((accountId) => ({
    accountId,
    kind: 'event-cancelled' as const,
    eventId,
    title,
    ...(cancelReason !== null && { reason: cancelReason }),
  }));
  await notify(tx, notices, context);
  return accounts.length;
}

async function changeNotices(tx: Tx, old: EventRow, row: EventRow): Promise<NewNotice[]> {
  const changes = changesBetween(toEventSnapshot(old), toEventSnapshot(row)).map(presentChange);
  if (changes.length === 0) return [];
  const { id: eventId, title } = row;
  const accounts = await findActive(tx, eventId);
  return accounts.map((accountId) => ({ accountId, kind: 'changed' as const, eventId, title, changes }));
}

export interface FollowedUp {
  /** Seats confirmed beyond the capacity: 0, unless it was cut. */
  readonly overbooked: number;
  /** People who were told that the event is cancelled. */
  readonly told: number;
}

/** Under the event's lock, after its row was written. */
export async function followUp(tx: Tx, old: EventRow, row: EventRow, context: NotifyContext): Promise<FollowedUp> {
  if (old.taken + old.waiting === 0) return { overbooked: 0, told: 0 };
  if (row.status === 'cancelled') {
    return { overbooked: 0, told: await tellCancelled(tx, row, context) };
  }
  const isOver = context.now >= old.endsAt && context.now >= row.endsAt;
  const told = isOver ? [] : await changeNotices(tx, old, row);
  // The privacy text plays no part in a promotion.
  const { taken, notices } = await promote(tx, lockedOf(row, null), context.now);
  await notify(tx, [...told, ...notices], context);
  return { overbooked: row.capacity === null ? 0 : overbooked(taken, row.capacity), told: 0 };
}
