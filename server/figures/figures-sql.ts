/** Each event's part of the figures in its group. Sums and lists are made of the same parts, so they cannot differ. */
import { sql, type SQL } from 'drizzle-orm';
import { countAnew, idsOf, PART, partOf } from './count-anew';
import type { Division } from './divisions';
import type { Kept } from './keep-parts';
import { type FigureScope, isOwnOrBelow } from './scope';

/**
 * Common tables, `known` last: each event's part, as far as the scope sees it, with the `value` that decides on its group.
 * `kept`: what need not be counted anew; `null`: nothing was kept by then.
 */
function knownOf(scope: FigureScope, { of }: Division, kept: Kept | null): SQL {
  const { campaignId, asOf } = scope;
  const anew = countAnew({ at: asOf, which: sql`s.campaign_id = ${campaignId}`, events: kept?.changed ?? null });
  const still =
    kept &&
    sql`
    select p.event_id, ${partOf('p')} from event_part p
    where p.campaign_id = ${campaignId} and p.from_at <= ${kept.at} and p.until_at > ${kept.at}
      and p.event_id not in ${idsOf(kept.changed)}
    union all`;
  // Read twice from the table, which takes less than putting it all by in between.
  return sql`${anew}, known as not materialized (
    select k.event_id, k.${sql.identifier(of)}::text as value, k.region, k.organisation_id, o.name as organisation,
      n.held::int as held, k.cancelled::int as cancelled, k.confirmed, k.waiting, k.enterprises,
      case when n.held then k.scanned end as scanned, case when n.held then k.manual end as manual,
      case when n.held then k.walk_in end as walk_in, case when n.held then k.paper end as paper,
      (n.held and k.scanned is null)::int as unchecked
    from (${still ?? sql``} select event_id, ${PART} from anew) k
    join organisation o on o.id = k.organisation_id
    cross join lateral (select not k.cancelled and k.ends_at <= ${asOf}::bigint as held) n
    where ${isOwnOrBelow(scope)}
  )`;
}

/** The common table `groups`: the key of each value of `values`. */
function groupsOf({ keys }: Division, values: SQL, only: string | undefined): SQL {
  const [from, to, key] = (['from', 'to', 'key'] as const).map((name) => sql.param(keys.map((each) => each[name])));
  return sql`ranges as materialized (
    select * from unnest(${from}::text[], ${to}::text[], ${key}::text[]) as r("from", "to", key)
  ), grouped as (
    select d.value, coalesce((select r.key from ranges r where d.value between r."from" and r."to" limit 1), d.value) as key
    from ${values} d
  ), groups as materialized (
    select * from grouped g where ${only === undefined ? sql`true` : sql`g.key = ${only}`}
  )`;
}

interface Which {
  readonly scope: FigureScope;
  readonly division: Division;
  readonly kept: Kept | null;
  /** Of one group. */
  readonly only?: string | undefined;
}

/**
 * Sums by key, and over all of them where the key is null. An enterprise counts once in each. The console asks it, and the
 * bench asks psql.
 */
export const sumsOf = ({ scope, division, kept, only }: Which): SQL => sql`
  with ${knownOf(scope, division, kept)}, sums as materialized (
    select k.value, count(*) as planned, sum(k.held) as held, sum(k.cancelled) as cancelled,
      sum(k.confirmed) as sign_ups, sum(k.waiting) as waiting, sum(k.unchecked) as unchecked,
      sum(k.scanned) as scanned, sum(k.manual) as manual, sum(k.walk_in) as walk_in, sum(k.paper) as paper
    from known k group by k.value
  ), ${groupsOf(division, sql`sums`, only)}, present as materialized (
    select distinct g.key, e.enterprise
    from known k join groups g on g.value = k.value cross join lateral unnest(k.enterprises) as e(enterprise)
    where k.enterprises <> '{}'
  ), firms as (
    select f.key, count(*) as enterprises from present f group by f.key
    union all
    select null, count(*) from (select distinct f.enterprise from present f) d
  ), totals as (
    select g.key, sum(s.planned) as planned, sum(s.held) as held, sum(s.cancelled) as cancelled,
      sum(s.sign_ups) as sign_ups, sum(s.waiting) as waiting, sum(s.unchecked) as unchecked,
      sum(s.scanned) as scanned, sum(s.manual) as manual, sum(s.walk_in) as walk_in, sum(s.paper) as paper
    from sums s join groups g on g.value = s.value group by grouping sets ((g.key), ())
  )
  select json_agg(json_build_object(
    'key', a.key, 'planned', coalesce(a.planned, 0), 'held', coalesce(a.held, 0),
    'cancelled', coalesce(a.cancelled, 0), 'signUps', coalesce(a.sign_ups, 0), 'waiting', coalesce(a.waiting, 0),
    'unchecked', coalesce(a.unchecked, 0), 'enterprises', coalesce(f.enterprises, 0),
    'scanned', a.scanned, 'manual', a.manual, 'walkIn', a.walk_in, 'paper', a.paper
  )) as found
  from totals a left join firms f on f.key is not distinct from a.key`;

/** The events behind sums, by their start. */
export const pageOf = ({ scope, division, kept, only }: Which, after: number, most: number): SQL => sql`
  with ${knownOf(scope, division, kept)}, ${groupsOf(division, sql`(select distinct k.value from known k)`, only)}, page as (
    select k.*, e.title, e.starts_at, e.ends_at
    from known k join groups g on g.value = k.value join event e on e.id = k.event_id
    order by e.starts_at, k.event_id limit ${most} offset ${after}
  )
  select json_agg(json_build_object(
    'id', g.event_id, 'title', g.title, 'region', g.region, 'startsAt', g.starts_at, 'endsAt', g.ends_at,
    'organisationId', g.organisation_id, 'organisation', g.organisation, 'planned', 1, 'held', g.held,
    'cancelled', g.cancelled, 'signUps', g.confirmed, 'waiting', g.waiting, 'unchecked', g.unchecked,
    'enterprises', cardinality(g.enterprises), 'scanned', g.scanned, 'manual', g.manual, 'walkIn', g.walk_in,
    'paper', g.paper
  ) order by g.starts_at, g.event_id) as found from page g`;
