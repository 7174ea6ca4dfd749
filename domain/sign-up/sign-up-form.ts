/**
 * What a person fills in to sign up, one schema for each form (docs/rules.md, "Forms"). The same schema draws the form,
 * checks it on the phone and checks it on the server. No form ever asks for an identity number or for money.
 */
import * as v from 'valibot';
import { isCreditCode } from '../text/credit-code';
import type { SignUpTerms } from '../event/event';
import { findingOf, type FieldError } from '../problem/field-error';
import {
  choiceField,
  choicesField,
  countField,
  creditCodeField,
  type Field,
  fieldsOfEntries,
  lineField,
  mobileField,
  nameField,
  optionalMobileField,
  optionalNameField,
  optionalLineField,
  peopleField,
} from './sign-up-field';
import { MOST_MEMBERS, MOST_SEATS } from '../policy';

export type FormKind = SignUpTerms['form'];

/** As many as an event can allow a party to be (`SignUpTermsSchema`). */

export const TOPIC_TYPES = ['problem-solving', 'innovation'] as const;
export const METERS = ['water', 'electricity', 'gas'] as const;

/** Not asked for unless the code's check character is not the standard's; see `parseForm`. */
const confirmed = v.optional(v.boolean());
const enterprise = { enterprise: lineField(60), creditCode: creditCodeField(), creditCodeConfirmed: confirmed };
/** Somebody who sends others and may not attend; left out, the first who attends is the contact. */
const contact = { contactName: optionalNameField(), mobile: optionalMobileField('contactMobile') };
const attendee = { name: nameField(), mobile: mobileField(), post: optionalLineField(30) };

const FORMS = {
  visit: v.strictObject({ contactName: nameField(), mobile: mobileField(), partySize: countField(MOST_SEATS) }),
  training: v.strictObject({ ...enterprise, attendees: peopleField(attendee, MOST_SEATS), ...contact }),
  qc: v.strictObject({
    ...enterprise,
    groupName: lineField(40),
    topic: lineField(80),
    topicType: choiceField(TOPIC_TYPES),
    members: countField(MOST_MEMBERS),
    presenter: nameField(),
    mobile: mobileField(),
  }),
  metrology: v.strictObject({
    contactName: nameField(),
    mobile: mobileField(),
    partySize: countField(MOST_SEATS),
    meters: choicesField(METERS),
  }),
} as const satisfies Record<FormKind, v.GenericSchema>;

/** A form that was checked, its texts made plain. */
export type FilledForm = {
  readonly [Kind in FormKind]: { readonly kind: Kind; readonly values: v.InferOutput<(typeof FORMS)[Kind]> };
}[FormKind];

/** The field that says how many seats are asked for; `null`: always one. */
const SEATS_FIELD = { visit: 'partySize', training: 'attendees', qc: null, metrology: 'partySize' } as const;

/** The form's fields in the order in which they are asked; those that count seats end at the event's `maxParty`. */
export function fieldsOf(kind: FormKind, maxParty: number): readonly Field[] {
  return fieldsOfEntries(FORMS[kind].entries).map((field) =>
    field.name === SEATS_FIELD[kind] && 'max' in field ? { ...field, max: Math.min(field.max, maxParty) } : field,
  );
}

/** Seats that a form asks for: the party, everybody who attends, one for a QC group. */
export function seatsOf(form: FilledForm): number {
  switch (form.kind) {
    case 'visit':
    case 'metrology':
      return form.values.partySize;
    case 'training':
      return form.values.attendees.length;
    case 'qc':
      return 1;
  }
}

export type FormDecision =
  | { readonly ok: true; readonly form: FilledForm; readonly seats: number }
  | { readonly ok: false; readonly errors: readonly [FieldError, ...FieldError[]] };

/** More errors than this would not help a person. */
const MOST_ERRORS = 50;
/** Each field reports its first error only. */
const ONE_EACH = { abortPipeEarly: true } as const;

function parseAs(kind: FormKind, input: unknown): FilledForm | readonly FieldError[] {
  const filled = <Kind extends FormKind, Values>(
    of: Kind,
    parsed: v.SafeParseResult<v.GenericSchema<unknown, Values>>,
  ) => (parsed.success ? { kind: of, values: parsed.output } : parsed.issues.slice(0, MOST_ERRORS).map(findingOf));
  switch (kind) {
    case 'visit':
      return filled(kind, v.safeParse(FORMS.visit, input, ONE_EACH));
    case 'training':
      return filled(kind, v.safeParse(FORMS.training, input, ONE_EACH));
    case 'qc':
      return filled(kind, v.safeParse(FORMS.qc, input, ONE_EACH));
    case 'metrology':
      return filled(kind, v.safeParse(FORMS.metrology, input, ONE_EACH));
  }
}

/** What the schema of one field cannot see. */
interface Whole {
  readonly creditCode?: unknown;
  readonly creditCodeConfirmed?: unknown;
  readonly attendees?: unknown;
}

const CodeSchema = v.object({ creditCode: creditCodeField() });
const PersonSchema = v.object({ name: nameField(), mobile: mobileField() });

