/** Whether what was checked may still be applied, and which events are written then. */
import type { ImportChange, SheetCheck } from './import-types';

export interface CheckedFile extends Pick<SheetCheck, 'headingFaults' | 'faults' | 'changes'> {
  /** SHA-256 of the file's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

export interface ApplyFacts {
  /** Of the file that is to be applied. */
  readonly sha256: string;
  /** The revision of each event that is there now; an id that is missing has none. */
  readonly revs: ReadonlyMap<string, number>;
  /** Leave the rows with faults out. */
  readonly onlyGood: boolean;
}

export type ApplyDecision =
  | { readonly ok: true; readonly writes: readonly ImportChange[] }
  | { readonly ok: false; readonly code: 'file-changed' | 'heading-faults' | 'row-faults' | 'no-good-rows' }
  /** Somebody changed these since they were compared. */
  | { readonly ok: false; readonly code: 'event-changed'; readonly ids: readonly string[] };

/**
 * All or nothing, unless only the good rows are asked for. Refuses another file than the one that was checked, a
 * heading with faults in either case, rows with faults where all are asked for, and an event whose revision is no
 * longer the one that the comparison showed. Rows that change nothing are not written.
 */
export function decideApply(check: CheckedFile, { sha256, revs, onlyGood }: ApplyFacts): ApplyDecision {
  if (check.sha256 !== sha256) return { ok: false, code: 'file-changed' };
  if (check.headingFaults.length > 0) return { ok: false, code: 'heading-faults' };
  if (check.faults.length > 0 && !onlyGood) return { ok: false, code: 'row-faults' };
  if (check.faults.length > 0 && check.changes.length === 0) return { ok: false, code: 'no-good-rows' };
  const moved = check.changes.filter(({ id, rev }) => (revs.get(id) ?? null) !== rev);
  if (moved.length > 0) return { ok: false, code: 'event-changed', ids: moved.map(({ id }) => id) };
  return { ok: true, writes: check.changes.filter(({ outcome }) => outcome !== 'unchanged') };
}
