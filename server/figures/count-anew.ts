/** Events' parts of the figures at a time, counted from what is and what was, as SQL that both engines read alike. */
import { sql, type SQL } from 'drizzle-orm';
import { checkedEvents } from './attendance-sql';

/** As a query of one column. */
export const idsOf = (ids: readonly string[]): SQL => sql`(select unnest(${sql.param([...ids])}::text[]))`;

const COLUMNS = [
  ...[
    'campaign_id',
    'programme_id',
    'region',
    'organisation_id',
    'kind',
    'cancelled',
    'ends_at',
    'confirmed',
    'waiting',
  ],
  ...['enterprises', 'scanned', 'manual', 'walk_in', 'paper'],
];
/** What a part consists of, of a table by this name. */
export const partOf = (table: string): SQL =>
  sql.join(
    COLUMNS.map((column) => sql`${sql.identifier(table)}.${sql.identifier(column)}`),
    sql`, `,
  );
/** The columns alone. */
export const PART = sql.join(
  COLUMNS.map((column) => sql.identifier(column)),
  sql`, `,
);

/**
 * Common tables that count events' parts anew from what is and what was; `anew` has `event_id` and `PART`.
 * `events`: only these; `null`: all.
 */
export function countAnew({ at, which, events }: { at: number; which: SQL; events: readonly string[] | null }): SQL {
  const then = sql`${at}::bigint`;
  const among = (column: SQL): SQL => (events === null ? sql`true` : sql`${column} in ${idsOf(events)}`);
  return sql`
  seen as (
    select e.id, e.campaign_id, e.programme_id, e.region, e.organisation_id, e.kind, e.status, e.removed, e.ends_at
    from event e
    where coalesce(e.counted_since, 0) <= ${then} and ${among(sql`e.id`)}
    union all
    select h.event_id, h.campaign_id, h.programme_id, h.region, h.organisation_id, h.kind, h.status, h.removed, h.ends_at
    from event_past h
    where h.from_at <= ${then} and ${then} < h.until_at and ${among(sql`h.event_id`)}
  ), mine as materialized (
    select s.*, s.status = 'cancelled' as cancelled from seen s
    where not s.removed and s.organisation_id is not null and ${which}
  ), asked as (
    select u.event_id, u.status, u.seats, u.enterprise
    from sign_up u
    where u.status in ('confirmed', 'waitlisted', 'expired') and coalesce(u.changed_at, u.created_at) <= ${then}
      and ${among(sql`u.event_id`)}
    union all
    select h.event_id, h.status, h.seats, h.enterprise
    from sign_up_past h
    where h.from_at <= ${then} and (h.until_at is null or ${then} < h.until_at) and ${among(sql`h.event_id`)}
  ), seats as (
    select a.event_id, sum(a.seats) filter (where a.status = 'confirmed') as confirmed,
      sum(a.seats) filter (where a.status <> 'confirmed') as waiting,
      array_agg(distinct a.enterprise) filter (where a.status = 'confirmed' and a.enterprise is not null) as enterprises
    from asked a join mine m on m.id = a.event_id and not m.cancelled
    group by a.event_id
  ), ${checkedEvents(then)}, anew as materialized (
    select m.id as event_id, m.campaign_id, m.programme_id, m.region, m.organisation_id, m.kind, m.cancelled, m.ends_at,
      coalesce(s.confirmed, 0)::int as confirmed, coalesce(s.waiting, 0)::int as waiting,
      coalesce(s.enterprises, '{}') as enterprises,
      c.scanned::int as scanned, c.manual::int as manual, c.walk_in::int as walk_in, c.paper::int as paper
    from mine m
    left join seats s on s.event_id = m.id
    left join checked c on c.event_id = m.id
  )`;
}
