/** The work on spreadsheets and documents that would hold up every phone if the server did it itself: for a thread of its own. */
import { createHash } from 'node:crypto';
import { type CheckedItems, checkItems } from '../../domain/campaign/item-sheet';
import { checkSheet, eventSheet } from '../../domain/event-import/check-sheet';
import type { ImportFacts, SheetCheck } from '../../domain/event-import/import-types';
import type { RowTexts } from '../../domain/event-import/to-texts';
import { summaryDocument } from '../documents/summary-document';
import type { SummaryFile } from '../documents/summary-file';
import { summaryWorkbook } from '../documents/summary-workbook';
import { figuresWorkbook, type FiguresFile } from './figures-file';
import { markedWorkbook } from './marked-workbook';
import { readFileSheets, type NamedFile } from './read-file';
import { rosterCsv, rosterWorkbook, type RosterFile } from './roster-file';
import { eventWorkbook, type TemplateFacts } from './template';

export interface FileCheck extends SheetCheck {
  /** Of the file's bytes, in lower-case hexadecimal: what `decideApply` compares. */
  readonly sha256: string;
}

interface FileAndFacts {
  readonly file: NamedFile;
  readonly facts: ImportFacts;
}

/** Each takes and gives plain data. Reading throws `RefusedFile`. */
export const JOBS = {
  check: ({ file, facts }: FileAndFacts): FileCheck => {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    return { ...checkSheet(eventSheet(readFileSheets(file)), facts), sha256 };
  },
  items: ({ file }: { readonly file: NamedFile }): CheckedItems => {
    const [sheet] = readFileSheets(file);
    return checkItems(sheet);
  },
  mark: ({ file, facts }: FileAndFacts): Uint8Array | null => {
    const sheet = eventSheet(readFileSheets(file));
    return markedWorkbook(sheet, checkSheet(sheet, facts), facts);
  },
  events: ({ facts, rows }: { readonly facts: TemplateFacts; readonly rows: readonly RowTexts[] }): Uint8Array =>
    eventWorkbook(facts, rows),
  roster: (file: RosterFile): Uint8Array => rosterWorkbook(file),
  summaryDocument: (file: SummaryFile): Promise<Uint8Array> => summaryDocument(file),
  summaryWorkbook: (file: SummaryFile): Uint8Array => summaryWorkbook(file),
  figures: (file: FiguresFile): Uint8Array => figuresWorkbook(file),
  rosterCsv: (file: RosterFile): Uint8Array => rosterCsv(file),
};

export type JobName = keyof typeof JOBS;
export type JobInput<Name extends JobName> = Parameters<(typeof JOBS)[Name]>[0];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<(typeof JOBS)[Name]>>;
