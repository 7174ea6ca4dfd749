/** Figures as rows, and the events behind one of them: each one statement. */
import { sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { Grouping } from '../../domain/figures/grouping';
import type { Figures } from '../../domain/figures/figures';
import { nameOf } from '../../domain/region/region-names';
import type { Db, Tx } from '../db/database';
import { mapInSteps } from '../http/in-steps';
import { divide, type Division } from './divisions';
import { type FigureScope, partsOf } from './figures-sql';

const PAGE = 500;

const count = v.number();
const AddedSchema = v.object({
  planned: count,
  held: count,
  cancelled: count,
  signUps: count,
  waiting: count,
  unchecked: count,
  enterprises: count,
  scanned: v.nullable(count),
  manual: v.nullable(count),
  walkIn: v.nullable(count),
  paper: v.nullable(count),
});
/** As JSON, in which both engines give the same types. */
const AnswerSchema = v.object({ rows: v.tuple([v.object({ found: v.nullable(v.array(v.unknown())) })]) });
const SumSchema = v.object({ key: v.nullable(v.string()), ...AddedSchema.entries });
const EventSchema = v.object({
  ...{ id: v.string(), title: v.string(), region: v.string(), startsAt: count, endsAt: count },
  ...{ organisationId: v.string(), organisation: v.string(), ...AddedSchema.entries },
});

async function rowsOf<T>(db: Db | Tx, query: SQL, schema: v.GenericSchema<unknown, T>): Promise<T[]> {
  const { rows } = v.parse(AnswerSchema, await db.execute(query));
  return mapInSteps(rows[0].found ?? [], (row) => v.parse(schema, row));
}

const NOTHING: Figures = {
  ...{ planned: 0, held: 0, cancelled: 0, signUps: 0, attended: null, attendedBy: null },
  ...{ unchecked: 0, waiting: 0, enterprises: 0 },
};

function toFigures({ scanned, manual, walkIn, paper, ...added }: v.InferOutput<typeof AddedSchema>): Figures {
  const isKnown = scanned !== null && manual !== null && walkIn !== null && paper !== null;
  return {
    planned: added.planned,
    held: added.held,
    cancelled: added.cancelled,
    signUps: added.signUps,
    attended: isKnown ? scanned + manual + walkIn + paper : null,
    attendedBy: isKnown ? { scanned, manual, walkIn, paper } : null,
    unchecked: added.unchecked,
    waiting: added.waiting,
    enterprises: added.enterprises,
  };
}

/** Sums by key, and over all of them where the key is null. An enterprise counts once in each. */
const sumsOf = (parts: SQL): SQL => sql`${parts}, firms as (
    select t.key, count(distinct t.enterprise) as enterprises
    from taken t where t.status = 'confirmed' group by grouping sets ((t.key), ())
  ), sums as (
    select p.key, sum(p.planned) as planned, sum(p.held) as held, sum(p.cancelled) as cancelled,
      sum(p.sign_ups) as sign_ups, sum(p.waiting) as waiting, sum(p.unchecked) as unchecked,
      sum(p.scanned) as scanned, sum(p.manual) as manual, sum(p.walk_in) as walk_in, sum(p.paper) as paper
    from parts p group by grouping sets ((p.key), ())
  )
  select json_agg(json_build_object(
    'key', a.key, 'planned', coalesce(a.planned, 0), 'held', coalesce(a.held, 0),
    'cancelled', coalesce(a.cancelled, 0), 'signUps', coalesce(a.sign_ups, 0), 'waiting', coalesce(a.waiting, 0),
    'unchecked', coalesce(a.unchecked, 0), 'enterprises', coalesce(f.enterprises, 0),
    'scanned', a.scanned, 'manual', a.manual, 'walkIn', a.walk_in, 'paper', a.paper
  )) as found
  from sums a left join firms f on f.key is not distinct from a.key`;

export interface FigureRows {
  readonly total: Figures;
  readonly rows: readonly (Figures & { readonly key: string; readonly name: string })[];
}

/** One row for each group in its order; events whose group is not known any more come at the end. */
export async function readFigures(db: Db | Tx, scope: FigureScope, by: Grouping): Promise<FigureRows> {
  const division = await divide(db, by, scope);
  const rows = await rowsOf(db, sumsOf(partsOf(scope, division.key)), SumSchema);
  const sums = new Map(rows.map(({ key, ...added }) => [key, toFigures(added)]));
  return {
    total: sums.get(null) ?? NOTHING,
    rows: withUnknown(division, [...sums.keys()]).map(({ key, name }) => ({
      ...{ key, name },
      ...(sums.get(key) ?? NOTHING),
    })),
  };
}

function withUnknown({ groups }: Division, keys: readonly (string | null)[]): Division['groups'] {
  const known = new Set(groups.map(({ key }) => key));
  const others = keys.flatMap((key) => (key === null || known.has(key) ? [] : [key])).sort();
  return [...groups, ...others.map((key) => ({ key, name: nameOf(key) ?? key }))];
}

export interface FigureEvents {
  readonly name: string;
  readonly total: Figures;
  readonly events: readonly (Figures & {
    readonly id: string;
    readonly title: string;
    readonly region: string;
    readonly startsAt: number;
    readonly endsAt: number;
    readonly organisation: { readonly id: string; readonly name: string };
  })[];
  readonly next: number | null;
}

/** The events behind a row, by their start; `null`: there is no such row. Without a key, all of them. */
export async function readFigureEvents(
  db: Db | Tx,
  scope: FigureScope,
  { by, key, after }: { readonly by: Grouping; readonly key: string | undefined; readonly after: number },
): Promise<FigureEvents | null> {
  const division = await divide(db, by, scope);
  const figures = await readFigures(db, scope, by);
  const row = key === undefined ? null : figures.rows.find((each) => each.key === key);
  if (row === undefined) return null;
  const isAsked = key === undefined ? sql`true` : sql`p.key = ${key}`;
  const query = sql`${partsOf(scope, division.key)}, page as (
      select p.*, e.title, e.starts_at, e.ends_at, o.name as organisation
      from parts p join event e on e.id = p.id join organisation o on o.id = p.organisation_id
      where ${isAsked} order by e.starts_at, p.id limit ${PAGE + 1} offset ${after}
    )
    select json_agg(json_build_object(
      'id', g.id, 'title', g.title, 'region', g.region, 'startsAt', g.starts_at, 'endsAt', g.ends_at,
      'organisationId', g.organisation_id, 'organisation', g.organisation, 'planned', g.planned, 'held', g.held,
      'cancelled', g.cancelled, 'signUps', g.sign_ups, 'waiting', g.waiting, 'unchecked', g.unchecked,
      'enterprises', g.enterprises, 'scanned', g.scanned, 'manual', g.manual, 'walkIn', g.walk_in, 'paper', g.paper
    ) order by g.starts_at, g.id) as found from page g`;
  const found = await rowsOf(db, query, EventSchema);
  return {
    name: row?.name ?? '',
    total: row === null ? figures.total : figuresOnly(row),
    events: found
      .slice(0, PAGE)
      .map(({ id, title, region, startsAt, endsAt, organisationId, organisation, ...added }) => ({
        ...{ id, title, region, startsAt, endsAt, organisation: { id: organisationId, name: organisation } },
        ...toFigures(added),
      })),
    next: found.length > PAGE ? after + PAGE : null,
  };
}

function figuresOnly(row: FigureRows['rows'][number]): Figures {
  const { planned, held, cancelled, signUps, attended, attendedBy, unchecked, waiting, enterprises } = row;
  return { planned, held, cancelled, signUps, attended, attendedBy, unchecked, waiting, enterprises };
}
