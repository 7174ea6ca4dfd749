/** What was typed and not sent yet, and whom this phone signs up: kept on this phone only. */
import * as v from 'valibot';
import { DAY_MS } from '../../domain/time/time';
import { phoneNow } from '../platform/clock';
import { keys, read, remove } from '../platform/storage';
import { dropOwn, keepOwn, keepOwnAtPause } from './room';
import { DRAFTS_KEPT_DAYS } from '../../domain/policy';

const PREFIX = 'draft/';

const DraftSchema = v.object({
  at: v.number(),
  values: v.record(v.string(), v.unknown()),
});

export type Values = Readonly<Record<string, unknown>>;

/** Stored at the next pause in the typing. */
export function keepDraft(eventId: string, values: Values): void {
  keepOwnAtPause(PREFIX + eventId, { at: phoneNow(), values }, 'draft');
}

/** `null`: nothing was typed for this event. */
export function draftOf(eventId: string): Values | null {
  const draft = v.safeParse(DraftSchema, read(PREFIX + eventId));
  return draft.success ? draft.output.values : null;
}

export function forgetDraft(eventId: string): void {
  dropOwn(PREFIX + eventId);
}

/** Drops drafts that are too old or do not parse. */
export function sweepDrafts(): void {
  for (const key of keys()) {
    if (!key.startsWith(PREFIX)) continue;
    const draft = v.safeParse(DraftSchema, read(key));
    if (!draft.success || phoneNow() - draft.output.at > DRAFTS_KEPT_DAYS * DAY_MS) remove(key);
  }
}

const CONTACT_KEY = 'contact';

/** What one need not type again. */
const ContactSchema = v.object({
  name: v.optional(v.string()),
  mobile: v.optional(v.string()),
  enterprise: v.optional(v.string()),
  creditCode: v.optional(v.string()),
});
export type Contact = v.InferOutput<typeof ContactSchema>;

export function rememberedContact(): Contact {
  const contact = v.safeParse(ContactSchema, read(CONTACT_KEY));
  return contact.success ? contact.output : {};
}

export function rememberContact(contact: Contact): void {
  keepOwn(CONTACT_KEY, { ...rememberedContact(), ...contact }, 'setting');
}

/** Forgets everybody who was typed in on this phone. */
export function forgetTyped(): void {
  dropOwn(CONTACT_KEY);
  for (const key of keys()) if (key.startsWith(PREFIX)) dropOwn(key);
}
