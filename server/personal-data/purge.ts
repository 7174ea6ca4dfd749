/** Personal data goes 30 days after the event ended (docs/rules.md); that somebody had signed up stays. */
import { and, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { DAY_MS } from '../../domain/time/time';
import { signUp } from '../db/account-schema';
import type { Tx } from '../db/database';
import { event } from '../db/schema';
import { FORMS_KEPT_DAYS } from '../../domain/policy';

/** One transaction holds nobody up for long: after a large event the rest is done by the next ones. */
const FORMS_KEPT_MS = FORMS_KEPT_DAYS * DAY_MS;
const FORMS_AT_ONCE = 2_000;

/** Since when the forms of an event are gone (epoch ms); `null`: they are there. */
export const purgedSince = (endsAt: number, now: number): number | null =>
  now >= endsAt + FORMS_KEPT_MS ? endsAt + FORMS_KEPT_MS : null;

/** `more`: some are left. */
export async function purgeForms(tx: Tx, now: number, atOnce = FORMS_AT_ONCE): Promise<'done' | 'more'> {
  const over = tx
    .select({ id: event.id })
    .from(event)
    .where(lte(event.endsAt, now - FORMS_KEPT_MS));
  const due = tx
    .select({ place: sql`${signUp}.ctid` })
    .from(signUp)
    .where(and(isNotNull(signUp.encrypted), inArray(signUp.eventId, over)))
    .limit(atOnce);
  const purged = await tx
    .update(signUp)
    .set({ keyId: null, encrypted: null })
    .where(sql`${signUp}.ctid = any(array(${due}))`)
    .returning({ id: signUp.id });
  return purged.length < atOnce ? 'done' : 'more';
}
