/** From a draft to what citizens see, and what is done with that afterwards. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as v from 'valibot';
import { eventsContract } from '../../domain/api/contract/events';
import type { Draft } from '../../domain/event/draft';
import { EventIdSchema } from '../../domain/event/event';
import type { Tx } from '../db/database';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { tagVersion } from '../http/if-match';
import { approveDraft, publishDraft, returnDraft, submitDraft, withdrawDraft } from './decide-draft';
import { type Acted, type DraftContext, maySee } from './draft-act';
import { act, type ActRequest, contextOf, type DraftDeps } from './draft-routes';
import { findWork } from './draft-row';
import { cancelPublished, setSuspended } from './live-event';
import { presentWork } from './present-draft';

type Run = (tx: Tx, id: string, context: DraftContext) => Promise<Acted>;
type OfEvent = ActRequest & { readonly params: { readonly id: string } };

export function decisionRoutes(app: FastifyInstance, deps: DraftDeps): void {
  /** `seen`: the version that the body names. */
  const perform = async (request: OfEvent, reply: FastifyReply, run: Run, seen?: number): Promise<FastifyReply> => {
    const { id } = request.params;
    if (!v.is(EventIdSchema, id)) return sendProblem(reply, 'not-found');
    const context = { ...contextOf(request, deps), ...(seen !== undefined && { seen }) };
    let shown: Draft | null = null;
    const runAndShow = async (tx: Tx): Promise<Acted> => {
      const acted = await run(tx, id, context);
      const work = acted.ok ? await findWork(tx, id) : null;
      // What a superior returned is no longer theirs to see, but they see what became of it.
      const { principal } = context;
      shown = work && (await presentWork(tx, work, maySee(principal, 'event:read', work) ? principal : null));
      return acted;
    };
    return act(deps, reply, runAndShow, ({ told, overbooked, warnings }) => {
      if (!shown) return sendProblem(reply, 'not-found');
      return tagVersion(reply.header('cache-control', 'no-store'), shown.rev).send({
        event: shown,
        ...(told !== undefined && { told }),
        ...(overbooked !== undefined && { overbooked }),
        ...(warnings && { warnings }),
      });
    });
  };

  addRoute(app, eventsContract.publishDraft, (request, reply) => perform(request, reply, publishDraft));
  addRoute(app, eventsContract.submitDraft, (request, reply) => perform(request, reply, submitDraft));
  addRoute(app, eventsContract.withdrawDraft, (request, reply) => perform(request, reply, withdrawDraft));
  addRoute(app, eventsContract.approveDraft, (request, reply) =>
    perform(request, reply, approveDraft, request.body.rev),
  );
  addRoute(app, eventsContract.returnDraft, (request, reply) => {
    const { rev, reason } = request.body;
    return perform(request, reply, (tx, id, context) => returnDraft(tx, id, reason, context), rev);
  });
  addRoute(app, eventsContract.suspendEvent, (request, reply) => {
    const reason = request.body?.reason ?? null;
    return perform(request, reply, (tx, id, context) => setSuspended(tx, id, true, reason, context));
  });
  addRoute(app, eventsContract.resumeEvent, (request, reply) => {
    const reason = request.body?.reason ?? null;
    return perform(request, reply, (tx, id, context) => setSuspended(tx, id, false, reason, context));
  });
  addRoute(app, eventsContract.cancelPublished, (request, reply) => {
    const { reason } = request.body;
    return perform(request, reply, (tx, id, context) => cancelPublished(tx, id, reason, context));
  });
}
