/** What a form that is being filled in has wrong, before the server is asked. */
import type { FieldError } from '../../../domain/problem/field-error';
import { repeatedPeople } from '../../../domain/sign-up/same-person';
import { type FilledForm, type FormKind, parseForm } from '../../../domain/sign-up/sign-up-form';
import type { Field } from '../../../domain/sign-up/sign-up-field';
import type { Values } from '../../sync/drafts';
import { listOf, sentForm, textOf, valuesOf } from './form-values';

export interface Checked {
  readonly errors: readonly FieldError[];
  /** `null` while anything is wrong. */
  readonly form: FilledForm | null;
}

function repeated(fields: readonly Field[], values: Values): readonly FieldError[] {
  return fields.flatMap((field) => {
    if (field.input !== 'people') return [];
    const people = listOf(values[field.name]).map(valuesOf);
    const named = people.map(({ name, mobile }) => ({ name: textOf(name), mobile: textOf(mobile) }));
    return repeatedPeople(named).map((index) => ({ path: `${field.name}.${index}`, code: 'duplicate-person' }));
  });
}

export function checkForm(kind: FormKind, fields: readonly Field[], values: Values, maxParty: number): Checked {
  const decision = parseForm(kind, sentForm(fields, values), maxParty);
  const found = decision.ok ? [] : decision.errors;
  const known = found.some(({ code }) => code === 'duplicate-person');
  const errors = known ? found : [...found, ...repeated(fields, values)];
  return { errors, form: decision.ok && errors.length === 0 ? decision.form : null };
}

/** A error of the field at `path`; a error of the whole person belongs to each of the person's fields. */
export const isAt = (path: string, found: string): boolean => found === path || found.startsWith(`${path}.`);
