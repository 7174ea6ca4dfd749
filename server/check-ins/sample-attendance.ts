/** Who came to what is over when a trial begins: counted on paper and at the door; at one event nobody checked. */
import { and, eq, inArray } from 'drizzle-orm';
import type { ScanKind } from '../../domain/check-in/scan';
import type { Tx } from '../db/database';
import { scan } from '../db/door-schema';
import { event } from '../db/schema';

const CAME: readonly { readonly title: string; readonly kind: ScanKind; readonly seats: number }[] = [
  { title: '消费品质量安全进社区', kind: 'walk-in', seats: 86 },
  { title: '检验检测机构开放日：一杆秤的检定', kind: 'walk-in', seats: 31 },
  { title: '检验检测机构开放日：一杆秤的检定', kind: 'paper', seats: 12 },
];

const uuidOf = (index: number): string => `5a540000-0000-4000-8000-${String(300 + index).padStart(12, '0')}`;

/** Each is made once for the days of a trial; one that begins anew has forgotten them. */
export async function importSampleAttendance(tx: Tx, now: number): Promise<void> {
  const titles = CAME.map(({ title }) => title);
  const held = await tx
    .select({ id: event.id, title: event.title, endsAt: event.endsAt })
    .from(event)
    .where(and(eq(event.sample, true), inArray(event.title, titles)));
  for (const [index, { title, kind, seats }] of CAME.entries()) {
    const found = held.find((each) => each.title === title);
    if (!found || found.endsAt > now) continue;
    await tx
      .insert(scan)
      .values({
        ...{ id: uuidOf(index), eventId: found.id, kind, seats, at: found.endsAt, receivedAt: found.endsAt },
        ...{ deviceId: null, memberId: null, offline: false, rehearsal: false, verdict: 'ok', flags: [] },
        ...{ signUpSeq: null, partySeats: null, undoes: null, bodyHash: '', sample: true },
      })
      .onConflictDoNothing();
  }
}
