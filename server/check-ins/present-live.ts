/** Counts by event and device, and flags; never a name. */
import { eq, sql } from 'drizzle-orm';
import type * as v from 'valibot';
import { attendanceOfCounted, countedScans, rehearsedScans, scansToSettle } from '../../domain/check-in/attendance';
import type { LiveScansSchema } from '../../domain/check-in/live';
import type { ScanFact } from '../../domain/check-in/scan';
import { settledOf } from '../../domain/check-in/settlement';
import { formatInstant } from '../../domain/time/time';
import { readFacts } from '../attendance/scan-facts';
import type { Db } from '../db/database';
import { doorDevice, scan } from '../db/door-schema';
import type { EventRow } from '../db/schema';

type WireLive = v.InferInput<typeof LiveScansSchema>;

const instant = (at: number | null): string | null => (at === null ? null : formatInstant(at));
const seatsOf = (scans: readonly ScanFact[]): number => scans.reduce((sum, { seats }) => sum + seats, 0);
const latestFirst = (a: ScanFact, b: ScanFact): number => b.receivedAt - a.receivedAt || (a.id < b.id ? -1 : 1);

/** `isOwn`: the organisation's own; a superior sees counts alone. */
export async function presentLive(db: Db, live: EventRow, isOwn: boolean, now: number): Promise<WireLive> {
  const { scans, settlements } = await readFacts(db, sql`${eq(scan.eventId, live.id)}`);
  const counted = countedScans(scans, settlements);
  const settled = settledOf(settlements);
  const open = [...scansToSettle(scans, settlements)].sort(latestFirst);
  const closed = scans.filter(({ id }) => settled.has(id)).sort(latestFirst);
  const devices = isOwn
    ? await db
        .select()
        .from(doorDevice)
        .where(sql`${live.id} = any(${doorDevice.events})`)
        .orderBy(doorDevice.name, doorDevice.id)
    : [];
  const nameOf = new Map(devices.map(({ id, name }) => [id, name]));
  const presentFlagged = (fact: ScanFact): WireLive['flags'][number] => {
    const word = settled.get(fact.id);
    return {
      scan: fact.id,
      kind: fact.kind,
      at: formatInstant(fact.at),
      receivedAt: formatInstant(fact.receivedAt),
      device: fact.device === null ? null : (nameOf.get(fact.device) ?? null),
      offline: fact.offline,
      verdict: fact.verdict,
      seats: fact.seats,
      flags: [...fact.flags],
      party: fact.party?.seats ?? null,
      settlement: word ? { decision: word.decision, word: word.word, at: formatInstant(word.at) } : null,
    };
  };
  return {
    now: formatInstant(now),
    event: {
      ...{ id: live.id, title: live.title, status: live.status },
      startsAt: formatInstant(live.startsAt),
      endsAt: formatInstant(live.endsAt),
    },
    seats: live.taken,
    attendance: attendanceOfCounted(counted),
    rehearsed: seatsOf(rehearsedScans(scans)),
    devices: devices.map(({ id, name, lastContactAt, unsent, revokedAt }) => ({
      ...{ id, name, unsent },
      lastContactAt: instant(lastContactAt),
      revokedAt: instant(revokedAt),
      attended: seatsOf(counted.filter(({ device }) => device === id)),
      scans: scans.filter(({ device, rehearsal }) => device === id && !rehearsal).length,
    })),
    flags: isOwn ? [...open, ...closed].map(presentFlagged) : [],
    open: isOwn ? open.length : 0,
  };
}
