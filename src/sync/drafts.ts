/** What was typed and not sent yet, and whom this phone signs up: kept on this phone only. */
import type { EventId } from '../../domain/ids';
import * as v from 'valibot';
import { DAY_MS } from '../../domain/time/time';
import { phoneNow } from '../platform/clock';
import { persisted } from './persisted';
import { persistedFamily } from './persisted-family';
import { DRAFTS_KEPT_DAYS } from '../../domain/policy';

/** A draft that nobody came back to is somebody's name and number left lying about. */

export type Values = Readonly<Record<string, unknown>>;

const drafts = persistedFamily({
  prefix: 'draft/',
  schema: v.object({ at: v.number(), values: v.record(v.string(), v.unknown()) }),
  owner: 'account',
  missed: 'draft',
});

/** Stored at the next pause in the typing. */
export function keepDraft(eventId: EventId, values: Values): void {
  drafts.write(eventId, { at: phoneNow(), values });
}

/** `null`: nothing was typed for this event. */
export function draftOf(eventId: EventId): Values | null {
  return drafts.read(eventId)?.values ?? null;
}

export function forgetDraft(eventId: EventId): void {
  drafts.drop(eventId);
}

/** Drops drafts that are too old or do not parse. */
export function sweepDrafts(): void {
  drafts.sweep(({ at }) => phoneNow() - at <= DRAFTS_KEPT_DAYS * DAY_MS);
}

/** What one need not type again. */
const ContactSchema = v.object({
  name: v.optional(v.string()),
  mobile: v.optional(v.string()),
  enterprise: v.optional(v.string()),
  creditCode: v.optional(v.string()),
});
export type Contact = v.InferOutput<typeof ContactSchema>;

const contact = persisted<Contact, Contact>({
  key: 'contact',
  version: 1,
  schema: ContactSchema,
  empty: {},
  toState: (stored) => stored,
  toStored: (state) => state,
  owner: 'account',
  missed: 'setting',
});

export function rememberedContact(): Contact {
  contact.refresh();
  return contact.store.getState();
}

export function rememberContact(part: Contact): void {
  contact.update((known) => ({ ...known, ...part }));
}

/** Forgets everybody who was typed in on this phone. */
export function forgetTyped(): void {
  contact.clear();
  drafts.clear();
}