/** A code whose check character is another than the standard's has to be confirmed against the licence. */
function* findUnsureCode(input: Whole): Generator<FieldError> {
  const code = v.safeParse(CodeSchema, input);
  if (code.success && !isCreditCode(code.output.creditCode) && input.creditCodeConfirmed !== true) {
    yield { path: 'creditCode', code: 'credit-code-unsure' };
  }
}

/** The same name with the same mobile is the same person, who needs one seat. */
function* findDuplicates({ attendees }: Whole): Generator<FieldError> {
  if (!Array.isArray(attendees) || attendees.length > MOST_SEATS) return;
  const seen = new Set<string>();
  for (const [index, attendee] of attendees.entries()) {
    const person = v.safeParse(PersonSchema, attendee);
    if (!person.success) continue;
    const key = `${person.output.name}\n${person.output.mobile}`;
    if (seen.has(key)) yield { path: `attendees.${index}.name`, code: 'duplicate-person' };
    seen.add(key);
  }
}

const WholeSchema = v.object({
  creditCode: v.unknown(),
  creditCodeConfirmed: v.unknown(),
  attendees: v.unknown(),
});

function findInWhole(kind: FormKind, input: unknown): readonly FieldError[] {
  const whole = v.safeParse(v.partial(WholeSchema), input);
  if (!whole.success || (kind !== 'training' && kind !== 'qc')) return [];
  return [...findUnsureCode(whole.output), ...(kind === 'training' ? findDuplicates(whole.output) : [])];
}

function omitConfirmation<Values extends { creditCodeConfirmed?: boolean | undefined }>(
  values: Values,
): Omit<Values, 'creditCodeConfirmed'> {
  const rest = { ...values };
  delete rest.creditCodeConfirmed;
  return rest;
}

/** A confirmation is kept only where it was needed. */
function withoutIdleConfirmation(form: FilledForm): FilledForm {
  if (form.kind === 'visit' || form.kind === 'metrology' || !isCreditCode(form.values.creditCode)) return form;
  return form.kind === 'training'
    ? { kind: form.kind, values: omitConfirmation(form.values) }
    : { kind: form.kind, values: omitConfirmation(form.values) };
}

/** A contact who does not attend has a name and a number, or there is none. */
function halfContact(form: FilledForm): readonly FieldError[] {
  if (form.kind !== 'training') return [];
  const { contactName, mobile } = form.values;
  if ((contactName === undefined) === (mobile === undefined)) return [];
  return [{ path: contactName === undefined ? 'contactName' : 'mobile', code: 'required' }];
}

/**
 * Checks a form of the event's kind. Refuses, with the place of each field and all at once: what is missing, what is too
 * long, a name with digits, a contact with a name or a number alone, a mobile number that is none of the mainland, what
 * is no credit code, one with another check character that nobody confirmed (`credit-code-unsure`;
 * `creditCodeConfirmed: true`), a character that cannot be shown (`unknown-character`), a field that the form does not
 * have, a party over `maxParty` (`party-too-large`), the same person twice in a party (`duplicate-person`), and anything
 * like an identity number (`id-number`).
 * Texts come out plain (`plain-text.ts`), so equal forms have equal JSON.
 */
export function parseForm(kind: FormKind, input: unknown, maxParty: number): FormDecision {
  const parsed = parseAs(kind, input);
  const isFilled = 'kind' in parsed;
  const seats = isFilled ? seatsOf(parsed) : 0;
  if (isFilled && seats > maxParty) {
    return { ok: false, errors: [{ path: SEATS_FIELD[kind] ?? '', code: 'party-too-large' }] };
  }
  const [first, ...rest] = [...(isFilled ? halfContact(parsed) : parsed), ...findInWhole(kind, input)];
  if (first) return { ok: false, errors: [first, ...rest.slice(0, MOST_ERRORS - 1)] };
  if (!isFilled) return { ok: false, errors: [{ path: '', code: 'invalid' }] };
  return { ok: true, form: withoutIdleConfirmation(parsed), seats };
}

/**
 * Reads a stored form, or one to compare with it, by its fields alone: rules on the form as a whole may be newer than
 * the form. `null`: it is no form of this kind.
 */
export function readForm(kind: FormKind, input: unknown): FilledForm | null {
  const parsed = parseAs(kind, input);
  return 'kind' in parsed ? withoutIdleConfirmation(parsed) : null;
}

/** The one person to call about a sign-up: of an enterprise whom it names as its contact, else the first who attends. */
export function contactOf(form: FilledForm): { readonly name: string; readonly mobile: string } {
  switch (form.kind) {
    case 'visit':
    case 'metrology':
      return { name: form.values.contactName, mobile: form.values.mobile };
    case 'training': {
      const { contactName, mobile, attendees } = form.values;
      const [first] = attendees;
      return { name: contactName ?? first?.name ?? '', mobile: mobile ?? first?.mobile ?? '' };
    }
    case 'qc':
      return { name: form.values.presenter, mobile: form.values.mobile };
  }
}

/** What stands for a letter that a screen at the door does not show. */
const MASK = '*';
const MOST_MASKS = 2;

/** A name as a screen at the door may show it: the first character, and a star for each other, two at most: `王*`, `王**`. */
export function maskName(name: string): string {
  const [first = '', ...others] = name;
  return first + MASK.repeat(Math.min(others.length, MOST_MASKS));
}
