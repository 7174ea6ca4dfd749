/** `GET /api/v1/mini-program-code`: the code that leads to a slogan card, for cards that are there and for no others. */
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { DESIGNS, sceneOf } from '../../domain/slogan/card-scene';
import { cardsOf } from '../../domain/slogan/slogan';
import type { Db } from '../db/database';
import { campaign } from '../db/schema';
import { sendProblem } from '../http/errors';
import { matchesEtag } from '../http/encoding';
import type { CampaignRegistry } from '../campaigns/registry';
import type { ValibotTypes } from '../http/validation';
import type { MiniProgramCodes } from './codes';

const KEPT = 'public, max-age=604800';

const QuerySchema = v.object({
  campaign: v.pipe(v.string(), v.minLength(1), v.maxLength(32)),
  card: v.pipe(v.string(), v.minLength(1), v.maxLength(8)),
  design: v.picklist(DESIGNS),
});

export interface CodeDeps {
  readonly db: Db;
  readonly registry: CampaignRegistry;
  /** `null`: not a mini-program's server. */
  readonly codes: MiniProgramCodes | null;
}

async function hasCard(db: Db, campaignId: string, card: string): Promise<boolean> {
  const [row] = await db.select({ content: campaign.content }).from(campaign).where(eq(campaign.id, campaignId));
  return row !== undefined && cardsOf(row.content).some(({ key }) => key === card);
}

export function miniProgramCodeRoutes(instance: FastifyInstance, { db, registry, codes }: CodeDeps): void {
  const app = instance.withTypeProvider<ValibotTypes>();

  app.get(
    '/api/v1/mini-program-code',
    {
      schema: {
        summary: 'The mini-program code of a slogan card, as WeChat made it: PNG or JPEG',
        tags: ['cards'],
        querystring: QuerySchema,
      },
    },
    async ({ query, headers, log }, reply) => {
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
    },
  );
}
