/** What an import is checked against, and what the check says. */
import type { Campaign } from '../campaign/campaign';
import type { PublishBody, QualityEvent } from '../event/event';
import type { ColumnKey } from './columns';
import type { ImportItem } from './find-item';

/** Plain data, so that it can travel to another thread. */
export interface ImportFacts {
  readonly campaign: Pick<Campaign, 'id' | 'year' | 'state' | 'sample'>;
  readonly items: readonly ImportItem[];
  /** Who holds an event whose row does not say so; `null`: the row must. */
  readonly organiser: string | null;
  /** The region within which it may publish. */
  readonly scope: string;
  /** The organisation's own events of the campaign, drafts included, as they are now. */
  readonly existing: readonly QualityEvent[];
  /** Ids that another organisation or campaign uses. */
  readonly takenIds: readonly string[];
}

/** One thing wrong with a file, or worth a second look. Its sentence is in `words/spreadsheets`. */
export interface ImportFault {
  /** From 1, as the sheet counts. */
  readonly row: number;
  /** `C7`; `null` where the file has no such cell. */
  readonly cell: string | null;
  /** `null`: the whole row, or a column that the form does not know. */
  readonly column: ColumnKey | null;
  readonly code: string;
  /** What is in the cell, cut short. */
  readonly value: string;
  /** What was probably meant, or the word that gave offence. */
  readonly detail?: string;
}

/** A column's text before and after; empty for nothing. */
export interface FieldChange {
  readonly column: ColumnKey;
  readonly from: string;
  readonly to: string;
}

/** One good row: what applying it would do. */
export interface ImportChange {
  readonly row: number;
  readonly id: string;
  readonly outcome: 'new' | 'changed' | 'unchanged';
  /** Of a changed event only. */
  readonly fields: readonly FieldChange[];
  /** The revision that the comparison was made with; `null`: there is no such event yet. */
  readonly rev: number | null;
  readonly body: PublishBody;
}

export interface SheetCheck {
  readonly sheet: string;
  /** Rows that say something, below the heading. */
  readonly rows: number;
  /** With a fault in the heading nothing below it was read. */
  readonly headingFaults: readonly ImportFault[];
  /** In the order of rows and columns. */
  readonly faults: readonly ImportFault[];
  readonly warnings: readonly ImportFault[];
  readonly changes: readonly ImportChange[];
}
