/** Devices, as editors manage them. */
import type { FastifyInstance } from 'fastify';
import { inArray, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { checkInsContract } from '../../domain/api/contract/door';
import { scansToSettle } from '../../domain/check-in/attendance';
import type { Action } from '../../domain/permission';
import { formatInstant } from '../../domain/time/time';
import { actorOf, memberOf, principalOf } from '../access/principal';
import { stillMay } from '../access/still-may';
import type { Actor } from '../audit/record';
import { readFacts } from '../attendance/scan-facts';
import type { Db, Tx } from '../db/database';
import { scan } from '../db/door-schema';
import { event } from '../db/schema';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { listDevices, offerPairing, revokeDevices } from './devices';
import { agreeToDevice } from './settle';

const isUuid = (text: string): boolean => v.is(v.pipe(v.string(), v.uuid()), text);

export interface CheckInDeps {
  readonly db: Db;
  readonly now: () => number;
}

interface Acting {
  readonly organisationId: string;
  readonly memberId: string;
  readonly now: number;
  readonly actor: Actor;
}

export function deviceRoutes(app: FastifyInstance, { db, now }: CheckInDeps): void {
  /** `null`: the right is gone since the request came. */
  function act<Outcome>(
    request: Parameters<typeof actorOf>[0],
    action: Action,
    run: (tx: Tx, acting: Acting) => Promise<Outcome | null>,
  ): Promise<Outcome | null> {
    const member = memberOf(request);
    const { organisation, memberId } = member;
    const acting = { organisationId: organisation.id, memberId, now: now(), actor: actorOf(request) };
    return db.transaction(async (tx) => ((await stillMay(tx, member, action)) ? run(tx, acting) : null));
  }

  addRoute(app, checkInsContract.devices, async (request, reply) => {
    const rows = await listDevices(db, principalOf(request).organisation.id, now());
    const ids = [...new Set(rows.flatMap(({ events }) => events))];
    const events =
      ids.length === 0
        ? []
        : await db.select({ id: event.id, title: event.title }).from(event).where(inArray(event.id, ids));
    const { scans, settlements } =
      ids.length === 0 ? { scans: [], settlements: [] } : await readFacts(db, sql`${inArray(scan.eventId, ids)}`);
    const open = scansToSettle(scans, settlements).filter(({ flags }) => flags.includes('revoked'));
    const instant = (at: number | null): string | null => (at === null ? null : formatInstant(at));
    return reply.header('cache-control', 'no-store').send({
      devices: rows.map((row) => ({
        id: row.id,
        name: row.name,
        events: events.filter(({ id }) => row.events.includes(id)),
        from: formatInstant(row.opensAt),
        to: formatInstant(row.closesAt),
        pairedAt: formatInstant(row.pairedAt),
        lastContactAt: instant(row.lastContactAt),
        unsent: row.unsent,
        revokedAt: instant(row.revokedAt),
        erased: row.revokedAt !== null && (row.lastContactAt ?? 0) >= row.revokedAt,
        apart: open.filter(({ device }) => device === row.id).length,
      })),
    });
  });

  addRoute(app, checkInsContract.offerPairing, async (request, reply) => {
    const offered = await act(request, 'device:manage', (tx, acting) => offerPairing(tx, request.body, acting));
    if (!offered) return sendProblem(reply, 'not-found');
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ code: offered.code, expiresAt: formatInstant(offered.expiresAt) });
  });

  addRoute(app, checkInsContract.revokeDevices, async (request, reply) => {
    const revoked = await act(request, 'device:manage', (tx, acting) => revokeDevices(tx, null, acting));
    return revoked === null ? sendProblem(reply, 'not-found') : reply.send({ revoked });
  });

  addRoute(app, checkInsContract.revokeDevice, async (request, reply) => {
    const { id } = request.params;
    const revoked = isUuid(id)
      ? await act(request, 'device:manage', (tx, acting) => revokeDevices(tx, id, acting))
      : null;
    return (revoked ?? 0) === 0 ? sendProblem(reply, 'not-found') : reply.code(204).send();
  });

  addRoute(app, checkInsContract.agreeToDevice, async (request, reply) => {
    const { id } = request.params;
    const accepted = isUuid(id)
      ? await act(request, 'scan:settle', (tx, acting) => agreeToDevice(tx, id, acting))
      : null;
    return accepted === null ? sendProblem(reply, 'not-found') : reply.send({ accepted });
  });
}
