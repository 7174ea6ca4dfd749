/** Rows of scans and settlements as the rules see them. */
import { inArray, type SQL } from 'drizzle-orm';
import type { ScanFact } from '../../domain/check-in/scan';
import type { Settlement } from '../../domain/check-in/settlement';
import type { Db, Tx } from '../db/database';
import { scan, type ScanRow, scanSettlement, type SettlementRow } from '../db/door-schema';

/** A sign-up is known here by its number: the id is the phone's, and two accounts may have made the same. */
export const partyKey = (signUpSeq: number): string => String(signUpSeq);

export function factOf(row: ScanRow): ScanFact {
  const { id, kind, seats, at, receivedAt, offline, rehearsal, verdict, flags, signUpSeq, partySeats, undoes } = row;
  return {
    ...{ id, kind, seats, at, receivedAt, offline, rehearsal, verdict, flags, undoes },
    event: row.eventId,
    device: row.deviceId,
    party: signUpSeq === null || partySeats === null ? null : { id: partyKey(signUpSeq), seats: partySeats },
  };
}

export const settlementOf = ({ id, scanId, decision, word, at }: SettlementRow): Settlement => ({
  ...{ id, decision, word, at },
  scan: scanId,
});

export interface Facts {
  readonly scans: readonly ScanFact[];
  readonly settlements: readonly Settlement[];
}

/** The scans that `which` says, and what editors said of them. */
export async function readFacts(db: Db | Tx, which: SQL): Promise<Facts> {
  const rows = await db.select().from(scan).where(which);
  if (rows.length === 0) return { scans: [], settlements: [] };
  const of = db.select({ id: scan.id }).from(scan).where(which);
  const settlements = await db.select().from(scanSettlement).where(inArray(scanSettlement.scanId, of));
  return { scans: rows.map(factOf), settlements: settlements.map(settlementOf) };
}
