/** A workbook or a CSV file: the whole file is checked first, then its rows are published. */
import { writeFile } from 'node:fs/promises';
import { decideApply } from '../../domain/event-import/decide-apply';
import type { ImportFacts, ImportFault } from '../../domain/event-import/import-types';
import type { NamedFile } from '../spreadsheets/read-file';
import { runInWorker } from '../spreadsheets/run-in-worker';
import { fetchFacts } from './fetch-facts';
import { NOT_DONE, publishRows, SOME_REFUSED, type ExitCode, type Row } from './publish-rows';
import type { PutTarget } from './put-event';
import {
  describeAllOrNothing,
  describeCell,
  describeCellWarning,
  describeFileRefusal,
  describeMarked,
  describeNoFacts,
  describeNotMarked,
  HEADING_FAULTS,
} from './wording';

export interface SheetImport {
  readonly path: string;
  readonly file: NamedFile;
  /** `null`: the open one. */
  readonly campaign: string | null;
  readonly onlyGood: boolean;
}

const rowsWith = (faults: readonly ImportFault[]): number => new Set(faults.map(({ row }) => row)).size;

/** Beside the file, and never over another one. */
async function saveMarked(
  path: string,
  file: NamedFile,
  facts: ImportFacts,
  print: (line: string) => void,
): Promise<void> {
  const marked = await runInWorker('mark', { file, facts });
  if (!marked.ok || marked.output === null) return;
  const target = `${path.replace(/\.[^./\\]+$/, '')}-待修改.xlsx`;
  try {
    await writeFile(target, marked.output, { flag: 'wx' });
    print(describeMarked(target));
  } catch {
    print(describeNotMarked(target));
  }
}

export async function importSheet(
  { path, file, campaign, onlyGood }: SheetImport,
  target: PutTarget,
  print: (line: string) => void,
): Promise<ExitCode> {
  const fetched = await fetchFacts(target.server, campaign, target.timeoutMs);
  if (!fetched.ok) {
    print(describeNoFacts(fetched.reason, fetched.detail));
    return NOT_DONE;
  }
  const { facts } = fetched;
  const checked = await runInWorker('check', { file, facts });
  if (!checked.ok) {
    print(describeFileRefusal(checked.refusal));
    return NOT_DONE;
  }
  const check = checked.output;
  if (check.headingFaults.length > 0) {
    print(HEADING_FAULTS);
    check.headingFaults.map(describeCell).forEach(print);
    return NOT_DONE;
  }
  check.faults.map(describeCell).forEach(print);
  check.warnings.map(describeCellWarning).forEach(print);
  const revs = new Map(facts.existing.map(({ id, rev }) => [id, rev]));
  const decision = decideApply(check, { sha256: check.sha256, revs, onlyGood });
  const badRows = rowsWith(check.faults);
  if (!decision.ok) {
    print(describeAllOrNothing(badRows, '行'));
    return SOME_REFUSED;
  }
  const writes = new Set(decision.writes);
  const rows = check.changes.map((change): Row => {
    const { row, id, body } = change;
    return writes.has(change) ? { row, id, body: { ...body } } : { row, id, outcome: 'unchanged' };
  });
  if (badRows > 0) await saveMarked(path, file, facts, print);
  return publishRows({ rows, refused: badRows, unit: '行' }, target, print);
}
