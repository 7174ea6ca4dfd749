/** An editor's word on a scan: a fact beside it (docs/rules.md, "At the door", rules 7 and 9). */
import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { scansToSettle } from '../../domain/check-in/attendance';
import { decideSettlement, type SettleBody } from '../../domain/check-in/settlement';
import { type Actor, recordAct } from '../audit/record';
import { factOf, readFacts, settlementOf } from '../attendance/scan-facts';
import type { Tx } from '../db/database';
import { doorDevice, scan, scanSettlement } from '../db/door-schema';

interface Acting {
  readonly organisationId: string;
  readonly memberId: string;
  readonly now: number;
  readonly actor: Actor;
}

export type Settled =
  | { readonly ok: true; readonly changed: boolean }
  | { readonly ok: false; readonly code: 'not-found' | 'no-flags' | 'word-required' };

/** Settlements of one scan come one after the other, since each looks at those before it. */
export async function settleScan(
  tx: Tx,
  { eventId, scanId }: { readonly eventId: string; readonly scanId: string },
  body: SettleBody,
  { organisationId, memberId, now, actor }: Acting,
): Promise<Settled> {
  const [row] = await tx
    .select()
    .from(scan)
    .where(and(eq(scan.id, scanId), eq(scan.eventId, eventId)))
    .for('no key update');
  const before = await tx.select().from(scanSettlement).where(eq(scanSettlement.scanId, scanId));
  const decision = decideSettlement(row ? factOf(row) : null, body, before.map(settlementOf));
  if (!decision.ok || !row) return decision.ok ? { ok: false, code: 'not-found' } : decision;
  if (!decision.changed) return decision;
  const { decision: said, word } = body;
  const at = Math.max(now, ...before.map((each) => each.at + 1));
  await tx
    .insert(scanSettlement)
    .values({ id: randomUUID(), scanId, decision: said, word, at, memberId, sample: row.sample });
  await recordAct(tx, now, actor, {
    act: 'scan-settled',
    object: { kind: 'scan', id: scanId },
    organisationId,
    fields: [said],
    ...(word !== '' && { reason: word }),
  });
  return decision;
}

/** Accepts what a revoked device handed in and nobody settled, but for scans with another doubt. `null`: there is none. */
export async function agreeToDevice(tx: Tx, deviceId: string, acting: Acting): Promise<number | null> {
  const [device] = await tx
    .select()
    .from(doorDevice)
    .where(and(eq(doorDevice.id, deviceId), eq(doorDevice.organisationId, acting.organisationId)))
    .for('no key update');
  if (!device) return null;
  const { scans, settlements } = await readFacts(
    tx,
    sql`${scan.eventId} = any(${sql.param(device.events)}::text[]) and ${scan.deviceId} = ${deviceId}`,
  );
  const alone = scansToSettle(scans, settlements).filter(
    ({ flags, device: of }) => of === deviceId && flags.every((flag) => flag === 'revoked' || flag === 'late'),
  );
  if (alone.length === 0) return 0;
  const samples = await tx.select({ id: scan.id, sample: scan.sample }).from(scan).where(eq(scan.deviceId, deviceId));
  const isSample = new Map(samples.map(({ id, sample }) => [id, sample]));
  await tx.insert(scanSettlement).values(
    alone.map(({ id }) => ({
      ...{ id: randomUUID(), scanId: id, decision: 'accept' as const, word: '', at: acting.now },
      ...{ memberId: acting.memberId, sample: isSample.get(id) ?? false },
    })),
  );
  await recordAct(tx, acting.now, acting.actor, {
    act: 'device-agreed',
    object: { kind: 'device', id: deviceId },
    organisationId: acting.organisationId,
  });
  return alone.length;
}
