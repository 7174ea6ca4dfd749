/** What must hold of the tables of sign-ups at any moment, whatever happened to the servers. */
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { signUp, type SignUpRow } from '../db/account-schema';
import type { Db } from '../db/database';
import { event, type EventRow } from '../db/schema';
import type { Encryptor } from '../crypto/encryptor';
import { decryptForm } from '../sign-ups/form-encryption';

/** Rows in the order of the decisions. */
export interface EventSeats {
  readonly event: EventRow;
  readonly rows: readonly SignUpRow[];
}

/** All events that one can sign up for, of one moment. */
export async function readSeats(db: Db): Promise<EventSeats[]> {
  return db.transaction(
    async (tx) => {
      const events = await tx
        .select()
        .from(event)
        .where(and(isNotNull(event.capacity), eq(event.removed, false)));
      const rows = await tx.select().from(signUp).orderBy(asc(signUp.seq));
      return events.map((each) => ({ event: each, rows: rows.filter(({ eventId }) => eventId === each.id) }));
    },
    { isolationLevel: 'repeatable read' },
  );
}

const sum = (rows: readonly SignUpRow[]): number => rows.reduce((all, { seats }) => all + seats, 0);

/** Everything that is wrong, in words; of an event whose capacity was never cut. */
export function findBrokenInvariants({ event: held, rows }: EventSeats, encryptor: Encryptor): string[] {
  const confirmed = rows.filter(({ status }) => status === 'confirmed');
  const waiting = rows.filter(({ status }) => status === 'waitlisted');
  const active = [...confirmed, ...waiting];
  const capacity = held.capacity ?? 0;
  const [head] = waiting;
  const claims: readonly [string, boolean][] = [
    ['the seats counted are those confirmed', held.taken === sum(confirmed)],
    ['the parties counted are those that wait', held.waiting === waiting.length],
    ['no more seats than there are', held.taken <= capacity],
    ['nobody waits at the head who fits', !head || held.taken + head.seats > capacity],
    ['nobody overtook', confirmed.every(({ seq }) => seq < (head?.seq ?? Infinity))],
    ['one active sign-up an account', new Set(active.map(({ accountId }) => accountId)).size === active.length],
    ['a ticket for everybody', rows.every((row) => row.ticket !== null)],
    ['every row has its form', rows.every((row) => decryptForm(encryptor, row) !== null)],
  ];
  return claims.flatMap(([claim, holds]) => (holds ? [] : [`${held.id}: not true that ${claim}`]));
}
