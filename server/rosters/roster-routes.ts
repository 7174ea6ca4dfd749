/** Rosters: masked, one person, a file (R1, R2). Only the organisation that holds the event reads them. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { eventsContract } from '../../domain/api/contract/events';
import { EventIdSchema } from '../../domain/event/event';
import type { Action } from '../../domain/permission';
import { linesOfSignUp } from '../../domain/roster/roster';
import { formatInstant } from '../../domain/time/time';
import { ROSTER_STATES } from '../../words/roster';
import { actorOf, principalOf } from '../access/principal';
import { recordAct, type NewAct } from '../audit/record';
import type { Encryptor } from '../crypto/encryptor';
import { signUp } from '../db/account-schema';
import type { Db, Tx } from '../db/database';
import type { EventRow } from '../db/schema';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { purgedSince } from '../personal-data/purge';
import { holdsRight, maySee } from '../publishing/draft-act';
import type { ActRequest } from '../publishing/draft-routes';
import { findWork, type Work } from '../publishing/draft-row';
import { runInWorker } from '../spreadsheets/run-in-worker';
import { pageOf, readEntries } from './read-roster';

export interface RosterDeps {
  readonly db: Db;
  readonly now: () => number;
  readonly encryptor: Encryptor;
}

interface Held {
  readonly work: Work;
  readonly live: EventRow;
}

const isUuid = (text: string): boolean => v.is(v.pipe(v.string(), v.uuid()), text);
const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

export function rosterRoutes(app: FastifyInstance, { db, now, encryptor }: RosterDeps): void {
  /** `null`: not there, or not theirs. */
  async function findHeld(tx: Db | Tx, request: ActRequest, id: string, action: Action): Promise<Held | null> {
    const work = v.is(EventIdSchema, id) ? await findWork(tx, id) : null;
    return work?.live && maySee(principalOf(request), action, work) ? { work, live: work.live } : null;
  }

  /** The act is written before anything of people is said. */
  async function recordReading(tx: Tx, request: ActRequest, act: Omit<NewAct, 'organisationId'>): Promise<void> {
    const organisationId = principalOf(request).organisation.id;
    await recordAct(tx, now(), actorOf(request), { ...act, organisationId });
  }

  addRoute(app, eventsContract.roster, async (request, reply) => {
    const held = await findHeld(db, request, request.params.id, 'roster:read-masked');
    if (!held) return sendProblem(reply, 'not-found');
    const at = now();
    const purged = purgedSince(held.live.endsAt, at);
    const page = pageOf(await readEntries(db, held.live, { encryptor, now: at }), request.query);
    return reply
      .header('cache-control', 'no-store')
      .send({ ...page, purgedAt: purged === null ? null : formatInstant(purged) });
  });

  addRoute(app, eventsContract.rosterEntry, async (request, reply) => {
    const { id, signUp: signUpId } = request.params;
    if (!isUuid(signUpId)) return sendProblem(reply, 'not-found');
    const entry = await db.transaction(async (tx) => {
      if (!(await holdsRight(tx, principalOf(request), 'roster:read'))) return null;
      const held = await findHeld(tx, request, id, 'roster:read');
      if (!held) return null;
      const [found] = await readEntries(tx, held.live, {
        ...{ encryptor, now: now() },
        which: eq(signUp.id, signUpId.toLowerCase()),
      });
      if (!found) return null;
      await recordReading(tx, request, {
        ...{ act: 'person-opened', object: { kind: 'sign-up', id: found.row.id } },
        ...(request.query.reason !== undefined && { reason: request.query.reason }),
      });
      return found;
    });
    if (!entry) return sendProblem(reply, 'not-found');
    const { row, state, form, ticket, attendance } = entry;
    return reply.header('cache-control', 'no-store').send({
      id: row.id,
      state,
      seats: row.seats,
      ticket,
      signedUpAt: formatInstant(row.createdAt),
      ...(attendance && { attended: attendance.inside, attendedAt: formatInstant(attendance.first.at) }),
      form,
    });
  });

  const sendFile = (reply: FastifyReply, bytes: Uint8Array, format: keyof typeof TYPES): FastifyReply =>
    reply
      .header('cache-control', 'no-store')
      .header('content-type', TYPES[format])
      .header('content-disposition', `attachment; filename="roster.${format}"`)
      .send(Buffer.from(bytes));

  addRoute(app, eventsContract.exportRoster, async (request, reply) => {
    const { columns, purpose, format = 'xlsx' } = request.body;
    const { id } = request.params;
    const at = now();
    const file = await db.transaction(async (tx) => {
      if (!(await holdsRight(tx, principalOf(request), 'roster:export'))) return null;
      const held = await findHeld(tx, request, id, 'roster:export');
      if (!held) return null;
      const entries = await readEntries(tx, held.live, { encryptor, now: at });
      await recordReading(tx, request, {
        ...{ act: 'roster-exported', object: { kind: 'roster', id }, fields: columns, reason: purpose },
      });
      const lines = entries
        .filter(({ state }) => state === 'confirmed' || state === 'waitlisted')
        .flatMap(({ row, state, form, ticket, attendance }) => {
          const { seats, createdAt: signedUpAt } = row;
          const attendedAt = attendance?.first.at ?? null;
          return linesOfSignUp(form, { seats, ticket, signedUpAt, attendedAt, state: ROSTER_STATES[state] });
        });
      return { organisation: held.work.organisation.name, event: held.live.title, purpose, at, columns, lines };
    });
    if (!file) return sendProblem(reply, 'not-found');
    const made = await runInWorker(format === 'csv' ? 'rosterCsv' : 'roster', file);
    return made.ok ? sendFile(reply, made.output, format) : sendProblem(reply, 'unavailable');
  });
}
