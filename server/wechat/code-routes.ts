/** `GET /api/v1/mini-program-code`: the code that leads to a slogan card, for cards that are there and for no others. */
import type { CampaignId } from '../../domain/ids';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { citizenContract } from '../../domain/api/contract/citizen';
import { sceneOf } from '../../domain/slogan/card-scene';
import { cardsOf } from '../../domain/slogan/slogan';
import type { Db } from '../db/database';
import { campaign } from '../db/schema';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { matchesEtag } from '../http/encoding';
import type { CampaignRegistry } from '../campaigns/registry';
import type { MiniProgramCodes } from './codes';

const KEPT = 'public, max-age=604800';

export interface CodeDeps {
  readonly db: Db;
  readonly registry: CampaignRegistry;
  /** `null`: not a mini-program's server. */
  readonly codes: MiniProgramCodes | null;
}

async function hasCard(db: Db, campaignId: CampaignId, card: string): Promise<boolean> {
  const [row] = await db.select({ content: campaign.content }).from(campaign).where(eq(campaign.id, campaignId));
  return row !== undefined && cardsOf(row.content).some(({ key }) => key === card);
}

export function miniProgramCodeRoutes(app: FastifyInstance, { db, registry, codes }: CodeDeps): void {
  addRoute(app, citizenContract.miniProgramCode, async ({ query, headers, log }, reply) => {
    if (codes === null) return sendProblem(reply, 'mini-program-code-off');
    if (!registry.get(query.campaign)) return sendProblem(reply, 'campaign-not-found');
    const scene = sceneOf(query);
    const isThere =
      scene !== null && (codes.find(scene) !== undefined || (await hasCard(db, query.campaign, query.card)));
    if (!isThere) return sendProblem(reply, 'card-not-found');
    const answer = await codes.get(scene);
    if (!answer.ok) {
      log.warn({ problem: 'mini-program-code-unavailable', error: answer.error }, 'no mini-program code');
      return sendProblem(reply, 'mini-program-code-unavailable');
    }
    const { type, bytes, etag } = answer.picture;
    reply.header('etag', etag).header('cache-control', KEPT);
    if (matchesEtag(headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type(type).send(bytes);
  });
}
