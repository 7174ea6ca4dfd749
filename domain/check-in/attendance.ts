/**
 * Who is in, computed from scans and never stored (docs/rules.md, "At the door", rules 1, 7 and 10). Every function gives
 * the same for the same scans, whatever order they come in.
 */
import type { Flag, ScanFact } from './scan';
import { settledOf, type Settlement } from './settlement';

/**
 * With one of these no confirmed seat of the event is behind the scan, or no trusted device, so it counts only once an
 * editor accepts it.
 */
export const DOUBTFUL: readonly Flag[] = ['after-cancel', 'wrong-event', 'unverified', 'revoked'];

const isDoubtful = ({ flags }: ScanFact): boolean => flags.some((flag) => DOUBTFUL.includes(flag));

/**
 * The scans that count: somebody was let in, it is no rehearsal, nobody undid it, no editor voided it, and where it is
 * doubtful an editor accepted it. An undo counts where the same device sent it for the same event.
 */
export function countedScans(scans: readonly ScanFact[], settlements: readonly Settlement[] = []): readonly ScanFact[] {
  return standing(scans, settlements).filter(({ rehearsal }) => !rehearsal);
}

/** What a rehearsal would count. */
export function rehearsedScans(scans: readonly ScanFact[]): readonly ScanFact[] {
  return standing(scans, []).filter(({ rehearsal }) => rehearsal);
}

function standing(scans: readonly ScanFact[], settlements: readonly Settlement[]): readonly ScanFact[] {
  const settled = settledOf(settlements);
  const isTaken = (scan: ScanFact): boolean => {
    const decision = settled.get(scan.id)?.decision;
    return decision === undefined ? !isDoubtful(scan) : decision === 'accept';
  };
  const undone = new Map<string, ScanFact[]>();
  for (const scan of scans) {
    if (scan.kind !== 'undo' || scan.undoes === null || !isTaken(scan)) continue;
    undone.set(scan.undoes, [...(undone.get(scan.undoes) ?? []), scan]);
  }
  return scans.filter(
    (scan) =>
      scan.kind !== 'undo' &&
      scan.verdict === 'ok' &&
      undone.get(scan.id)?.some((undo) => isUndoOf(undo, scan)) !== true &&
      isTaken(scan),
  );
}

function isUndoOf(undo: ScanFact, scan: ScanFact): boolean {
  return undo.event === scan.event && undo.device === scan.device && undo.rehearsal === scan.rehearsal;
}

const seatsOf = (scans: readonly ScanFact[]): number => scans.reduce((sum, { seats }) => sum + seats, 0);

/**
 * How many of a party are in: min(its seats, the seats of its scans). `counted` come from `countedScans` or
 * `rehearsedScans`. Seats that were given back since make it smaller.
 */
export function attendanceOf(signUp: string, seats: number, counted: readonly ScanFact[]): number {
  return Math.min(seats, seatsOf(counted.filter(({ party }) => party?.id === signUp)));
}

/** When and where somebody of a party came in. */
export interface Arrival {
  /** By the device's clock, epoch ms. */
  readonly at: number;
  readonly device: string | null;
}

/**
 * A party's first arrival, which its ticket shows as 已到场, and its last, which the door shows with `already-in`; `null`
 * while nobody is in.
 */
export function arrivalsOf(
  signUp: string,
  counted: readonly ScanFact[],
): { readonly first: Arrival; readonly last: Arrival } | null {
  const inOrder = counted
    .filter(({ party }) => party?.id === signUp)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ at, device }): Arrival => ({ at, device }));
  const [first] = inOrder;
  const last = inOrder[inOrder.length - 1];
  return first === undefined || last === undefined ? null : { first, last };
}

/** An event's attendance in 人次, by how it was counted. */
export interface Attendance {
  readonly scanned: number;
  readonly manual: number;
  readonly walkIn: number;
  readonly paper: number;
  readonly total: number;
}

interface PartySum {
  /** A party that gave seats back counts to the fewest. */
  seats: number;
  entered: number;
  byName: number;
}

/** The same of scans that `countedScans` gave. */
export function attendanceOfCounted(counted: readonly ScanFact[]): Attendance | null {
  if (counted.length === 0) return null;
  const parties = new Map<string, PartySum>();
  let walkIn = 0;
  let paper = 0;
  for (const { kind, party, seats } of counted) {
    if (kind === 'paper') paper += seats;
    else if (party === null) walkIn += seats;
    else {
      const sum = parties.get(party.id) ?? { seats: party.seats, entered: 0, byName: 0 };
      parties.set(party.id, sum);
      sum.seats = Math.min(sum.seats, party.seats);
      if (kind === 'enter') sum.entered += seats;
      else if (kind === 'manual') sum.byName += seats;
    }
  }
  let scanned = 0;
  let manual = 0;
  for (const { seats, entered, byName } of parties.values()) {
    const first = Math.min(seats, entered);
    scanned += first;
    manual += Math.min(seats - first, byName);
  }
  return { scanned, manual, walkIn, paper, total: scanned + manual + walkIn + paper };
}

/**
 * The attendance of one event from its scans alone, so that it stays when sign-ups are purged or erased. `null`: nobody
 * checked (未核验), which is not the same as nobody came. A number on paper of 0 says that somebody counted.
 * Accepted scans without a party of this event count as walk-ins.
 */
export function attendanceOfEvent(
  scans: readonly ScanFact[],
  settlements: readonly Settlement[] = [],
): Attendance | null {
  return attendanceOfCounted(countedScans(scans, settlements));
}

/** Scans that wait for an editor: flagged, not a rehearsal, not settled, and not undone. */
export function scansToSettle(scans: readonly ScanFact[], settlements: readonly Settlement[]): readonly ScanFact[] {
  const settled = settledOf(settlements);
  const undos = scans.filter(({ kind }) => kind === 'undo');
  return scans.filter(
    (scan) =>
      scan.flags.length > 0 &&
      !scan.rehearsal &&
      !settled.has(scan.id) &&
      !undos.some((undo) => undo.undoes === scan.id && isUndoOf(undo, scan)),
  );
}
