/**
 * Keeps each event's part of the figures now and then, so that asking counts only what changed since
 * (docs/decisions/0023-parts-kept.md). What a part was at a time does not move, so one that is kept never has to be corrected.
 */
import { desc, lte, sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import { MINUTE_MS } from '../../domain/time/time';
import type { Db, Tx } from '../db/database';
import { eventPart, figureMark } from '../db/figure-schema';
import { event } from '../db/schema';
import { countAnew, idsOf, PART, partOf } from './count-anew';

/** Parts that are kept, and the events of which something was noted since. */
export interface Kept {
  /** Epoch ms. */
  readonly at: number;
  readonly changed: readonly string[];
}

/** What happened before this is in the database: a request and its statements take less. */
const SETTLED_MS = MINUTE_MS;
/** What came into it later all the same is found at the next time. */
const LATE_MS = 5 * MINUTE_MS;
const FOR_EVER = Number.MAX_SAFE_INTEGER;
/** Events in one statement, which the database cancels when it takes too long. */
const AT_ONCE = 10_000;

const IdsSchema = v.object({ rows: v.array(v.object({ id: v.string() })) });

/** Events of which something was noted after the one time, up to the other. */
async function findChanged(db: Db | Tx, after: number, upTo: number): Promise<readonly string[]> {
  const within = (time: SQL): SQL => sql`(${time} > ${after}::bigint and ${time} <= ${upTo}::bigint)`;
  const found = await db.execute(sql`
    select e.id from event e where ${within(sql`e.counted_since`)}
    union select h.event_id from event_past h where ${within(sql`h.from_at`)} or ${within(sql`h.until_at`)}
    union select u.event_id from sign_up u where ${within(sql`coalesce(u.changed_at, u.created_at)`)}
    union select h.event_id from sign_up_past h where ${within(sql`h.from_at`)} or ${within(sql`h.until_at`)}
    union select s.event_id from scan s where ${within(sql`s.received_at`)}
    union select s.event_id from scan_settlement t join scan s on s.id = t.scan_id where ${within(sql`t.at`)}`);
  return v.parse(IdsSchema, found).rows.map(({ id }) => id);
}

async function lastMark(db: Db | Tx, asOf: number): Promise<number | null> {
  const [mark] = await db
    .select()
    .from(figureMark)
    .where(lte(figureMark.at, asOf))
    .orderBy(desc(figureMark.at))
    .limit(1);
  return mark?.at ?? null;
}

/** What is known of `asOf` (epoch ms) already; `null`: nothing, so that all has to be counted. */
export async function findKept(db: Db | Tx, asOf: number): Promise<Kept | null> {
  const at = await lastMark(db, asOf);
  return at === null ? null : { at, changed: await findChanged(db, at, asOf) };
}

/** Closes the parts of these events that are not so any more at `at` (epoch ms), and adds what they are then. */
async function keepSome(tx: Tx, events: readonly string[], at: number): Promise<void> {
  const isNow = sql`p.until_at = ${FOR_EVER}::bigint and p.event_id in ${idsOf(events)}`;
  await tx.execute(sql`
    with ${countAnew({ at, which: sql`true`, events })}, same as (
      select p.id, p.event_id from event_part p join anew c on c.event_id = p.event_id
      where ${isNow} and row(${partOf('c')}) is not distinct from row(${partOf('p')})
    ), ended as (
      update event_part p set until_at = ${at}::bigint where ${isNow} and p.id not in (select s.id from same s)
    )
    insert into event_part (event_id, ${PART}, from_at, until_at)
    select c.event_id, ${partOf('c')}, ${at}::bigint, ${FOR_EVER}::bigint
    from anew c where c.event_id not in (select s.event_id from same s)`);
}

/** Keeps all parts as they were a minute ago. */
export async function keepParts(tx: Tx, now: number): Promise<void> {
  const at = now - SETTLED_MS;
  const last = await lastMark(tx, FOR_EVER);
  if (last !== null && last >= at) return;
  const events =
    last === null
      ? (await tx.select({ id: event.id }).from(event)).map(({ id }) => id)
      : await findChanged(tx, last - LATE_MS, at);
  if (events.length === 0) return;
  for (let from = 0; from < events.length; from += AT_ONCE) await keepSome(tx, events.slice(from, from + AT_ONCE), at);
  await tx.insert(figureMark).values({ at });
}

/** Where a trial begins anew, what was is no more. */
export async function forgetParts(tx: Tx): Promise<void> {
  await tx.delete(eventPart);
  await tx.delete(figureMark);
}
