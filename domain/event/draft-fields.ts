/** Versions of an event field by field, so that people see what differs and nothing is merged silently. */
import type { DraftBody } from './draft';

type Values = ReadonlyMap<string, unknown>;

function* leavesOf(value: unknown, path: string): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    yield [path, value ?? null];
    return;
  }
  for (const [key, part] of Object.entries(value)) yield* leavesOf(part, path === '' ? key : `${path}.${key}`);
}

const valuesOf = (body: DraftBody | null): Values => new Map(body === null ? [] : leavesOf(body, ''));
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const pathsOf = (...all: readonly Values[]): string[] => [...new Set(all.flatMap((values) => [...values.keys()]))];

export interface FieldDifference {
  /** `signUp.capacity` */
  readonly path: string;
  /** `null`: it was not there. */
  readonly from: unknown;
  readonly to: unknown;
}

/** What differs between two versions, in the order of the first. `null`: there was no version before. */
export function differencesOf(from: DraftBody | null, to: DraftBody): FieldDifference[] {
  const [before, after] = [valuesOf(from), valuesOf(to)];
  return pathsOf(before, after)
    .map((path) => ({ path, from: before.get(path) ?? null, to: after.get(path) ?? null }))
    .filter((field) => !isSame(field.from, field.to));
}

export interface FieldConflict {
  readonly path: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/**
 * Fields in which two versions differ that were both made from `base`: whoever was second decides each. `base` is `null`
 * where the version that they saw is no longer known.
 */
export function conflictsOf(base: DraftBody | null, mine: DraftBody, theirs: DraftBody): FieldConflict[] {
  const [from, one, other] = [valuesOf(base), valuesOf(mine), valuesOf(theirs)];
  return pathsOf(other, one)
    .map((path) => ({
      path,
      base: from.get(path) ?? null,
      mine: one.get(path) ?? null,
      theirs: other.get(path) ?? null,
    }))
    .filter(({ mine: here, theirs: there }) => !isSame(here, there));
}
