/** An event as its organisation sees it, or a superior. */
import { and, count, eq, inArray } from 'drizzle-orm';
import { type Draft, draftOf } from '../../domain/event/draft';
import { differencesOf } from '../../domain/event/draft-fields';
import { formatInstant } from '../../domain/time/time';
import { signUp } from '../db/account-schema';
import type { Db, Tx } from '../db/database';
import type { EventRow } from '../db/schema';
import { presentEvent } from '../events/present';
import { isApprovalNeeded } from './approval';
import { maySee, type OfOrganisation, stateFor } from './draft-act';
import { bodyOf, type Work } from './draft-row';

export const presentPublished = (live: EventRow | null): Draft['published'] =>
  live && {
    rev: live.rev,
    status: live.status,
    ...(live.cancelReason !== null && { cancelReason: live.cancelReason }),
    suspended: live.suspended,
  };

async function countOf(db: Db | Tx, { id, taken, waiting }: EventRow): Promise<NonNullable<Draft['counts']>> {
  const [row] = await db
    .select({ parties: count() })
    .from(signUp)
    .where(and(eq(signUp.eventId, id), inArray(signUp.status, ['confirmed', 'waitlisted'])));
  return { taken, waiting, parties: row?.parties ?? 0 };
}

/** `principal`: whose view it is; `null`: the organisation's own. */
export async function presentWork(db: Db | Tx, work: Work, principal: OfOrganisation | null): Promise<Draft> {
  const { id, organisation, live, draft, rev } = work;
  const state = principal ? stateFor(principal, work) : work.state;
  const isCounted = live !== null && (!principal || maySee(principal, 'event:count', work));
  const body = bodyOf({ draft, live, state });
  return {
    id,
    ...body,
    rev,
    state,
    organisation: { id: organisation.id, name: organisation.name },
    published: presentPublished(live),
    approval: (await isApprovalNeeded(db, organisation)) ? 'needed' : 'not-needed',
    changes: live ? differencesOf(draftOf(presentEvent(live)), body) : [],
    cleared: state === 'published' ? [] : (draft?.cleared ?? []),
    reason: state === 'returned' ? (draft?.reason ?? null) : null,
    counts: isCounted ? await countOf(db, live) : null,
    updatedAt: draft && state !== 'published' ? formatInstant(draft.updatedAt) : null,
  };
}
