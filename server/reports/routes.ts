/** 反映收费 and 意见反馈: sent by anybody, read by the superior of the event's organisation or by the operator. */
import { and, eq, type SQL } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { reportsContract } from '../../domain/api/contract/reports';
import { parseReceipt } from '../../domain/report-fee/receipt';
import { actorOf, memberOf } from '../access/principal';
import { stillMay } from '../access/still-may';
import { recordAct } from '../audit/record';
import type { Encryptor } from '../crypto/encryptor';
import type { Db } from '../db/database';
import { report } from '../db/report-schema';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { networkOf } from '../http/rate-store';
import { listReports, ofRecipient, readReport } from './read-reports';
import { receiveReport } from './receive';
import { stepReport } from './step-report';

export interface ReportDeps {
  readonly db: Db;
  readonly now: () => number;
  readonly encryptor: Encryptor;
  /** `null`: no limits. */
  readonly rateLimit: number | null;
}

/** From one address in ten minutes; a hall full of people may share it. */
const MOST_SENT = 20;
/** Receipts that one address may look up in a minute. */
const MOST_LOOKED_UP = 60;

const UuidSchema = v.pipe(v.string(), v.uuid());

export function reportRoutes(app: FastifyInstance, { db, now, encryptor, rateLimit }: ReportDeps): void {
  const limit = (max: number, timeWindow: string) => {
    const keyGenerator = ({ ip }: { readonly ip: string }): string => networkOf(ip);
    const count = rateLimit === null ? null : app.createRateLimit({ max, timeWindow, keyGenerator });
    return async (request: FastifyRequest, reply: FastifyReply): Promise<{ readonly isSent: boolean }> => {
      const counted = await count?.(request);
      if (!counted || counted.isAllowed || !counted.isExceeded) return { isSent: false };
      // In an object, since a reply that is awaited says nothing.
      void sendProblem(reply.header('retry-after', counted.ttlInSeconds), 'too-many-requests');
      return { isSent: true };
    };
  };
  const limitSent = limit(MOST_SENT, '10 minutes');
  const limitLookedUp = limit(MOST_LOOKED_UP, '1 minute');

  addRoute(app, reportsContract.report, async (request, reply) => {
    if ((await limitSent(request, reply)).isSent) return reply;
    const received = await db.transaction((tx) => receiveReport(tx, request.body, { encryptor, now: now() }));
    if (!received.ok) return sendProblem(reply, received.code);
    return reply.code(201).header('cache-control', 'no-store').send({ receipt: received.receipt });
  });

  addRoute(app, reportsContract.receipt, async (request, reply) => {
    if ((await limitLookedUp(request, reply)).isSent) return reply;
    const receipt = parseReceipt(request.params.receipt);
    const [found] =
      receipt === null
        ? []
        : await db.select({ state: report.state, words: report.words }).from(report).where(eq(report.receipt, receipt));
    if (!found) return sendProblem(reply, 'report-not-found');
    const { state, words } = found;
    return reply.header('cache-control', 'no-store').send({ state, ...(words !== '' && { words }) });
  });

  addRoute(app, reportsContract.reports, async (request, reply) => {
    const reports = await listReports(db, encryptor, memberOf(request).organisation.id, request.query.state);
    return reply.header('cache-control', 'no-store').send({ reports });
  });

  const idOf = (id: string): SQL | null => (v.is(UuidSchema, id) ? eq(report.id, id.toLowerCase()) : null);

  addRoute(app, reportsContract.openReport, async (request, reply) => {
    const member = memberOf(request);
    const organisationId = member.organisation.id;
    const which = idOf(request.params.id);
    const found = await db.transaction(async (tx) => {
      if (which === null || !(await stillMay(tx, member, 'event:approve'))) return null;
      const opened = await readReport(tx, encryptor, and(which, ofRecipient(organisationId)));
      if (!opened) return null;
      const object = { kind: 'report', id: opened.line.id } as const;
      await recordAct(tx, now(), actorOf(request), { act: 'report-opened', object, organisationId });
      return opened;
    });
    if (!found) return sendProblem(reply, 'not-found');
    return reply.header('cache-control', 'no-store').send({ ...found.line, contact: found.contact });
  });

  addRoute(app, reportsContract.stepReport, async (request, reply) => {
    const member = memberOf(request);
    const organisationId = member.organisation.id;
    const id = idOf(request.params.id);
    if (id === null) return sendProblem(reply, 'not-found');
    const which = and(id, ofRecipient(organisationId));
    const stepped = await db.transaction(async (tx) => {
      if (!(await stillMay(tx, member, 'event:approve'))) return { ok: false, code: 'not-found' } as const;
      return stepReport(tx, which, request.body, { now: now(), actor: actorOf(request), organisationId });
    });
    return answer(reply, stepped, which);
  });

  addRoute(app, reportsContract.operatorReports, async (request, reply) => {
    if (request.principal?.kind !== 'operator') return sendProblem(reply, 'unauthorized');
    const reports = await listReports(db, encryptor, null, request.query.state);
    return reply.header('cache-control', 'no-store').send({ reports });
  });

  addRoute(app, reportsContract.answerReport, async (request, reply) => {
    if (request.principal?.kind !== 'operator') return sendProblem(reply, 'unauthorized');
    const receipt = parseReceipt(request.params.receipt);
    if (receipt === null) return sendProblem(reply, 'report-not-found');
    const which = and(eq(report.receipt, receipt), ofRecipient(null));
    const context = { now: now(), actor: actorOf(request), organisationId: null };
    return answer(reply, await db.transaction((tx) => stepReport(tx, which, request.body, context)), which);
  });

  async function answer(
    reply: FastifyReply,
    stepped: Awaited<ReturnType<typeof stepReport>>,
    which: SQL | undefined,
  ): Promise<FastifyReply> {
    if (!stepped.ok) return sendProblem(reply, stepped.code);
    const found = await readReport(db, encryptor, which);
    return found ? reply.header('cache-control', 'no-store').send(found.line) : sendProblem(reply, 'not-found');
  }
}
