/** The events that a feed, a calendar or a framed page asks for, as a condition in SQL, and when they last changed. */
import { and, eq, type SQL } from 'drizzle-orm';
import type { Selection } from '../../domain/event/selection';
import { visibleRanges } from '../../domain/region/region';
import { displayNameOf, regionExists } from '../../domain/region/region-names';
import { type Head, lastChanged } from '../campaigns/registry';
import type { Db } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { event } from '../db/schema';
import { isVisible } from './visible';

export interface SelectedEvents {
  readonly ok: true;
  /** The region's code or the organisation's id. */
  readonly key: string;
  readonly name: string;
  readonly condition: SQL | undefined;
  /** The revision of the last change that a reader must learn of. */
  readonly rev: number;
  /** Whether there are more than so many. */
  readonly isLargerThan: (count: number) => boolean;
}

export type SelectedOrRefused = SelectedEvents | { readonly ok: false; readonly code: 'unknown-region' | 'not-found' };

/** Of an organisation any change in the campaign counts: what it holds is not known without asking the database. */
export async function selectEvents(db: Db, head: Head, selection: Selection): Promise<SelectedOrRefused> {
  const stays = and(eq(event.campaignId, head.summary.id), eq(event.removed, false));
  const { region, organisation: id } = selection;
  if (region !== undefined) {
    if (!regionExists(region)) return { ok: false, code: 'unknown-region' };
    return {
      ...{ ok: true, key: region, name: displayNameOf(region) ?? region, rev: lastChanged(head, region) },
      condition: and(stays, isVisible(event.region, visibleRanges(region))),
      isLargerThan: (count) => head.log.countSeen(region) > count,
    };
  }
  const [found] =
    id === undefined
      ? []
      : await db
          .select({ id: organisation.id, name: organisation.name })
          .from(organisation)
          .where(and(eq(organisation.id, id), eq(organisation.state, 'active')));
  if (!found) return { ok: false, code: 'not-found' };
  return {
    ...{ ok: true, key: found.id, name: found.name, rev: head.rev },
    condition: and(stays, eq(event.organisationId, found.id)),
    isLargerThan: () => false,
  };
}
