/** Pairing, listing and revoking devices (docs/rules.md, "At the door", rule 9). */
import { randomBytes, randomUUID } from 'node:crypto';
import { and, desc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import { LATE_UPLOAD_MS, makePairingCode, PAIRING_CODE_MS } from '../../domain/check-in/device';
import type { PairingOffer } from '../../domain/check-in/pairing-offer';
import { DEVICE_TOKEN_PREFIX } from '../access/door-devices';
import { type Actor, recordAct } from '../audit/record';
import { digestOf, newSecret } from '../crypto/secret';
import type { Db, Tx } from '../db/database';
import { type DeviceRow, doorDevice, doorPairing } from '../db/door-schema';
import { event } from '../db/schema';

const CODE_BYTES = 32;

interface Acting {
  readonly organisationId: string;
  readonly now: number;
  readonly actor: Actor;
}

function freshCode(): string {
  for (;;) {
    const code = makePairingCode(randomBytes(CODE_BYTES));
    if (code !== null) return code;
  }
}

const isOwnEvent = (organisationId: string, ids: readonly string[]) =>
  and(inArray(event.id, [...ids]), eq(event.organisationId, organisationId), eq(event.removed, false));

/** `null`: one of the events is not published, or not the organisation's. */
export async function offerPairing(
  tx: Tx,
  { name, events: named, from, to }: PairingOffer,
  { organisationId, now, actor }: Acting,
): Promise<{ code: string; expiresAt: number } | null> {
  const events = [...new Set(named)];
  const own = await tx.select({ id: event.id }).from(event).where(isOwnEvent(organisationId, events));
  if (own.length < events.length) return null;
  const code = freshCode();
  const expiresAt = now + PAIRING_CODE_MS;
  await tx
    .insert(doorPairing)
    .values({ codeHash: digestOf(code), organisationId, name, events, opensAt: from, closesAt: to, expiresAt });
  await recordAct(tx, now, actor, {
    act: 'device-offered',
    object: { kind: 'device', id: null },
    organisationId,
    fields: events,
  });
  return { code, expiresAt };
}

/** The new device's token; `null`: the code is used up, too old, or never was. */
export async function pairDevice(
  tx: Tx,
  code: string,
  { now, requestId }: { readonly now: number; readonly requestId: string },
): Promise<string | null> {
  const [pairing] = await tx
    .delete(doorPairing)
    .where(and(eq(doorPairing.codeHash, digestOf(code)), gt(doorPairing.expiresAt, now)))
    .returning();
  if (!pairing) return null;
  const { organisationId, name, events, opensAt, closesAt } = pairing;
  const id = randomUUID();
  const token = `${DEVICE_TOKEN_PREFIX}${newSecret()}`;
  await tx.insert(doorDevice).values({
    ...{ id, tokenHash: digestOf(token), organisationId, name, events, opensAt, closesAt },
    ...{ pairedAt: now, lastContactAt: now },
  });
  const actor = { who: 'device', id, requestId } as const;
  await recordAct(tx, now, actor, { act: 'device-paired', object: { kind: 'device', id }, organisationId });
  return token;
}

/** How many were revoked: the one named, or all of them. Codes that nobody used yet go with them. */
export async function revokeDevices(
  tx: Tx,
  id: string | null,
  { organisationId, now, actor }: Acting,
): Promise<number> {
  if (id === null) await tx.delete(doorPairing).where(eq(doorPairing.organisationId, organisationId));
  const revoked = await tx
    .update(doorDevice)
    .set({ revokedAt: now })
    .where(
      and(
        eq(doorDevice.organisationId, organisationId),
        isNull(doorDevice.revokedAt),
        id === null ? undefined : eq(doorDevice.id, id),
      ),
    )
    .returning({ id: doorDevice.id });
  for (const each of revoked) {
    await recordAct(tx, now, actor, {
      act: 'device-revoked',
      object: { kind: 'device', id: each.id },
      organisationId,
    });
  }
  return revoked.length;
}

/** Those that can still hand something in, the latest first. */
export async function listDevices(db: Db, organisationId: string, now: number): Promise<DeviceRow[]> {
  const gone = now - LATE_UPLOAD_MS;
  return db
    .select()
    .from(doorDevice)
    .where(
      and(
        eq(doorDevice.organisationId, organisationId),
        gt(sql`coalesce(${doorDevice.revokedAt}, ${doorDevice.closesAt})`, gone),
      ),
    )
    .orderBy(desc(doorDevice.pairedAt), desc(doorDevice.id));
}

/** What nobody can use any more. */
export async function purgePairings(tx: Tx, now: number): Promise<void> {
  await tx.delete(doorPairing).where(lt(doorPairing.expiresAt, now));
}
