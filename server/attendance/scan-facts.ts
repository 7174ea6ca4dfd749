/** Rows of scans and settlements as the rules see them. */
import { inArray, type SQL, sql } from 'drizzle-orm';
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

type Packed = [
  id: string,
  kind: ScanFact['kind'],
  event: string,
  seats: number,
  at: number,
  receivedAt: number,
  device: string | null,
  offline: boolean,
  rehearsal: boolean,
  verdict: ScanFact['verdict'],
  flags: ScanFact['flags'],
  signUpSeq: number | null,
  partySeats: number | null,
  undoes: string | null,
];

/** As one JSON text: an event may have thousands, which the driver would otherwise read value by value. */
const PACKED = sql<Packed[]>`coalesce(json_agg(json_build_array(
  ${scan.id}, ${scan.kind}, ${scan.eventId}, ${scan.seats}, ${scan.at}, ${scan.receivedAt}, ${scan.deviceId},
  ${scan.offline}, ${scan.rehearsal}, ${scan.verdict}, ${scan.flags}, ${scan.signUpSeq}, ${scan.partySeats}, ${scan.undoes}
)), '[]'::json)`;

function unpack(packed: Packed): ScanFact {
  const [id, kind, event, seats, at, receivedAt, device, offline, rehearsal, verdict, flags, seq, party, undoes] =
    packed;
  return {
    ...{ id, kind, event, seats, at, receivedAt, device, offline, rehearsal, verdict, flags, undoes },
    party: seq === null || party === null ? null : { id: partyKey(seq), seats: party },
  };
}

/** The scans that `which` says, and what editors said of them. */
export async function readFacts(db: Db | Tx, which: SQL): Promise<Facts> {
  const [found] = await db.select({ packed: PACKED }).from(scan).where(which);
  if (!found || found.packed.length === 0) return { scans: [], settlements: [] };
  const of = db.select({ id: scan.id }).from(scan).where(which);
  const settlements = await db.select().from(scanSettlement).where(inArray(scanSettlement.scanId, of));
  return { scans: found.packed.map(unpack), settlements: settlements.map(settlementOf) };
}
