/** Figures as rows, and the events behind one of them. */
import type { SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { Grouping } from '../../domain/figures/grouping';
import type { Figures } from '../../domain/figures/figures';
import { nameOf } from '../../domain/region/region-names';
import type { Db, Tx } from '../db/database';
import { mapInSteps } from '../http/in-steps';
import { divide, type Division } from './divisions';
import { pageOf, sumsOf } from './figures-sql';
import { findKept } from './keep-parts';
import type { FigureScope } from './scope';

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

export interface FigureRows {
  readonly total: Figures;
  readonly rows: readonly (Figures & { readonly key: string; readonly name: string })[];
}

type Sums = ReadonlyMap<string | null, Figures>;

async function readSums(db: Db | Tx, which: Parameters<typeof sumsOf>[0]): Promise<Sums> {
  const rows = await rowsOf(db, sumsOf(which), SumSchema);
  return new Map(rows.map(({ key, ...added }) => [key, toFigures(added)]));
}

/** One row for each group in its order; events whose group is not known any more come at the end. */
export async function readFigures(db: Db | Tx, scope: FigureScope, by: Grouping): Promise<FigureRows> {
  const division = await divide(db, by, scope);
  const sums = await readSums(db, { scope, division, kept: await findKept(db, scope.asOf) });
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
  const which = { scope, division, kept: await findKept(db, scope.asOf), only: key };
  const sums = await readSums(db, which);
  const row = withUnknown(division, [...sums.keys()]).find((each) => each.key === key);
  if (key !== undefined && !row) return null;
  const found = await rowsOf(db, pageOf(which, after, PAGE + 1), EventSchema);
  return {
    name: row?.name ?? '',
    total: sums.get(null) ?? NOTHING,
    events: found
      .slice(0, PAGE)
      .map(({ id, title, region, startsAt, endsAt, organisationId, organisation, ...added }) => ({
        ...{ id, title, region, startsAt, endsAt, organisation: { id: organisationId, name: organisation } },
        ...toFigures(added),
      })),
    next: found.length > PAGE ? after + PAGE : null,
  };
}
