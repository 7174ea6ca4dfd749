/** The latest changes of events, as feed readers know entries. */
import { createHash } from 'node:crypto';
import { desc, type SQL } from 'drizzle-orm';
import { dayOf } from '../../domain/time/time';
import { placeWords } from '../../words/present-event';
import { syndicationWords as words } from '../../words/syndication';
import { spanWords } from '../../words/when';
import type { Db } from '../db/database';
import { event, type EventRow } from '../db/schema';
import { displayNameOf } from '../../domain/region/region-names';

/** Entries of a feed. A reader asks often, and shows no more. */
const MOST_ENTRIES = 100;

export interface Entry {
  /** Stays the same for as long as the event does. */
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly text: string;
  readonly author: string;
  readonly category: string;
  /** Epoch ms. */
  readonly changedAt: number;
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  /** The browser app. */
  readonly site: string;
  /** This feed's own address. */
  readonly self: string;
  /** Epoch ms. */
  readonly changedAt: number;
  readonly entries: readonly Entry[];
}

/** A UUID of version 8 (RFC 9562) from a name. */
export function urnOf(name: string): string {
  const hex = createHash('sha256').update(`quality-month ${name}`).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const eventAddress = (site: string, id: string): string =>
  `${site}/#/packages/event/index?id=${encodeURIComponent(id)}`;

export const placeOf = ({ region, venue }: Pick<EventRow, 'region' | 'venue'>): string =>
  placeWords({ regionName: displayNameOf(region) ?? region, venue });

export const timeOf = ({ startsAt, endsAt }: Pick<EventRow, 'startsAt' | 'endsAt'>): string =>
  spanWords(startsAt, endsAt, dayOf(startsAt));

function titleOf({ status, suspended, title }: EventRow): string {
  if (status === 'cancelled') return words.cancelled(title);
  return suspended ? words.suspended(title) : title;
}

function presentEntry(row: EventRow, site: string): Entry {
  const lines = [
    row.cancelReason === null ? '' : words.reason(row.cancelReason),
    row.summary,
    words.time(timeOf(row)),
    words.place(placeOf(row)),
    words.organiser(row.organiser.name),
    words.free,
  ];
  return {
    id: urnOf(`event ${row.campaignId} ${row.id}`),
    title: titleOf(row),
    link: eventAddress(site, row.id),
    text: lines.filter((line) => line !== '').join('\n'),
    author: row.organiser.name,
    category: row.kind,
    changedAt: row.changedAt,
  };
}

/** Cancelled ones are among them, since a reader has to learn of it. The latest change comes first. */
export async function readEntries(db: Db, condition: SQL | undefined, site: string): Promise<Entry[]> {
  const rows = await db.select().from(event).where(condition).orderBy(desc(event.rev)).limit(MOST_ENTRIES);
  return rows.map((row) => presentEntry(row, site));
}
