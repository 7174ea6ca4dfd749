/** 年度活动: drafts of the next campaign, and its opening. Only the whole country and top organisations have them. */
import { asc, eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { campaignsContract } from '../../domain/api/contract/campaigns';
import {
  type CampaignDraft,
  differencesOf,
  type NextCampaign,
  NextIdSchema,
} from '../../domain/campaign/next-campaign';
import { parseNotice } from '../../domain/campaign/parse-notice';
import type { ProgrammeItem } from '../../domain/campaign/campaign';
import type { Organisation } from '../../domain/permission';
import { levelOf } from '../../domain/region/region';
import { FILE_REFUSALS } from '../../words/spreadsheets';
import { actorOf, memberOf } from '../access/principal';
import { stillMay } from '../access/still-may';
import { recordAct } from '../audit/record';
import type { CampaignRegistry } from '../campaigns/registry';
import { campaignDraft } from '../db/campaign-draft-schema';
import type { Db, Tx } from '../db/database';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { readUpload } from '../http/upload';
import { MOST_BYTES } from '../spreadsheets/limits';
import { runInWorker } from '../spreadsheets/run-in-worker';
import { openCampaign } from './open-campaign';

interface Deps {
  readonly db: Db;
  readonly registry: CampaignRegistry;
  readonly now: () => number;
}

const isTop = ({ region }: Organisation): boolean => ['nation', 'province'].includes(levelOf(region));

const present = (id: string, content: NextCampaign, items: readonly ProgrammeItem[]): CampaignDraft => ({
  ...{ id, content, items: [...items], differences: differencesOf(content, items) },
  paragraphs: content.documents.map(({ text }) => parseNotice(text).length),
});

export function campaignDraftRoutes(app: FastifyInstance, { db, registry, now }: Deps): void {
  /** `null`: no year, or not theirs to make. */
  const idFor = (request: Pick<FastifyRequest, 'principal'>, id: string): string | null =>
    v.is(NextIdSchema, id) && isTop(memberOf(request).organisation) ? id : null;
  const unstored = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-store');

  const record = (tx: Tx, request: Pick<FastifyRequest, 'principal' | 'staff' | 'id'>, id: string, field: string) =>
    recordAct(tx, now(), actorOf(request), {
      ...{ act: 'campaign-saved', object: { kind: 'campaign', id }, fields: [field] },
      organisationId: memberOf(request).organisation.id,
    });

  addRoute(app, campaignsContract.campaignList, async (request, reply) => {
    const mayMake = isTop(memberOf(request).organisation);
    const drafts = mayMake ? await db.select().from(campaignDraft).orderBy(asc(campaignDraft.id)) : [];
    return unstored(reply).send({
      campaigns: registry.list().map(({ summary }) => summary),
      drafts: drafts.map(({ id, content }) => ({ id, theme: content.theme })),
      mayMake,
    });
  });

  addRoute(app, campaignsContract.campaignDraft, async (request, reply) => {
    const id = idFor(request, request.params.id);
    const [draft] = id === null ? [] : await db.select().from(campaignDraft).where(eq(campaignDraft.id, id));
    if (!draft) return sendProblem(reply, 'not-found');
    return unstored(reply).send(present(draft.id, draft.content, draft.items));
  });

  addRoute(app, campaignsContract.saveCampaign, async (request, reply) => {
    const id = idFor(request, request.params.id);
    if (id === null) return sendProblem(reply, 'not-found');
    if (registry.get(id)) return sendProblem(reply, 'campaign-id-used');
    const content = request.body;
    const saved = await db.transaction(async (tx) => {
      if (!(await stillMay(tx, memberOf(request), 'campaign:manage'))) return null;
      const [row] = await tx
        .insert(campaignDraft)
        .values({ id, content, items: [], changedAt: now() })
        .onConflictDoUpdate({ target: campaignDraft.id, set: { content, changedAt: now() } })
        .returning();
      await record(tx, request, id, 'content');
      return row ?? null;
    });
    return saved ? unstored(reply).send(present(id, saved.content, saved.items)) : sendProblem(reply, 'not-found');
  });

  addRoute(app, campaignsContract.campaignItems, async (request, reply) => {
    const id = idFor(request, request.params.id);
    if (id === null) return sendProblem(reply, 'not-found');
    if (!request.isMultipart()) return sendProblem(reply, 'unsupported-media-type');
    const upload = await readUpload(request, MOST_BYTES);
    if (!upload.ok) return sendProblem(reply, upload.code);
    const checked = await runInWorker('items', { file: upload.file });
    if (!checked.ok) {
      const { refusal } = checked;
      const hint = FILE_REFUSALS[refusal];
      return sendProblem(reply, 'file-refused', [{ path: 'file', code: refusal }], { hint });
    }
    const { items, faults: findings } = checked.output;
    if (findings.length > 0) return unstored(reply).send({ items: 0, findings });
    const isStored = await db.transaction(async (tx) => {
      if (!(await stillMay(tx, memberOf(request), 'campaign:manage'))) return false;
      const changed = await tx
        .update(campaignDraft)
        .set({ items, changedAt: now() })
        .where(eq(campaignDraft.id, id))
        .returning({ id: campaignDraft.id });
      if (changed.length > 0) await record(tx, request, id, 'items');
      return changed.length > 0;
    });
    return isStored ? unstored(reply).send({ items: items.length, findings }) : sendProblem(reply, 'not-found');
  });

  addRoute(app, campaignsContract.openCampaign, async (request, reply) => {
    const id = idFor(request, request.params.id);
    if (id === null) return sendProblem(reply, 'not-found');
    const member = memberOf(request);
    const context = { now: now(), actor: actorOf(request), organisationId: member.organisation.id };
    const opened = await db.transaction(async (tx) =>
      (await stillMay(tx, member, 'campaign:manage'))
        ? openCampaign(tx, id, context)
        : ({ ok: false, code: 'not-found' } as const),
    );
    if (!opened.ok) return sendProblem(reply, opened.code);
    await registry.refresh();
    const { year, theme } = opened;
    return unstored(reply).send({ id, year, theme, state: 'open' });
  });
}
