/** One's own summary, its versions and its files (F2, F3, F6). */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { figuresContract } from '../../domain/api/contract/figures';
import { formatInstant } from '../../domain/time/time';
import { actorOf, principalOf } from '../access/principal';
import { recordAct } from '../audit/record';
import type { Tx } from '../db/database';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { tagVersion } from '../http/if-match';
import { sendFile } from '../http/send-file';
import { readFigures } from '../figures/read-figures';
import { runInWorker } from '../spreadsheets/run-in-worker';
import { type Acted, type ActContext, saveSummary, submitSummary, withdrawSummary } from './acts';
import { presentSummary, presentVersion, type PresentContext } from './present';
import { figuresSince, readSnapshot, versionDifferences } from './snapshot';
import { findOwner, findVersion, type Owner, type VersionRow } from './store';
import { actContext, findCampaign, findReadable, type SummaryDeps, type SummaryRequest } from './summary-deps';
import { readFileOf } from './file-of-version';

const VERSION = /^[1-9]\d{0,5}$/;

export function summaryRoutes(app: FastifyInstance, deps: SummaryDeps): void {
  const { db } = deps;

  async function send(request: SummaryRequest, reply: FastifyReply, context: PresentContext): Promise<FastifyReply> {
    const owner = await findOwner(db, principalOf(request).organisation.id);
    if (!owner) return sendProblem(reply, 'not-found');
    const answer = await presentSummary(db, owner, context);
    return tagVersion(reply, answer.edits).header('cache-control', 'no-store').send(answer);
  }

  const act = async (
    request: SummaryRequest & { readonly params: { readonly campaign: string } },
    reply: FastifyReply,
    run: (tx: Tx, context: ActContext) => Promise<Acted>,
  ): Promise<FastifyReply> => {
    const context = await findCampaign(deps, request.params.campaign);
    if (!context) return sendProblem(reply, 'not-found');
    const acted = await db.transaction((tx) => run(tx, actContext(request, context)));
    return acted.ok ? send(request, reply, context) : sendProblem(reply, acted.code, acted.errors);
  };

  addRoute(app, figuresContract.summary, async (request, reply) => {
    const context = await findCampaign(deps, request.params.campaign);
    return context ? send(request, reply, context) : sendProblem(reply, 'not-found');
  });
  addRoute(app, figuresContract.saveSummary, (request, reply) =>
    act(request, reply, (tx, context) => saveSummary(tx, request.body, context)),
  );
  addRoute(app, figuresContract.submitSummary, (request, reply) => act(request, reply, submitSummary));
  addRoute(app, figuresContract.withdrawSummary, (request, reply) => act(request, reply, withdrawSummary));

  interface Found {
    readonly context: PresentContext;
    readonly owner: Owner;
    readonly row: VersionRow;
  }

  async function find(
    request: SummaryRequest & {
      readonly params: { readonly campaign: string; readonly n: string };
      readonly query: { readonly of?: string | undefined };
    },
  ): Promise<Found | null> {
    const { campaign, n } = request.params;
    const context = await findCampaign(deps, campaign);
    const owner = context && (await findReadable(deps, request, request.query.of, campaign));
    if (!context || !owner || !VERSION.test(n)) return null;
    const row = await findVersion(db, { organisationId: owner.id, campaignId: campaign }, Number(n));
    return row && { context, owner, row };
  }

  addRoute(app, figuresContract.summaryVersion, async (request, reply) => {
    const found = await find(request);
    if (!found) return sendProblem(reply, 'not-found');
    const { context, owner, row } = found;
    const key = { organisationId: owner.id, campaignId: context.campaign.id };
    const before = await findVersion(db, key, row.version - 1);
    const snapshot = readSnapshot(row.text);
    const scope = { organisation: owner, campaignId: context.campaign.id, asOf: context.now };
    const now = await readFigures(db, scope, 'paragraph');
    return reply.header('cache-control', 'no-store').send({
      ...presentVersion(row),
      ...{ text: row.text, snapshot },
      differences: before ? versionDifferences(readSnapshot(before.text), snapshot) : [],
      since: { asOf: formatInstant(context.now), differences: figuresSince(snapshot, now) },
    });
  });

  for (const [contract, job, ending] of [
    [figuresContract.summaryDocument, 'summaryDocument', 'docx'],
    [figuresContract.summaryWorkbook, 'summaryWorkbook', 'xlsx'],
  ] as const) {
    addRoute(app, contract, async (request, reply) => {
      const found = await find(request);
      if (!found) return sendProblem(reply, 'not-found');
      const { context, owner, row } = found;
      const id = `${context.campaign.id} ${owner.id} ${row.version}`;
      const file = await db.transaction(async (tx) => {
        await recordAct(tx, context.now, actorOf(request), {
          ...{ act: 'summary-exported', object: { kind: 'summary', id }, fields: [ending] },
          organisationId: principalOf(request).organisation.id,
        });
        return readFileOf(tx, owner, row, context);
      });
      const made = await runInWorker(job, file);
      return made.ok
        ? sendFile(reply, made.output, `summary-${row.version}.${ending}`)
        : sendProblem(reply, 'unavailable');
    });
  }
}
