import type { OrganisationId } from '../../domain/ids';
import { eq } from 'drizzle-orm';
import type { Tx } from '../db/database';
import { eventDraft } from '../db/draft-schema';

/** An id that somebody else prepares an event under is theirs, though nobody sees it yet. */
export async function isDraftOfAnother(tx: Tx, id: string, organisationId: OrganisationId | null): Promise<boolean> {
  const [row] = await tx
    .select({ organisationId: eventDraft.organisationId, state: eventDraft.state })
    .from(eventDraft)
    .where(eq(eventDraft.eventId, id));
  return row !== undefined && row.state !== 'published' && row.organisationId !== organisationId;
}
