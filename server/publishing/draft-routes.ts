/** Drafts: making, reading, saving, deleting, copying. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { eventsContract } from '../../domain/api/contract/events';
import { toDraftBody } from '../../domain/event/draft';
import { EventIdSchema } from '../../domain/event/event';
import { actorOf, principalOf } from '../access/principal';
import type { CampaignRegistry } from '../campaigns/registry';
import type { Db, Tx } from '../db/database';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { seenVersion, tagVersion } from '../http/if-match';
import type { MessageTemplate } from '../notices/templates';
import { cloneEvent } from './clone-event';
import { type Acted, type Done, type DraftContext, maySee } from './draft-act';
import { findWork, type Work } from './draft-row';
import { listDrafts } from './list-drafts';
import { presentWork } from './present-draft';
import { createDraft, deleteEvent, saveDraft } from './save-draft';
import { findWechatFaults } from './wechat-only';

export interface DraftDeps {
  readonly db: Db;
  readonly registry: CampaignRegistry;
  readonly now: () => number;
  readonly templates: readonly MessageTemplate[];
}

interface DraftRouteDeps extends DraftDeps {
  /** Whether the server knows a mini-program. */
  readonly isWechatOn: boolean;
}

export type ActRequest = Pick<FastifyRequest, 'principal' | 'staff' | 'id' | 'headers'>;

export const contextOf = (request: ActRequest, { now, templates }: DraftDeps): DraftContext => ({
  ...{ now: now(), templates },
  principal: principalOf(request),
  actor: actorOf(request),
  seen: seenVersion(request),
});

/** Runs the act and, only once it is committed, lets the feed of this process show it. */
export async function act(
  { db, registry }: DraftDeps,
  reply: FastifyReply,
  run: (tx: Tx) => Promise<Acted>,
  answer: (done: Done) => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const acted = await db.transaction(run);
  if (!acted.ok) return sendProblem(reply, acted.code, acted.errors, acted.more);
  if (acted.advance) await registry.advance(acted.advance.campaign, acted.advance.rev);
  return answer(acted);
}

/** What they may read; `null` also for what is not there. */
export async function readWork(db: Db, request: ActRequest, id: string): Promise<Work | null> {
  const work = v.is(EventIdSchema, id) ? await findWork(db, id) : null;
  return work && maySee(principalOf(request), 'event:read', work) ? work : null;
}

export function draftRoutes(app: FastifyInstance, deps: DraftRouteDeps): void {
  const { db } = deps;

  const send = async (request: ActRequest, reply: FastifyReply, id: string): Promise<FastifyReply> => {
    const work = await readWork(db, request, id);
    if (!work) return sendProblem(reply, 'not-found');
    return tagVersion(reply.header('cache-control', 'no-store'), work.rev).send(
      await presentWork(db, work, principalOf(request)),
    );
  };

  addRoute(app, eventsContract.drafts, async (request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .send(await listDrafts(db, principalOf(request).organisation, request.query)),
  );

  addRoute(app, eventsContract.createDraft, async (request, reply) => {
    const { id, ...sent } = request.body;
    const body = toDraftBody(sent);
    const faults = findWechatFaults(body, deps.isWechatOn);
    if (faults.length > 0) return sendProblem(reply, 'invalid-input', faults);
    return act(
      deps,
      reply,
      (tx) => createDraft(tx, id, body, contextOf(request, deps)),
      ({ outcome }) => send(request, reply.code(outcome === 'created' ? 201 : 200), id),
    );
  });

  addRoute(app, eventsContract.draft, async (request, reply) => send(request, reply, request.params.id));

  addRoute(app, eventsContract.saveDraft, async (request, reply) => {
    const { id } = request.params;
    if (!(await readWork(db, request, id))) return sendProblem(reply, 'not-found');
    if (seenVersion(request) === null) return sendProblem(reply, 'if-match-required');
    const faults = findWechatFaults(request.body, deps.isWechatOn);
    if (faults.length > 0) return sendProblem(reply, 'invalid-input', faults);
    return act(
      deps,
      reply,
      (tx) => saveDraft(tx, id, request.body, contextOf(request, deps)),
      () => send(request, reply, id),
    );
  });

  addRoute(app, eventsContract.deleteDraft, async (request, reply) => {
    const { id } = request.params;
    if (!(await readWork(db, request, id))) return sendProblem(reply, 'not-found');
    if (seenVersion(request) === null) return sendProblem(reply, 'if-match-required');
    return act(
      deps,
      reply,
      (tx) => deleteEvent(tx, id, contextOf(request, deps)),
      () => reply.code(204).send(),
    );
  });

  addRoute(app, eventsContract.cloneEvent, async (request, reply) => {
    const { id } = request.params;
    if (!v.is(EventIdSchema, id)) return sendProblem(reply, 'not-found');
    const cloned = await db.transaction((tx) => cloneEvent(tx, id, request.body.dates, contextOf(request, deps)));
    if (!cloned.ok) return sendProblem(reply, cloned.code, cloned.errors);
    const works = await Promise.all(cloned.ids.map((each) => findWork(db, each)));
    const events = await Promise.all(works.flatMap((work) => (work ? [presentWork(db, work, null)] : [])));
    return reply.code(201).header('cache-control', 'no-store').send({ events });
  });
}
