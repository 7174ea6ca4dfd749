/** The entry checks of an event as its organisation watches them, enters some by hand and settles flags. */
import type { FastifyInstance } from 'fastify';
import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { checkInsContract } from '../../domain/api/contract/door';
import { attendanceOfEvent } from '../../domain/check-in/attendance';
import { EventIdSchema } from '../../domain/event/event';
import type { Action } from '../../domain/permission';
import type { DoorEventRow } from '../access/door-devices';
import { actorOf, memberOf, principalOf } from '../access/principal';
import { recordAct } from '../audit/record';
import { readFacts } from '../attendance/scan-facts';
import type { Encryptor } from '../crypto/encryptor';
import type { Db, Tx } from '../db/database';
import { scan } from '../db/door-schema';
import type { EventRow } from '../db/schema';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { holdsRight, maySee, type OfOrganisation } from '../publishing/draft-act';
import { findWork } from '../publishing/draft-row';
import { presentLive } from './present-live';
import { receiveScans } from './receive-scans';
import { settleScan } from './settle';

export interface LiveDeps {
  readonly db: Db;
  readonly now: () => number;
  readonly encryptor: Encryptor;
}

const isUuid = (text: string): boolean => v.is(v.pipe(v.string(), v.uuid()), text);

const doorEventOf = ({ id, title, status, startsAt, endsAt, venue, taken, sample }: EventRow): DoorEventRow => ({
  ...{ id, title, status, startsAt, endsAt, taken, sample },
  place: venue?.name ?? null,
});

const ofEvent = (id: string) => sql`${eq(scan.eventId, id)}`;

export function liveRoutes(app: FastifyInstance, { db, now, encryptor }: LiveDeps): void {
  /** What citizens see of it; `null`: it is not there, or not theirs. */
  async function findLive(
    tx: Db | Tx,
    principal: OfOrganisation,
    id: string,
    action: Action,
  ): Promise<{ readonly live: EventRow; readonly isOwn: boolean } | null> {
    const work = v.is(EventIdSchema, id) ? await findWork(tx, id) : null;
    if (!work?.live || !maySee(principal, action, work)) return null;
    return { live: work.live, isOwn: work.organisation.id === principal.organisation.id };
  }

  addRoute(app, checkInsContract.scans, async (request, reply) => {
    const found = await findLive(db, principalOf(request), request.params.id, 'event:count');
    if (!found) return sendProblem(reply, 'not-found');
    return reply.header('cache-control', 'no-store').send(await presentLive(db, found.live, found.isOwn, now()));
  });

  addRoute(app, checkInsContract.enterScans, async (request, reply) => {
    const member = memberOf(request);
    const { id } = request.params;
    const at = now();
    const results = await db.transaction(async (tx) => {
      if (!(await holdsRight(tx, member, 'door:check'))) return null;
      const found = await findLive(tx, member, id, 'door:check');
      if (!found) return null;
      const sender = { deviceId: null, memberId: member.memberId, revoked: false, isOpen: true };
      const answers = await receiveScans(
        tx,
        request.body.scans,
        { ...sender, events: [doorEventOf(found.live)] },
        { now: at, encryptor },
      );
      // A number that nobody can check again is an act of somebody's.
      const isPaper = request.body.scans.some((each) => v.is(v.object({ kind: v.literal('paper') }), each));
      if (isPaper) {
        await recordAct(tx, at, actorOf(request), {
          act: 'paper-entered',
          object: { kind: 'event', id },
          organisationId: member.organisation.id,
        });
      }
      return answers;
    });
    return results ? reply.header('cache-control', 'no-store').send({ results }) : sendProblem(reply, 'not-found');
  });

  addRoute(app, checkInsContract.settleScan, async (request, reply) => {
    const member = memberOf(request);
    const { id, scan: scanId } = request.params;
    if (!isUuid(scanId)) return sendProblem(reply, 'not-found');
    const acting = {
      ...{ organisationId: member.organisation.id, memberId: member.memberId },
      ...{ now: now(), actor: actorOf(request) },
    };
    const settled = await db.transaction(async (tx) => {
      if (!(await holdsRight(tx, member, 'scan:settle'))) return null;
      if (!(await findLive(tx, member, id, 'scan:settle'))) return null;
      return settleScan(tx, { eventId: id, scanId }, request.body, acting);
    });
    if (!settled) return sendProblem(reply, 'not-found');
    if (!settled.ok) return sendProblem(reply, settled.code);
    const { scans, settlements } = await readFacts(db, ofEvent(id));
    return reply.send({ changed: settled.changed, attendance: attendanceOfEvent(scans, settlements) });
  });
}
