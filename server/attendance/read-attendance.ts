/** Who is in, computed from scans each time it is asked (docs/rules.md, "At the door", rule 1). */
import { sql } from 'drizzle-orm';
import {
  type Arrival,
  arrivalsOf,
  type Attendance,
  attendanceOf,
  attendanceOfEvent,
  countedScans,
} from '../../domain/check-in/attendance';
import type { ScanFact } from '../../domain/check-in/scan';
import type { SignUpRow } from '../db/account-schema';
import type { Db, Tx } from '../db/database';
import { scan } from '../db/door-schema';
import { partyKey, readFacts } from './scan-facts';

/** How many of a party are in, and when the first and the last came. */
export interface PartyAttendance {
  readonly inside: number;
  readonly first: Arrival;
  readonly last: Arrival;
}

/** By the sign-up's number; those of whom nobody came are not in it. */
export async function readPartyAttendance(
  db: Db | Tx,
  signUps: readonly Pick<SignUpRow, 'seq' | 'seats'>[],
): Promise<ReadonlyMap<number, PartyAttendance>> {
  const found = new Map<number, PartyAttendance>();
  if (signUps.length === 0) return found;
  const seqs = sql.param(signUps.map(({ seq }) => seq));
  const { scans, settlements } = await readFacts(
    db,
    sql`${scan.signUpSeq} = any(${seqs}::bigint[]) or ${scan.undoes} in (
      select entered.id from scan entered where entered.sign_up_seq = any(${seqs}::bigint[])
    )`,
  );
  if (scans.length === 0) return found;
  const byParty = new Map<string, ScanFact[]>();
  for (const fact of countedScans(scans, settlements)) {
    if (fact.party === null) continue;
    const known = byParty.get(fact.party.id);
    if (known) known.push(fact);
    else byParty.set(fact.party.id, [fact]);
  }
  for (const { seq, seats } of signUps) {
    const counted = byParty.get(partyKey(seq)) ?? [];
    const arrivals = arrivalsOf(partyKey(seq), counted);
    if (arrivals) found.set(seq, { inside: attendanceOf(partyKey(seq), seats, counted), ...arrivals });
  }
  return found;
}

/**
 * By the event's id; `null`: nobody checked (未核验).
 * @tests
 */
export async function readAttendance(
  db: Db | Tx,
  events: readonly string[],
): Promise<ReadonlyMap<string, Attendance | null>> {
  const { scans, settlements } = await readFacts(db, sql`${scan.eventId} = any(${sql.param([...events])}::text[])`);
  return new Map(
    events.map((id) => [
      id,
      attendanceOfEvent(
        scans.filter(({ event }) => event === id),
        settlements,
      ),
    ]),
  );
}
