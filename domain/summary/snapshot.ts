/**
 * What a submission freezes, so that anybody can recompute its hash: SHA-256 (FIPS 180-4) over JSON in UTF-8 with sorted keys
 * and without spaces, as RFC 8785 has it (docs/rules.md, "Summaries", rule 3).
 */
import type { RegionCode } from '../ids';
import type { Figures } from '../figures/figures';
import type { SummaryBody } from './summary-body';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A version below that a superior's summary contains. */
export interface ContainedVersion {
  readonly organisation: string;
  readonly name: string;
  readonly version: number;
  readonly hash: string;
}

export interface SummarySnapshot {
  readonly campaign: string;
  readonly organisation: { readonly id: string; readonly name: string; readonly region: RegionCode };
  readonly version: number;
  /** ISO 8601, +08:00. */
  readonly submittedAt: string;
  /** After the deadline: 迟报. */
  readonly late: boolean;
  readonly figures: {
    readonly total: Figures;
    readonly paragraphs: readonly (Figures & { readonly key: string; readonly name: string })[];
  };
  readonly body: SummaryBody;
  readonly contains: readonly ContainedVersion[];
}

/**
 * JSON with keys in the order of their UTF-16 units, at every depth, and without spaces. What is `undefined` is left out.
 * A number that JSON does not have throws: it is a fault of ours.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not a number of JSON');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const field = value[key];
      return field === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(field)}`];
    });
  return `{${fields.join(',')}}`;
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

/** What is stored and what its hash is. `sha256`: of a text's UTF-8, in hexadecimal, by the machine that asks. */
export function freeze(
  snapshot: SummarySnapshot,
  sha256: (text: string) => string,
): { readonly text: string; readonly hash: string } {
  const text = canonicalJson(toJson(snapshot));
  return { text, hash: sha256(text) };
}

/** An interface has no index signature, so its fields are copied into a plain object. */
function toJson({
  campaign,
  organisation,
  version,
  submittedAt,
  late,
  figures,
  body,
  contains,
}: SummarySnapshot): Json {
  return {
    campaign,
    organisation: { ...organisation },
    version,
    submittedAt,
    late,
    figures: { total: figuresToJson(figures.total), paragraphs: figures.paragraphs.map(figuresToJson) },
    body: { texts: { ...body.texts }, hand: { ...body.hand }, cases: body.cases.map((each) => ({ ...each })) },
    contains: contains.map((each) => ({ ...each })),
  };
}

export function figuresToJson({ attendedBy, ...figures }: Figures): Json {
  return { ...figures, attendedBy: attendedBy === null ? null : { ...attendedBy } };
}

export interface FieldDifference {
  /** `body.texts.measures`, `body.cases.0.title`; empty for the whole. */
  readonly path: string;
  /** `undefined`: was not there. */
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** Field by field what differs between two versions, or between a version and what is known since, in the order of the keys. */
export function fieldDifferences(
  before: Json | undefined,
  after: Json | undefined,
  path = '',
): readonly FieldDifference[] {
  if (isBranch(before) && isBranch(after) && isList(before) === isList(after)) {
    const one = new Map<string, Json | undefined>(Object.entries(before));
    const other = new Map<string, Json | undefined>(Object.entries(after));
    const keys = [...new Set([...one.keys(), ...other.keys()])];
    const inOrder = isList(before) ? keys : keys.sort();
    return inOrder.flatMap((key) =>
      fieldDifferences(one.get(key), other.get(key), path === '' ? key : `${path}.${key}`),
    );
  }
  const same =
    before === undefined || after === undefined ? before === after : canonicalJson(before) === canonicalJson(after);
  return same ? [] : [{ path, before, after }];
}

const isBranch = (value: Json | undefined): value is readonly Json[] | { readonly [key: string]: Json | undefined } =>
  typeof value === 'object' && value !== null;
