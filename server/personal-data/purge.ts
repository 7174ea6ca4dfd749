/** Personal data goes 30 days after the event ended (docs/rules.md); that somebody had signed up stays. */
import { and, inArray, isNotNull, lte } from 'drizzle-orm';
import { DAY_MS } from '../../domain/time/time';
import { signUp } from '../db/account-schema';
import type { Tx } from '../db/database';
import { event } from '../db/schema';

const KEPT_MS = 30 * DAY_MS;

export async function purgeForms(tx: Tx, now: number): Promise<void> {
  const over = tx
    .select({ id: event.id })
    .from(event)
    .where(lte(event.endsAt, now - KEPT_MS));
  await tx
    .update(signUp)
    .set({ keyId: null, encrypted: null })
    .where(and(isNotNull(signUp.encrypted), inArray(signUp.eventId, over)));
}
