/** A sign-up's row as its owner sees it. */
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { waitReason } from '../../domain/sign-up/seats';
import type { WireSignUp } from '../../domain/sign-up/sign-up';
import { shownOf } from '../../domain/sign-up/sign-up-details';
import { statusAt } from '../../domain/sign-up/sign-up-status';
import { formatInstant } from '../../domain/time/time';
import { signUp, type SignUpRow } from '../db/account-schema';
import type { Db, Tx } from '../db/database';
import { event, type EventRow } from '../db/schema';
import type { Sealer } from '../crypto/sealer';
import { openForm } from './form-seal';

/** A row with what decides how it is shown. */
export interface Standing {
  readonly row: SignUpRow;
  readonly event: EventRow;
  /** 1 for the head of the waitlist; meaningless for who does not wait. */
  readonly position: number;
}

/** The sign-ups that `which` says, the newest first. */
export async function readStandings(db: Db | Tx, which: SQL): Promise<Standing[]> {
  const position = sql<number>`(
    select count(*)::int from sign_up ahead
    where ahead.event_id = ${signUp.eventId} and ahead.status = 'waitlisted' and ahead.seq <= ${signUp.seq}
  )`;
  return db
    .select({ row: signUp, event, position })
    .from(signUp)
    .innerJoin(event, eq(event.id, signUp.eventId))
    .where(which)
    .orderBy(desc(signUp.seq));
}

export function presentSignUp({ row, event: held, position }: Standing, sealer: Sealer, now: number): WireSignUp {
  const form = openForm(sealer, row);
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
    ...(form && shownOf(form)),
  };
}

/** One account's own. */
export function isOwn(accountId: string, id: string): SQL {
  return sql`${and(eq(signUp.accountId, accountId), eq(signUp.id, id))}`;
}

/** One sign-up of an account's; `null`: it has none by this id. */
export async function findStanding(db: Db | Tx, accountId: string, id: string): Promise<Standing | null> {
  const [standing] = await readStandings(db, isOwn(accountId, id));
  return standing ?? null;
}

/** Those of the sign-ups named that are there, in one query. */
export async function findStandings(
  tx: Tx,
  places: readonly Pick<SignUpRow, 'accountId' | 'id'>[],
): Promise<Standing[]> {
  if (places.length === 0) return [];
  const accounts = sql.param(places.map(({ accountId }) => accountId));
  const ids = sql.param(places.map(({ id }) => id));
  return readStandings(
    tx,
    sql`(${signUp.accountId}, ${signUp.id}) in (select * from unnest(${accounts}::uuid[], ${ids}::uuid[]))`,
  );
}
