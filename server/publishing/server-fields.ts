/** What a publisher sends of the server's own fields, which must say what the server says. */
import { isDeepStrictEqual } from 'node:util';
import { and, eq } from 'drizzle-orm';
import { type PublishBody, SERVER_FIELDS, type SentEvent } from '../../domain/event/event';
import type { Tx } from '../db/database';
import { campaign, type EventRow, programmeItem } from '../db/schema';
import type { FieldError } from '../http/errors';
import { documentTitle } from '../events/basis';
import { presentEventAlone } from '../events/present';
import type { Content } from './content';

type Said = Readonly<Record<string, unknown>>;

async function presentWith(tx: Tx, row: EventRow): Promise<Said> {
  const [basis] = await tx
    .select({ item: programmeItem.content, title: documentTitle })
    .from(programmeItem)
    .innerJoin(campaign, eq(campaign.id, programmeItem.campaignId))
    .where(and(eq(programmeItem.campaignId, row.campaignId), eq(programmeItem.id, row.programmeId)));
  return basis ? presentEventAlone(row, basis.item, basis.title) : {};
}

/** An event that is not there yet, as it would be; only its revision cannot be known. */
const asNew = (id: string, campaignId: string, content: Content): EventRow => ({
  ...{ id, campaignId, ...content, status: 'scheduled', cancelReason: null, removed: false },
  ...{ rev: -1, seenIn: [], taken: 0, waiting: 0 },
});

/**
 * The fields that differ both from the event as it is and from what it would become: after an edit of the title the
 * initials that were read with the old one are still no mistake.
 */
export async function findServerFields(
  tx: Tx,
  body: PublishBody | SentEvent,
  id: string,
  content: Content,
  old: EventRow | undefined,
): Promise<FieldError[]> {
  const said: Said = body;
  const sent = SERVER_FIELDS.filter((field) => said[field] !== undefined);
  if (sent.length === 0) return [];
  const after = old ? { ...old, ...content } : asNew(id, body.campaign, content);
  const known = [await presentWith(tx, after), ...(old ? [await presentWith(tx, old)] : [])];
  return sent
    .filter((field) => !known.some((each) => isDeepStrictEqual(each[field], said[field])))
    .map((path) => ({ path, code: 'server-field' }));
}
