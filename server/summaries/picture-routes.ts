/** Pictures of cases: cleaned before they are kept, read by the organisation and its superiors (F2). */
import { createHash } from 'node:crypto';
import { and, count, eq, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { figuresContract } from '../../domain/api/contract/figures';
import { memberOf } from '../access/principal';
import { stillMay } from '../access/still-may';
import type { Tx } from '../db/database';
import { summaryPicture } from '../db/summary-schema';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { readUpload } from '../http/upload';
import { cleanPicture, MOST_PICTURE_BYTES } from '../pictures/clean-picture';
import type { Picture } from '../pictures/picture';
import type { SummaryKey } from './store';
import { findCampaign, findReadable, isUuid, type SummaryDeps } from './summary-deps';

/** Three cases of three pictures, some of them tried out. */
const MOST_KEPT = 30;

const isOf = ({ organisationId, campaignId }: SummaryKey) =>
  and(eq(summaryPicture.organisationId, organisationId), eq(summaryPicture.campaignId, campaignId));

/** A UUID of version 8 (RFC 9562, section 5.8) made of the bytes: the same picture has the same id. */
function idOf(bytes: Buffer): string {
  const digest = createHash('sha256').update(bytes).digest().subarray(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  return digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Those that no text and no version names go first; `false`: there are too many all the same. */
async function makeRoom(tx: Tx, key: SummaryKey): Promise<boolean> {
  const [kept] = await tx.select({ pictures: count() }).from(summaryPicture).where(isOf(key));
  if ((kept?.pictures ?? 0) < MOST_KEPT) return true;
  await tx.execute(sql`
    delete from summary_picture p
    where p.organisation_id = ${key.organisationId}::uuid and p.campaign_id = ${key.campaignId}
      and not exists (
        select 1 from summary s where s.organisation_id = p.organisation_id and s.campaign_id = p.campaign_id
          and position(p.id::text in s.body::text) > 0
      )
      and not exists (
        select 1 from summary_version n where n.organisation_id = p.organisation_id and n.campaign_id = p.campaign_id
          and position(p.id::text in n.text) > 0
      )`);
  const [left] = await tx.select({ pictures: count() }).from(summaryPicture).where(isOf(key));
  return (left?.pictures ?? 0) < MOST_KEPT;
}

async function keep(
  tx: Tx,
  key: SummaryKey,
  { type, width, height, bytes }: Picture,
  now: number,
): Promise<string | null> {
  const id = idOf(bytes);
  if (!(await makeRoom(tx, key))) return null;
  const row = { ...key, id, type, width, height, bytes: bytes.toString('base64'), createdAt: now };
  await tx.insert(summaryPicture).values(row).onConflictDoNothing();
  return id;
}

export function summaryPictureRoutes(app: FastifyInstance, deps: SummaryDeps): void {
  const { db, now } = deps;

  addRoute(app, figuresContract.addPicture, async (request, reply) => {
    if (!request.isMultipart()) return sendProblem(reply, 'unsupported-media-type');
    const context = await findCampaign(deps, request.params.campaign);
    const upload = await readUpload(request, MOST_PICTURE_BYTES);
    if (!context) return sendProblem(reply, 'not-found');
    if (!upload.ok) return sendProblem(reply, upload.code);
    const cleaned = cleanPicture(upload.file.bytes);
    if (!cleaned.ok) return sendProblem(reply, 'picture-refused', [{ path: 'file', code: cleaned.code }]);
    const { picture } = cleaned;
    const member = memberOf(request);
    const key = { organisationId: member.organisation.id, campaignId: context.campaign.id };
    const isAllowed = (tx: Tx): Promise<boolean> => stillMay(tx, member, 'summary:write');
    const id = await db.transaction(async (tx) => ((await isAllowed(tx)) ? keep(tx, key, picture, now()) : ''));
    if (id === '') return sendProblem(reply, 'not-found');
    if (id === null) return sendProblem(reply, 'too-many-pictures');
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ id, type: picture.type, bytes: picture.bytes.length });
  });

  addRoute(app, figuresContract.picture, async (request, reply) => {
    const { campaign, picture } = request.params;
    const context = await findCampaign(deps, campaign);
    const owner = context && (await findReadable(deps, request, request.query.of, campaign));
    if (!owner || !isUuid(picture)) return sendProblem(reply, 'not-found');
    const [row] = await db
      .select()
      .from(summaryPicture)
      .where(and(isOf({ organisationId: owner.id, campaignId: campaign }), eq(summaryPicture.id, picture)));
    if (!row) return sendProblem(reply, 'not-found');
    return reply
      .header('cache-control', 'private, max-age=3600')
      .header('content-type', row.type)
      .header('content-disposition', 'inline')
      .send(Buffer.from(row.bytes, 'base64'));
  });
}
