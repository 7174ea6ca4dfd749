/** From a draft to what citizens see, and what is done with that afterwards. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as v from 'valibot';
import { eventsContract } from '../../domain/api/contract/events';
import { EventIdSchema } from '../../domain/event/event';
import { principalOf } from '../access/principal';
import type { Tx } from '../db/database';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { tagVersion } from '../http/if-match';
import { approveDraft, publishDraft, returnDraft, submitDraft, withdrawDraft } from './decide-draft';
import type { Acted, DraftContext } from './draft-act';
import { act, type ActRequest, contextOf, type DraftDeps, readWork } from './draft-routes';
import { cancelPublished, setSuspended } from './live-event';
import { presentWork } from './present-draft';

type Run = (tx: Tx, id: string, context: DraftContext) => Promise<Acted>;
type OfEvent = ActRequest & { readonly params: { readonly id: string } };

export function decisionRoutes(app: FastifyInstance, deps: DraftDeps): void {
  const { db } = deps;

  /** `seen`: the version that the body names. */
  const perform = async (request: OfEvent, reply: FastifyReply, run: Run, seen?: number): Promise<FastifyReply> => {
    const { id } = request.params;
    if (!v.is(EventIdSchema, id)) return sendProblem(reply, 'not-found');
    const context = { ...contextOf(request, deps), ...(seen !== undefined && { seen }) };
    return act(
      deps,
      reply,
      (tx) => run(tx, id, context),
      async ({ told, overbooked, warnings }) => {
        const work = await readWork(db, request, id);
        if (!work) return sendProblem(reply, 'not-found');
        return tagVersion(reply.header('cache-control', 'no-store'), work.rev).send({
          event: await presentWork(db, work, principalOf(request)),
          ...(told !== undefined && { told }),
          ...(overbooked !== undefined && { overbooked }),
          ...(warnings && { warnings }),
        });
      },
    );
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
