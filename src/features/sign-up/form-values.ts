/** The values of a form, from the first blank to the request. */
import type { Field } from '../../../domain/sign-up/sign-up-field';
import { contactOf, type FilledForm } from '../../../domain/sign-up/sign-up-form';
import { listOf, textOf } from '../../blocks/form-fields/field-values';
import type { Contact, Values } from '../../sync/drafts';

/** Which remembered detail answers a field. */
const KNOWN: Readonly<Record<string, keyof Contact>> = {
  contactName: 'name',
  presenter: 'name',
  name: 'name',
  mobile: 'mobile',
  enterprise: 'enterprise',
  creditCode: 'creditCode',
};

export function valuesOf(value: unknown): Values {
  return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value)) : {};
}

function blankOf(field: Field, contact: Contact): unknown {
  switch (field.input) {
    case 'people':
      return [blankForm(field.fields, contact)];
    case 'choices':
      return [];
    case 'count':
      // Oneself, at least; how many a group has is not for us to guess.
      return field.name === 'partySize' ? field.min : undefined;
    case 'choice':
      return undefined;
    case 'name':
    case 'mobile':
    case 'line':
    case 'credit-code': {
      const known = field.optional ? undefined : KNOWN[field.name];
      return known === undefined ? '' : (contact[known] ?? '');
    }
  }
}

/** An empty form, but for what this phone remembers. */
export function blankForm(fields: readonly Field[], contact: Contact): Values {
  return Object.fromEntries(fields.map((field) => [field.name, blankOf(field, contact)]));
}

function sentValue(field: Field, value: unknown): unknown {
  if (field.input === 'people') return listOf(value).map((person) => sentFields(field.fields, valuesOf(person)));
  if (field.optional && textOf(value).trim() === '') return undefined;
  return value;
}

function sentFields(fields: readonly Field[], values: Values): Values {
  const pairs = fields.map((field) => [field.name, sentValue(field, values[field.name])] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** As it is checked and sent: optional fields that were left empty are left out. */
export function sentForm(fields: readonly Field[], values: Values): Values {
  const sent = sentFields(fields, values);
  return values.creditCodeConfirmed === true ? { ...sent, creditCodeConfirmed: true } : sent;
}

/** What to remember of a form for the next one. Somebody who only sends others is not the next to attend. */
export function contactToRemember(form: FilledForm): Contact {
  const { name, mobile } = contactOf(form);
  const { values } = form;
  if (!('enterprise' in values)) return { name, mobile };
  const { enterprise, creditCode } = values;
  return 'contactName' in values && values.contactName !== undefined
    ? { enterprise, creditCode }
    : { name, mobile, enterprise, creditCode };
}
