/** What a paired device uses. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { doorContract } from '../../domain/api/contract/door';
import { attendanceOfCounted, countedScans } from '../../domain/check-in/attendance';
import { type ListedEventSchema, parsePairingCode } from '../../domain/check-in/device';
import { formatInstant } from '../../domain/time/time';
import type * as v from 'valibot';
import { type DoorDevice, type DoorEventRow, type FindDevice, doorOf, noteContact } from '../access/door-devices';
import { actorOf } from '../access/principal';
import { readFacts } from '../attendance/scan-facts';
import type { Encryptor } from '../crypto/encryptor';
import type { Db } from '../db/database';
import { scan } from '../db/door-schema';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { inArray, sql } from 'drizzle-orm';
import { pairDevice, revokeDevices } from './devices';
import { makePackInThread } from './pack-thread';
import { readParties } from './read-parties';
import { receiveScans, type ScanSender } from './receive-scans';

export interface DoorDeps {
  readonly db: Db;
  readonly now: () => number;
  readonly encryptor: Encryptor;
  readonly findDevice: FindDevice;
}

const presentEvent = ({
  id,
  title,
  status,
  startsAt,
  endsAt,
  place,
}: DoorEventRow): v.InferInput<typeof ListedEventSchema> => ({
  ...{ id, title, status, place },
  startsAt: formatInstant(startsAt),
  endsAt: formatInstant(endsAt),
});

const presentDevice = ({ row, organisation }: DoorDevice) => ({
  id: row.id,
  name: row.name,
  organisation: organisation.name,
  from: formatInstant(row.opensAt),
  to: formatInstant(row.closesAt),
});

const senderOf = ({ row, state, events }: DoorDevice): ScanSender => ({
  deviceId: row.id,
  memberId: null,
  revoked: state === 'revoked',
  isOpen: state === 'open',
  events,
});

export function doorRoutes(app: FastifyInstance, { db, now, encryptor, findDevice }: DoorDeps): void {
  /** The first contact after revocation says so; the device erases its list. */
  async function refuseRevoked(device: DoorDevice, reply: FastifyReply): Promise<FastifyReply> {
    await noteContact(db, device, undefined, now());
    return sendProblem(reply, 'device-revoked');
  }

  addRoute(app, doorContract.pairDevice, async ({ body, id: requestId }, reply) => {
    const code = parsePairingCode(body.code);
    const at = now();
    const token = code === null ? null : await db.transaction((tx) => pairDevice(tx, code, { now: at, requestId }));
    const device = token === null ? null : await findDevice(token);
    if (token === null || !device) return sendProblem(reply, 'device-pairing-gone');
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ token, device: presentDevice(device), events: device.events.map(presentEvent) });
  });

  addRoute(app, doorContract.unpairDevice, async (request, reply) => {
    const { row } = doorOf(request);
    const acting = { organisationId: row.organisationId, now: now(), actor: actorOf(request) };
    await db.transaction((tx) => revokeDevices(tx, row.id, acting));
    return reply.code(204).send();
  });

  addRoute(app, doorContract.doorEvents, async (request, reply) => {
    const device = doorOf(request);
    if (device.state === 'revoked') return refuseRevoked(device, reply);
    const at = now();
    await noteContact(db, device, request.query.unsent, at);
    const ids = device.events.map(({ id }) => id);
    const { scans, settlements } =
      ids.length === 0 ? { scans: [], settlements: [] } : await readFacts(db, sql`${inArray(scan.eventId, ids)}`);
    return reply.header('cache-control', 'no-store').send({
      now: formatInstant(at),
      device: presentDevice(device),
      events: device.events.map((event) => {
        const own = scans.filter((fact) => fact.event === event.id);
        const counted = countedScans(own, settlements);
        const byDevice = counted.filter((fact) => fact.device === device.row.id);
        return {
          ...presentEvent(event),
          seats: event.taken,
          attended: attendanceOfCounted(counted)?.total ?? null,
          byDevice: byDevice.reduce((sum, { seats }) => sum + seats, 0),
        };
      }),
    });
  });

  addRoute(app, doorContract.pack, async (request, reply) => {
    const device = doorOf(request);
    if (device.state === 'revoked') return refuseRevoked(device, reply);
    if (device.state !== 'open') return sendProblem(reply, 'outside-window');
    const event = device.events.find(({ id }) => id === request.query.event);
    if (!event) return sendProblem(reply, 'event-not-found');
    const at = now();
    await noteContact(db, device, undefined, at);
    const parties = await readParties(db, event.id, encryptor);
    return reply
      .header('cache-control', 'no-store')
      .send(await makePackInThread({ event: event.id, parties, now: at }));
  });

  addRoute(app, doorContract.uploadScans, async (request, reply) => {
    const device = doorOf(request);
    const { scans, unsent } = request.body;
    const at = now();
    const results = await db.transaction((tx) => receiveScans(tx, scans, senderOf(device), { now: at, encryptor }));
    await noteContact(db, device, unsent, at);
    return reply
      .header('cache-control', 'no-store')
      .send({ results, ...(device.state === 'revoked' && { revoked: true }) });
  });
}
