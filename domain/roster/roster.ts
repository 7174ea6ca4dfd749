/** An event's roster (名单) as its own organisation sees it (docs/rules.md, "Rosters"). */
import * as v from 'valibot';
import { InstantTextSchema } from '../time/instant';
import { SignUpStatusSchema } from '../sign-up/sign-up';
import { contactOf, type FilledForm } from '../sign-up/sign-up-form';
import { lastFour } from './mask';
import { RosterExportSchema, type RosterLine } from './roster-export';

/** How many of the party are in, and when the first of them came; left out while nobody is. */
const ATTENDED = { attended: v.optional(v.number()), attendedAt: v.optional(InstantTextSchema) };

const RowSchema = v.object({
  id: v.string(),
  /** Masked; `null` once personal data was purged. */
  name: v.nullable(v.string()),
  mobile: v.nullable(v.string()),
  seats: v.number(),
  state: SignUpStatusSchema,
  /** The last four characters, while confirmed. */
  ticket: v.nullable(v.string()),
  signedUpAt: InstantTextSchema,
  ...ATTENDED,
});
export type RosterRow = v.InferOutput<typeof RowSchema>;

export const RosterSchema = v.object({
  rows: v.array(RowSchema),
  /** For `after` of the next page; `null`: there is no more. */
  next: v.nullable(v.string()),
  /** Since when names and numbers are gone; `null`: they are there. */
  purgedAt: v.nullable(InstantTextSchema),
  counts: v.object({ confirmed: v.number(), seats: v.number(), waitlisted: v.number() }),
});

/** One person's full data. */
export const RosterEntrySchema = v.object({
  id: v.string(),
  state: SignUpStatusSchema,
  seats: v.number(),
  ticket: v.nullable(v.string()),
  signedUpAt: InstantTextSchema,
  ...ATTENDED,
  form: v.nullable(v.object({ kind: v.string(), values: v.record(v.string(), v.unknown()) })),
});

/** The body of an export; `format` is a workbook unless it says otherwise. */
export const RosterExportBodySchema = v.strictObject({
  ...RosterExportSchema.entries,
  format: v.optional(v.picklist(['xlsx', 'csv'])),
});

export interface RosterPerson {
  readonly name: string;
  readonly mobile: string;
}

/** Everybody whom a form names: the contact first, then those who attend. */
export function peopleOf(form: FilledForm): readonly RosterPerson[] {
  const contact = contactOf(form);
  return form.kind === 'training' ? [contact, ...form.values.attendees] : [contact];
}

/** Whether a search finds the sign-up: part of a name, or the last four of a number or of the ticket. */
export function isFound(query: string, people: readonly RosterPerson[], ticket: string | null): boolean {
  const asked = query.trim().toUpperCase();
  if (asked === '') return true;
  return (
    (ticket !== null && lastFour(ticket) === asked) ||
    people.some(({ name, mobile }) => name.toUpperCase().includes(asked) || lastFour(mobile) === asked)
  );
}

/** What is known of a sign-up besides its form. */
export interface RosterFacts {
  readonly seats: number;
  /** In the words of the file. */
  readonly state: string;
  readonly ticket: string | null;
  /** Epoch ms. */
  readonly signedUpAt: number;
  /** When the first of the party came in (epoch ms); `null` or left out: nobody did. */
  readonly attendedAt?: number | null;
}

/**
 * The lines of a file for one sign-up: one for each person who attends a training, with one seat each, else one for the
 * party. A purged form leaves a line without names.
 */
export function linesOfSignUp(form: FilledForm | null, facts: RosterFacts): RosterLine[] {
  const { seats, state, ticket, signedUpAt, attendedAt = null } = facts;
  const arrived = attendedAt === null ? {} : { attendedAt };
  const known = { state, signedUpAt, ...arrived, ...(ticket !== null && { ticket }) };
  if (form === null) return [{ ...known, seats }];
  switch (form.kind) {
    case 'visit':
    case 'metrology':
      return [{ ...known, seats, name: form.values.contactName, mobile: form.values.mobile }];
    case 'qc': {
      const { presenter, mobile, enterprise, creditCode, groupName, topic } = form.values;
      return [{ ...known, seats, name: presenter, mobile, enterprise, creditCode, group: groupName, topic }];
    }
    case 'training': {
      const { enterprise, creditCode, attendees } = form.values;
      return attendees.map(({ name, mobile, post }) => ({
        ...{ ...known, seats: 1, name, mobile, enterprise, creditCode },
        ...(post !== undefined && { post }),
      }));
    }
  }
}
