/** Events one by one: read by anybody, written by a publisher. */
import type { CampaignId } from '../../domain/ids';
import { and, eq, sql } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { citizenContract } from '../../domain/api/contract/citizen';
import { publisherContract } from '../../domain/api/contract/publisher';
import type { Db, Tx } from '../db/database';
import { documentTitle } from '../events/basis';
import { campaign, event, programmeItem } from '../db/schema';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import type { CampaignRegistry } from '../campaigns/registry';
import type { MessageTemplate } from '../notices/templates';
import type { AvailabilityCache } from '../events/availability';
import { presentEventAlone } from '../events/present';
import { actorOf } from '../access/principal';
import { cancelEvent, type PublishContext, publishEvent, removeEvent, type Written } from './publish';
import { findWechatFaults } from './wechat-only';

export interface EventDeps {
  readonly db: Db;
  readonly registry: CampaignRegistry;
  readonly availabilities: AvailabilityCache;
  readonly now: () => number;
  readonly templates: readonly MessageTemplate[];
  /** Whether the server knows a mini-program. */
  readonly isWechatOn: boolean;
}

export function eventRoutes(app: FastifyInstance, deps: EventDeps): void {
  const { db, registry, availabilities, now, templates } = deps;
  const contextOf = (request: Pick<FastifyRequest, 'principal' | 'staff' | 'id'>): PublishContext => {
    const { principal } = request;
    const organisation = principal?.kind === 'token' ? principal.organisation : null;
    return { now: now(), templates, organisation, actor: actorOf(request) };
  };
  const isShown = (campaignId: CampaignId): boolean => registry.get(campaignId) !== undefined;
  const readEvent = db
    .select({ row: event, item: programmeItem.content, documentTitle })
    .from(event)
    .innerJoin(campaign, eq(campaign.id, event.campaignId))
    .innerJoin(
      programmeItem,
      and(eq(programmeItem.campaignId, event.campaignId), eq(programmeItem.id, event.programmeId)),
    )
    .where(eq(event.id, sql.placeholder('id')))
    .prepare('event_by_id');

  /** Runs the change and, only once it is committed, lets the feed of this process show it. */
  async function write(
    reply: FastifyReply,
    change: (tx: Tx) => Promise<Written>,
    answer: (written: Extract<Written, { ok: true }>) => FastifyReply,
  ): Promise<FastifyReply> {
    const written = await db.transaction(change);
    if (!written.ok) return sendProblem(reply, written.code, written.errors);
    await registry.advance(written.event.campaign, written.event.rev);
    return answer(written);
  }

  addRoute(app, citizenContract.event, async (request, reply) => {
    const [found] = await readEvent.execute({ id: request.params.id });
    if (!found || found.row.removed || !isShown(found.row.campaignId)) return sendProblem(reply, 'event-not-found');
    const { row, item } = found;
    return reply.header('cache-control', 'no-cache').send(presentEventAlone(row, item, found.documentTitle));
  });

  addRoute(app, citizenContract.availability, async (request, reply) =>
    reply.header('cache-control', 'public, max-age=1').send(await availabilities.of(request.query.ids, isShown)),
  );

  addRoute(app, publisherContract.publishEvent, async (request, reply) => {
    const { params, body } = request;
    if (!isShown(body.campaign)) {
      return sendProblem(reply, 'unknown-campaign', [{ path: 'campaign', code: 'unknown-campaign' }]);
    }
    const faults = findWechatFaults(body, deps.isWechatOn);
    if (faults.length > 0) return sendProblem(reply, 'invalid-input', faults);
    return write(
      reply,
      (tx) => publishEvent(tx, params.id, body, contextOf(request)),
      ({ event: shown, outcome, overbooked, warnings }) =>
        reply.code(outcome === 'created' ? 201 : 200).send({
          event: shown,
          outcome,
          ...(overbooked !== undefined && { overbooked }),
          ...(warnings && { warnings }),
        }),
    );
  });

  addRoute(app, publisherContract.cancelEvent, async (request, reply) =>
    write(
      reply,
      (tx) => cancelEvent(tx, request.params.id, request.body.reason, contextOf(request)),
      ({ event: shown, outcome }) => reply.send({ event: shown, outcome }),
    ),
  );

  addRoute(app, publisherContract.removeEvent, async (request, reply) =>
    write(
      reply,
      (tx) => removeEvent(tx, request.params.id, contextOf(request)),
      () => reply.code(204).send(),
    ),
  );
}
