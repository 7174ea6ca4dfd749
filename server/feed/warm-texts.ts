/** After a start the contents of the latest changes come into memory, beside the first requests: a delta asks no database. */
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Head } from '../campaigns/registry';
import type { Db } from '../db/database';
import { event } from '../db/schema';
import type { EventTexts } from './event-texts';

/** Events; a third of the memory for texts. */
const MOST = 10_000;
/** So few that nobody waits for their texts. */
const ROWS_AT_ONCE = 50;

/** `isWanted`: `false` once the process stops. */
export async function warmTexts(
  db: Db,
  { summary, rev, log }: Head,
  texts: EventTexts,
  isWanted: () => boolean,
): Promise<void> {
  if (log.isEmpty()) return;
  // No two events share a revision.
  for (let after = rev - MOST; isWanted();) {
    const rows = await db
      .select()
      .from(event)
      .where(and(eq(event.campaignId, summary.id), gt(event.rev, after), eq(event.removed, false)))
      .orderBy(asc(event.rev))
      .limit(ROWS_AT_ONCE);
    texts.put(rows);
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows[rows.length - 1]?.rev ?? rev;
  }
}
