/** The superior's page, and what a superior decides (F5). */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { figuresContract } from '../../domain/api/contract/figures';
import { rollUp } from '../../domain/summary/roll-up';
import { principalOf } from '../access/principal';
import type { Tx } from '../db/database';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { mapInSteps } from '../http/in-steps';
import type { Acted, ActContext } from './acts';
import { listBelow } from './below';
import { acceptSummary, receiveSummary, returnSummary, unreceiveSummary } from './decide';
import { presentBelow, presentDeadline } from './present';
import { findSummary, NOT_BEGUN } from './store';
import { actContext, findCampaign, isUuid, type SummaryDeps, type SummaryRequest } from './summary-deps';

export function summaryBelowRoutes(app: FastifyInstance, deps: SummaryDeps): void {
  const { db, encryptor } = deps;

  addRoute(app, figuresContract.summariesBelow, async (request, reply) => {
    const context = await findCampaign(deps, request.params.campaign);
    if (!context) return sendProblem(reply, 'not-found');
    const { organisation } = principalOf(request);
    const campaignId = context.campaign.id;
    const below = await listBelow(db, organisation, { campaignId }, encryptor);
    const own = (await findSummary(db, { organisationId: organisation.id, campaignId })) ?? NOT_BEGUN;
    return reply.header('cache-control', 'no-store').send({
      campaign: context.campaign,
      deadline: presentDeadline(context.deadline, context.now),
      organisations: await mapInSteps(below, presentBelow),
      rollUp: rollUp(own.body.hand, below),
    });
  });

  const decide = async (
    request: SummaryRequest & { readonly params: { readonly campaign: string; readonly below: string } },
    reply: FastifyReply,
    run: (tx: Tx, context: ActContext) => Promise<Acted>,
  ): Promise<FastifyReply> => {
    const { campaign, below } = request.params;
    const context = isUuid(below) ? await findCampaign(deps, campaign) : null;
    if (!context) return sendProblem(reply, 'not-found');
    const acted = await db.transaction((tx) => run(tx, actContext(request, context)));
    if (!acted.ok) return sendProblem(reply, acted.code, acted.errors);
    const { organisation } = principalOf(request);
    const [row] = await listBelow(db, organisation, { campaignId: campaign, only: below }, encryptor);
    return row ? reply.header('cache-control', 'no-store').send(presentBelow(row)) : sendProblem(reply, 'not-found');
  };

  addRoute(app, figuresContract.acceptSummary, (request, reply) =>
    decide(request, reply, (tx, context) => acceptSummary(tx, request.params.below, request.body, context)),
  );
  addRoute(app, figuresContract.returnSummary, (request, reply) =>
    decide(request, reply, (tx, context) => returnSummary(tx, request.params.below, request.body, context)),
  );
  addRoute(app, figuresContract.receiveSummary, (request, reply) =>
    decide(request, reply, (tx, context) => receiveSummary(tx, request.params.below, request.body, context)),
  );
  addRoute(app, figuresContract.unreceiveSummary, (request, reply) =>
    decide(request, reply, (tx, context) => unreceiveSummary(tx, request.params.below, context)),
  );
}
