/** A whole sheet against the campaign and against what is there: docs/rules.md, "Importing events". */
import * as v from 'valibot';
import { EventIdSchema, type PublishBody, type QualityEvent } from '../event/event';
import { findFeeWord } from '../text/fee';
import { findFeeWarning } from '../text/fee-warning';
import { plainLine } from '../text/plain-text';
import { checkBody } from './check-body';
import { columnOfPath } from './columns';
import { itemLabel } from './find-item';
import type { ImportChange, ImportFacts, ImportFault, SheetCheck } from './import-types';
import { cellReader } from './merged';
import { looksLikeEvents, readHeading } from './read-heading';
import { readRow } from './read-row';
import { plainLines, withoutFraction } from './read-values';
import { RowCells } from './row-cells';
import { cellText, type Sheet } from './sheet';
import { differingColumns, toTexts, type RowTexts } from './to-texts';

/** What a publisher says of an event that is there: the body that would leave it as it is. */
function bodyOf(event: QualityEvent): PublishBody {
  const { campaign, programmeId, title, summary, organiser, region, venue, startsAt, endsAt, audiences, signUp } =
    event;
  const { suits, bring, meetAt } = event;
  return {
    ...{ campaign, programmeId, title, summary, organiser, region, venue, startsAt, endsAt, audiences, signUp },
    ...(suits !== undefined && { suits }),
    ...(bring !== undefined && { bring }),
    ...(meetAt !== undefined && { meetAt }),
  };
}

/** As a sheet would give it back: a text that was published in full width is no change. */
function readableTexts(texts: RowTexts): RowTexts {
  const entries = Object.entries(texts).map(([key, text]) => [key, plainLines(text)]);
  return Object.fromEntries(entries) as RowTexts;
}

function wordOf(body: unknown, path: string, find: (text: string) => string | null): string | undefined {
  const value = path
    .split('.')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), body);
  return typeof value === 'string' ? (find(value) ?? undefined) : undefined;
}

/** The sheet that the events are on: the first with a heading of ours, else the first. */
export function eventSheet(sheets: readonly [Sheet, ...Sheet[]]): Sheet {
  return sheets.find(looksLikeEvents) ?? sheets[0];
}

function changeOf(
  row: number,
  id: string,
  body: PublishBody,
  old: QualityEvent | undefined,
  facts: ImportFacts,
): ImportChange {
  if (!old) return { row, id, outcome: 'new', fields: [], rev: null, body };
  const textsOf = (of: PublishBody): RowTexts => {
    const item = facts.items.find((each) => each.id === of.programmeId);
    return readableTexts(toTexts(id, of, item ? itemLabel(item) : of.programmeId));
  };
  const [from, to] = [textsOf(bodyOf(old)), textsOf(body)];
  const fields = differingColumns(from, to).map((column) => ({ column, from: from[column], to: to[column] }));
  return { row, id, outcome: fields.length > 0 ? 'changed' : 'unchanged', fields, rev: old.rev, body };
}

/**
 * Reads every row and says all that is wrong with each, or what applying it would do. A fault in the heading (a column
 * that is missing or there twice, a campaign that takes no more events) stops before the rows: it would show in each.
 *
 * Rows are told apart by 编号 alone. An event that the file does not name is left alone. The same file, once applied,
 * changes nothing.
 */
export function checkSheet(sheet: Sheet, facts: ImportFacts): SheetCheck {
  const heading = readHeading(sheet, facts.organiser !== null);
  const headingFaults = [...heading.faults];
  if (facts.campaign.state === 'archived') {
    headingFaults.push({ row: heading.row, cell: null, column: null, code: 'campaign-closed', value: '' });
  }
  const blank = { sheet: sheet.name, rows: 0, faults: [], warnings: heading.warnings, changes: [] };
  if (headingFaults.length > 0) return { ...blank, headingFaults };

  const existing = new Map(facts.existing.map((event) => [event.id, event]));
  const taken = new Set(facts.takenIds);
  const rowOfId = new Map<string, number>();
  const faults: ImportFault[] = [];
  const warnings: ImportFault[] = [...heading.warnings];
  const changes: ImportChange[] = [];
  const cellAt = cellReader(sheet);
  let rows = 0;
  for (let row = heading.row + 1; row <= sheet.rows.length; row += 1) {
    // Formats and blanks that nobody sees reach far below the last event.
    if ((sheet.rows[row - 1] ?? []).every((cell) => plainLine(cellText(cell)) === '' && cell?.kind !== 'no-result'))
      continue;
    rows += 1;
    const cells = new RowCells(row, heading.columns, cellAt);
    const reading = cells.read('id');
    const id = reading.state === 'filled' ? withoutFraction(plainLine(reading.text)) : '';
    const above = rowOfId.get(id);
    if (reading.state === 'empty') cells.addFault('id', 'required');
    else if (reading.state === 'filled') {
      if (!v.is(EventIdSchema, id)) cells.addFault('id', 'event-id');
      else if (above !== undefined) cells.addFault('id', 'id-used-above', String(above));
      else if (taken.has(id)) cells.addFault('id', 'id-taken');
      if (above === undefined) rowOfId.set(id, row);
    }
    const old = existing.get(id);
    const { body, faultyPaths } = readRow(cells, { facts, epoch: sheet.epoch, before: old ? bodyOf(old) : null });
    const checked = checkBody(body, faultyPaths, facts);
    for (const { path, code } of checked.findings) {
      cells.addFault(
        columnOfPath(path),
        code,
        code === 'fee-not-allowed' ? wordOf(body, path, findFeeWord) : undefined,
      );
    }
    for (const { path, code } of checked.warnings) {
      cells.addWarning(
        columnOfPath(path),
        code,
        code === 'fee-unclear' ? wordOf(body, path, findFeeWarning) : undefined,
      );
    }
    faults.push(...cells.sorted(cells.faults));
    warnings.push(...cells.sorted(cells.warnings));
    if (cells.faults.length === 0 && checked.body) changes.push(changeOf(row, id, checked.body, old, facts));
  }
  return { sheet: sheet.name, rows, headingFaults, faults, warnings, changes };
}
