/**
 * Each event's part of the figures at a time, as one statement that both engines read alike (docs/rules.md, "Figures"). Sums
 * and lists are made of the same parts, so they cannot differ.
 */
import { sql, type SQL } from 'drizzle-orm';
import type { CampaignId } from '../../domain/ids';
import type { Organisation } from '../../domain/permission';
import { rangeOf } from '../../domain/region/region';
import { checkedEvents } from './attendance-sql';

export interface FigureScope {
  /** Whose figures: its own events and those of all organisations below. */
  readonly organisation: Organisation;
  readonly campaignId: CampaignId;
  /** Epoch ms. */
  readonly asOf: number;
}

/** Whether organisation `o` is the scope's own or below it, as `relationOf` decides. */
export function isOwnOrBelow({ organisation: { id, region } }: Pick<FigureScope, 'organisation'>): SQL {
  const { from, to } = rangeOf(region);
  return sql`(o.id = ${id}::uuid or (o.region between ${from} and ${to} and o.region <> ${region}))`;
}

/** `key`: the group of event `s`, of programme item `p`. Ends with the common table `parts`, one row for each event. */
export function partsOf(scope: FigureScope, key: SQL): SQL {
  const at = sql`${scope.asOf}::bigint`;
  return sql`
  with seen as (
    select e.id, e.programme_id, e.region, e.organisation_id, e.kind, e.status, e.removed, e.ends_at
    from event e
    where e.campaign_id = ${scope.campaignId} and coalesce(e.counted_since, 0) <= ${at}
    union all
    select h.event_id, h.programme_id, h.region, h.organisation_id, h.kind, h.status, h.removed, h.ends_at
    from event_past h
    where h.campaign_id = ${scope.campaignId} and h.from_at <= ${at} and ${at} < h.until_at
  ), mine as materialized (
    select s.id, s.organisation_id, s.region, ${key} as key, s.status = 'cancelled' as cancelled,
      s.status <> 'cancelled' and s.ends_at <= ${at} as held
    from seen s
    join organisation o on o.id = s.organisation_id
    left join programme_item p on p.campaign_id = ${scope.campaignId} and p.id = s.programme_id
    where not s.removed and ${isOwnOrBelow(scope)}
  ), asked as (
    select u.event_id, u.status, u.seats, u.enterprise
    from sign_up u
    where u.status in ('confirmed', 'waitlisted', 'expired') and coalesce(u.changed_at, u.created_at) <= ${at}
    union all
    select h.event_id, h.status, h.seats, h.enterprise
    from sign_up_past h
    where h.from_at <= ${at} and (h.until_at is null or ${at} < h.until_at)
  ), taken as materialized (
    select m.id, m.key, a.status, a.seats, a.enterprise
    from mine m join asked a on a.event_id = m.id
    where not m.cancelled
  ), seats as (
    select t.id, sum(t.seats) filter (where t.status = 'confirmed') as confirmed,
      sum(t.seats) filter (where t.status <> 'confirmed') as waiting,
      count(distinct t.enterprise) filter (where t.status = 'confirmed') as enterprises
    from taken t group by t.id
  ), ${checkedEvents(at)}, parts as (
    select m.id, m.key, m.region, m.organisation_id, 1 as planned, m.held::int as held, m.cancelled::int as cancelled,
      coalesce(s.confirmed, 0) as sign_ups, coalesce(s.waiting, 0) as waiting, coalesce(s.enterprises, 0) as enterprises,
      c.scanned, c.manual, c.walk_in, c.paper, (m.held and c.event_id is null)::int as unchecked
    from mine m
    left join seats s on s.id = m.id
    left join checked c on c.event_id = m.id and m.held
  )`;
}
