/** A sign-up's row as its owner sees it. */
import type { AccountId } from '../../domain/ids';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { waitReason } from '../../domain/sign-up/seats';
import type { WireSignUp } from '../../domain/sign-up/sign-up';
import { shownOf } from '../../domain/sign-up/sign-up-details';
import { statusAt } from '../../domain/sign-up/sign-up-status';
import { formatInstant } from '../../domain/time/time';
import { signUp, type SignUpRow } from '../db/account-schema';
import { type PartyAttendance, readPartyAttendance } from '../attendance/read-attendance';
import type { Db, Tx } from '../db/database';
import { event, type EventRow } from '../db/schema';
import type { Encryptor } from '../crypto/encryptor';
import { decryptForm } from './form-encryption';

/** A row with what decides how it is shown. */
export interface SignUpWithPosition {
  readonly row: SignUpRow;
  readonly event: EventRow;
  /** 1 for the head of the waitlist; meaningless for who does not wait. */
  readonly position: number;
  /** `null`: nobody of the party is in. */
  readonly attendance: PartyAttendance | null;
}

/** The sign-ups that `which` says, the newest first. */
export async function readWithPosition(db: Db | Tx, which: SQL): Promise<SignUpWithPosition[]> {
  const position = sql<number>`(
    select count(*)::int from sign_up ahead
    where ahead.event_id = ${signUp.eventId} and ahead.status = 'waitlisted' and ahead.seq <= ${signUp.seq}
  )`;
  const found = await db
    .select({ row: signUp, event, position })
    .from(signUp)
    .innerJoin(event, eq(event.id, signUp.eventId))
    .where(which)
    .orderBy(desc(signUp.seq));
  const attendance = await readPartyAttendance(
    db,
    found.map(({ row }) => row),
  );
  return found.map((each) => ({ ...each, attendance: attendance.get(each.row.seq) ?? null }));
}

export function presentSignUp(
  { row, event: held, position, attendance }: SignUpWithPosition,
  encryptor: Encryptor,
  now: number,
): WireSignUp {
  const form = decryptForm(encryptor, row);
  const status = statusAt(row.status, held.startsAt, now);
  return {
    id: row.id,
    eventId: row.eventId,
    status,
    seats: row.seats,
    ...(status === 'confirmed' && row.ticket !== null && { ticket: row.ticket }),
    ...(status === 'waitlisted' && {
      position,
      waitReason: waitReason(position, held.taken, held.capacity ?? 0),
    }),
    createdAt: formatInstant(row.createdAt),
    ...(attendance && { attendance: { seats: attendance.inside, at: formatInstant(attendance.first.at) } }),
    ...(form && shownOf(form)),
  };
}

/** One account's own. */
export function isOwn(accountId: AccountId, id: string): SQL {
  return sql`${and(eq(signUp.accountId, accountId), eq(signUp.id, id))}`;
}

/** Until the transaction ends nobody of the party comes in, so that who leaves is not inside. */
export async function lockOwn(tx: Tx, accountId: AccountId, id: string): Promise<void> {
  await tx.select({ seq: signUp.seq }).from(signUp).where(isOwn(accountId, id)).for('no key update');
}

/** One sign-up of an account's; `null`: it has none by this id. */
export async function findWithPosition(
  db: Db | Tx,
  accountId: AccountId,
  id: string,
): Promise<SignUpWithPosition | null> {
  const [standing] = await readWithPosition(db, isOwn(accountId, id));
  return standing ?? null;
}

/** Those of the sign-ups named that are there, in one query. */
export async function findAllWithPosition(
  tx: Tx,
  places: readonly Pick<SignUpRow, 'accountId' | 'id'>[],
): Promise<SignUpWithPosition[]> {
  if (places.length === 0) return [];
  const accounts = sql.param(places.map(({ accountId }) => accountId));
  const ids = sql.param(places.map(({ id }) => id));
  return readWithPosition(
    tx,
    sql`(${signUp.accountId}, ${signUp.id}) in (select * from unnest(${accounts}::uuid[], ${ids}::uuid[]))`,
  );
}
