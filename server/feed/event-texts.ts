/** Events as a page of the feed carries them, kept as text: a change is written once and read by everybody in its region. */
import { LRUCache } from 'lru-cache';
import type { EventRow } from '../db/schema';
import { presentEvent } from '../events/present';

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

export class EventTexts {
  private readonly known: LRUCache<string, EventText>;

  constructor(mostBytes: number) {
    this.known = new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: ({ text }) => text.length * BYTES_OF_CHARACTER + BYTES_BESIDES,
    });
  }

  put(rows: readonly EventRow[]): void {
    for (const row of rows) {
      if ((this.known.peek(row.id)?.rev ?? -1) >= row.rev) continue;
      const text = JSON.stringify(presentEvent(row));
      this.known.set(row.id, { rev: row.rev, text, likeness: `${row.programmeId}|${row.title}` });
    }
  }

  /** `undefined`: it is not in memory in this revision. */
  get(id: string, rev: number): EventText | undefined {
    const text = this.known.get(id);
    return text?.rev === rev ? text : undefined;
  }
}
