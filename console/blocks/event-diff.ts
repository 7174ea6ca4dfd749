/** In which fields two versions of an event differ, and a value of any field in words. */
import { consoleWords } from '../../words/console';
import { momentText } from '../../words/console/dates';
import { conflictWords } from '../../words/console/editor';
import { now } from '../clock';

export type Body = Readonly<Record<string, unknown>>;

const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null) || (isBlank(one) && isBlank(other));

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Paths, `venue.name`; an object that only one version has is one difference. */
export function differingPaths(one: Body, other: Body, prefix = ''): readonly string[] {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.flatMap((key) => {
    const [a, b] = [one[key], other[key]];
    if (isBody(a) && isBody(b)) return differingPaths(a, b, `${prefix}${key}.`);
    return isSame(a, b) ? [] : [`${prefix}${key}`];
  });
}

export function valueAt(body: Body, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isBody(value) ? value[key] : undefined), body);
}

function withValue(body: Body, [key = '', ...rest]: readonly string[], value: unknown): Body {
  if (rest.length === 0) return { ...body, [key]: value };
  const inner = body[key];
  return { ...body, [key]: withValue(isBody(inner) ? inner : {}, rest, value) };
}

export interface ConflictField {
  readonly field: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** Every field in which what somebody else saved differs from mine (rule E1: nothing is merged silently). */
export function findConflicts(base: Body, mine: Body, theirs: Body): readonly ConflictField[] {
  return differingPaths(mine, theirs).map((field) => ({
    field,
    base: valueAt(base, field),
    mine: valueAt(mine, field),
    theirs: valueAt(theirs, field),
  }));
}

export type Side = 'mine' | 'theirs';
export type Choices = Readonly<Partial<Record<string, Side>>>;

/** Who alone changed a field is taken at first; what both changed is for the author to say. */
export function firstChoices(fields: readonly ConflictField[]): Choices {
  return Object.fromEntries(
    fields.flatMap(({ field, base, mine, theirs }): [string, Side][] => {
      if (isSame(base, mine)) return [[field, 'theirs']];
      return isSame(base, theirs) ? [[field, 'mine']] : [];
    }),
  );
}

/** The body to save: mine, with theirs in the fields where theirs was chosen. */
export function settle(mine: Body, fields: readonly ConflictField[], choices: Choices): Body {
  return fields
    .filter(({ field }) => choices[field] === 'theirs')
    .reduce((settled, { field, theirs }) => withValue(settled, field.split('.'), theirs), mine);
}

const INSTANT = /^\d{4}-\d\d-\d\dT/;

export function valueText(value: unknown): string {
  if (isBlank(value)) return conflictWords.empty;
  if (typeof value === 'boolean') return value ? conflictWords.yes : conflictWords.empty;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (INSTANT.test(value)) return momentText(value, now());
    return (consoleWords.signUpForms as Readonly<Record<string, string>>)[value] ?? value;
  }
  if (Array.isArray(value)) return value.map(valueText).join('、');
  return isBody(value)
    ? Object.values(value)
        .filter((each) => !isBlank(each))
        .map(valueText)
        .join('，')
    : '';
}
