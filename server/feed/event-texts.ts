/** Events as a page of the feed carries them, kept as text: a change is written once and read by everybody in its region. */
import { inArray } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Change } from '../campaigns/change-log';
import type { Db } from '../db/database';
import { event, type EventRow } from '../db/schema';
import { presentEvent } from '../events/present';
import { mapInSteps } from '../http/in-steps';

export interface EventText {
  readonly rev: number;
  /** JSON. */
  readonly text: string;
  /** Events that are alike stand together, which compresses better. */
  readonly likeness: string;
}

/** A character takes two bytes where any is Chinese. */
const BYTES_OF_CHARACTER = 2;
const BYTES_BESIDES = 200;

function textOf(row: EventRow): EventText {
  return { rev: row.rev, text: JSON.stringify(presentEvent(row)), likeness: `${row.programmeId}|${row.title}` };
}

export class EventTexts {
  private readonly known: LRUCache<string, EventText>;

  constructor(mostBytes: number) {
    this.known = new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: ({ text }) => text.length * BYTES_OF_CHARACTER + BYTES_BESIDES,
    });
  }

  get size(): { readonly events: number; readonly bytes: number } {
    return { events: this.known.size, bytes: this.known.calculatedSize };
  }

  put(rows: readonly EventRow[]): void {
    for (const row of rows) {
      if ((this.known.peek(row.id)?.rev ?? -1) < row.rev) this.known.set(row.id, textOf(row));
    }
  }

  /** Of rows that were read, keeping none: whole copies would drive out what deltas are made of. */
  async of(rows: readonly EventRow[]): Promise<EventText[]> {
    return mapInSteps(rows, (row) => {
      const known = this.known.peek(row.id);
      return known?.rev === row.rev ? known : textOf(row);
    });
  }

  /**
   * Of events as the changes left them; what is not in memory is read and kept. `null`: one of them has changed again, or
   * is gone, and whoever asks has to look anew.
   */
  async after(db: Db, changes: readonly Change[]): Promise<EventText[] | null> {
    const find = ({ id, rev }: Change): EventText[] => {
      const text = this.known.get(id);
      return text?.rev === rev ? [text] : [];
    };
    const found = changes.flatMap(find);
    if (found.length === changes.length) return found;
    const missing = changes.filter((change) => find(change).length === 0).map(({ id }) => id);
    const rows = await db.select().from(event).where(inArray(event.id, missing));
    const read = new Map(await mapInSteps(rows, (row) => [row.id, textOf(row)] as const));
    for (const [id, text] of read) this.known.set(id, text);
    const all = changes.flatMap((change) => {
      const text = read.get(change.id);
      return text?.rev === change.rev ? [text] : find(change);
    });
    return all.length === changes.length ? all : null;
  }
}
