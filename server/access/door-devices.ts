/** Devices for entry checks, by the token that each was given once. The prefix tells it from other secrets. */
import { eq, sql } from 'drizzle-orm';
import { type DeviceState, stateOfDevice } from '../../domain/check-in/device';
import { MINUTE_MS } from '../../domain/time/time';
import { digestOf } from '../crypto/secret';
import type { Db } from '../db/database';
import { type DeviceRow, doorDevice } from '../db/door-schema';
import { organisation } from '../db/organisation-schema';
import { sendProblem } from '../http/errors';
import type { Guard } from './guard-routes';

export const DEVICE_TOKEN_PREFIX = 'qmd_';
const NOTE_MS = MINUTE_MS / 2;

/** An event as the door needs it. */
export interface DoorEventRow {
  readonly id: string;
  readonly title: string;
  readonly status: 'scheduled' | 'cancelled';
  readonly startsAt: number;
  readonly endsAt: number;
  readonly place: string | null;
  /** Confirmed seats. */
  readonly taken: number;
  readonly sample: boolean;
}

export interface DoorDevice {
  readonly row: Omit<DeviceRow, 'tokenHash'>;
  readonly state: Exclude<DeviceState, 'gone'>;
  readonly organisation: { readonly id: string; readonly name: string; readonly region: string };
  /** Those of its events that are published. */
  readonly events: readonly DoorEventRow[];
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on routes with access `device`. */
    door: DoorDevice | null;
  }
}

export function doorOf({ door }: { readonly door: DoorDevice | null }): DoorDevice {
  if (!door) throw new Error('the route has no guard for devices');
  return door;
}

export type FindDevice = (token: string) => Promise<DoorDevice | null>;

export function makeDeviceFinder(db: Db, now: () => number): FindDevice {
  const find = db
    .select({
      row: doorDevice,
      organisation: { id: organisation.id, name: organisation.name, region: organisation.region },
      events: sql<DoorEventRow[]>`(
        select coalesce(json_agg(json_build_object(
          'id', e.id, 'title', e.title, 'status', e.status, 'startsAt', e.starts_at, 'endsAt', e.ends_at,
          'place', e.venue ->> 'name', 'taken', e.taken, 'sample', e.sample
        ) order by e.starts_at, e.id), '[]'::json)
        from event e
        where e.id = any(${doorDevice.events}) and e.organisation_id = ${doorDevice.organisationId} and not e.removed
      )`,
    })
    .from(doorDevice)
    .innerJoin(organisation, eq(organisation.id, doorDevice.organisationId))
    .where(eq(doorDevice.tokenHash, sql.placeholder('hash')))
    .prepare('door_device_by_hash');
  return async (token) => {
    if (!token.startsWith(DEVICE_TOKEN_PREFIX)) return null;
    const [found] = await find.execute({ hash: digestOf(token) });
    if (!found) return null;
    const { opensAt: from, closesAt: to, revokedAt } = found.row;
    const state = stateOfDevice({ from, to, revokedAt }, now());
    return state === 'gone' ? null : { ...found, state };
  };
}

/** What the console shows of a device: when it was heard of, and how much it still holds. Not each request writes. */
export async function noteContact(
  db: Db,
  { row }: Pick<DoorDevice, 'row'>,
  unsent: number | undefined,
  now: number,
): Promise<void> {
  const { id, lastContactAt, revokedAt } = row;
  const isNews =
    (unsent !== undefined && unsent !== row.unsent) ||
    (lastContactAt ?? 0) < now - NOTE_MS ||
    (revokedAt !== null && (lastContactAt ?? 0) < revokedAt);
  if (!isNews) return;
  await db
    .update(doorDevice)
    .set({ lastContactAt: now, ...(unsent !== undefined && { unsent }) })
    .where(eq(doorDevice.id, id));
}

/** Before the body is read. A device that was revoked gets in: the handler decides what is left for it. */
export function requireDevice(findDevice: FindDevice): Guard {
  return async (request, reply) => {
    const sent = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    const device = sent === undefined ? null : await findDevice(sent);
    if (!device) return sendProblem(reply, 'unauthorized');
    request.door = device;
    request.principal = {
      kind: 'device',
      deviceId: device.row.id,
      organisation: { id: device.organisation.id, region: device.organisation.region },
      events: device.events.map(({ id }) => id),
      revoked: device.state === 'revoked',
    };
    return undefined;
  };
}
