/** Events from a file that arrived in a chat: checked first, applied second (E4). */
import type { CampaignId } from '../../domain/ids';
import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import { and, eq, lt } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { eventsContract } from '../../domain/api/contract/events';
import { COLUMNS } from '../../domain/event-import/columns';
import { DAY_MS } from '../../domain/time/time';
import { FILE_REFUSALS, presentFault } from '../../words/spreadsheets';
import { principalOf } from '../access/principal';
import { eventImport } from '../db/draft-schema';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { sendFile } from '../http/send-file';
import { readUpload } from '../http/upload';
import { contextOf, type DraftDeps } from '../publishing/draft-routes';
import { MOST_BYTES } from '../spreadsheets/limits';
import { runInWorker } from '../spreadsheets/run-in-worker';
import { applyImport, RefusedImport } from './apply';
import { readImportFacts, readOwner } from './facts';

const KEPT_MS = DAY_MS;
const UuidSchema = v.pipe(v.string(), v.uuid());

/** One byte more than is read, so that a file that is too large is told from one that just fits. */
const LIMITS = { fileSize: MOST_BYTES + 1, files: 1, fields: 0, parts: 2, headerPairs: 20 };

export async function importRoutes(app: FastifyInstance, deps: DraftDeps): Promise<void> {
  const { db, registry, now } = deps;
  await app.register(multipart, { limits: LIMITS, throwFileSizeLimit: false });
  const campaignOf = (asked: string | undefined): string | undefined => asked ?? registry.current()?.summary.id;

  const factsFor = async (request: Pick<FastifyRequest, 'principal'>, campaignId: CampaignId | undefined) => {
    const owner = await readOwner(db, principalOf(request).organisation.id);
    return owner && campaignId !== undefined ? readImportFacts(db, owner, campaignId) : null;
  };

  addRoute(app, eventsContract.checkImport, async (request, reply) => {
    if (!request.isMultipart()) return sendProblem(reply, 'unsupported-media-type');
    const upload = await readUpload(request, MOST_BYTES);
    if (!upload.ok) return sendProblem(reply, upload.code);
    const { file } = upload;
    const facts = await factsFor(request, campaignOf(request.query.campaign));
    if (!facts) return sendProblem(reply, 'unknown-campaign');
    const checked = await runInWorker('check', { file, facts });
    if (!checked.ok) {
      const { refusal } = checked;
      const hint = FILE_REFUSALS[refusal];
      return sendProblem(reply, 'file-refused', [{ path: 'file', code: refusal }], { hint });
    }
    const check = checked.output;
    const id = randomUUID();
    await db.delete(eventImport).where(lt(eventImport.createdAt, now() - KEPT_MS));
    await db.insert(eventImport).values({
      ...{ id, check, name: file.name, createdAt: now(), campaignId: facts.campaign.id },
      organisationId: principalOf(request).organisation.id,
      file: Buffer.from(file.bytes).toString('base64'),
    });
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({
        id,
        sheet: check.sheet,
        rows: check.rows,
        findings: [...check.headingFaults, ...check.faults].map(presentFault),
        warnings: check.warnings.map(presentFault),
        changes: check.changes.map(({ row, id: eventId, outcome, fields }) => ({
          ...{ row, id: eventId, outcome },
          fields: fields.map(({ column, from, to }) => ({ column: COLUMNS[column].title, from, to })),
        })),
      });
  });

  addRoute(app, eventsContract.applyImport, async (request, reply) => {
    const { id } = request.params;
    if (!v.is(UuidSchema, id)) return sendProblem(reply, 'not-found');
    const onlyGood = request.body?.onlyGood === true;
    try {
      const applied = await db.transaction((tx) => applyImport(tx, id, onlyGood, contextOf(request, deps)));
      if (!applied.ok) return await sendProblem(reply, applied.code, applied.errors, applied.more);
      const { created, changed, unchanged } = applied;
      return await reply.header('cache-control', 'no-store').send({ created, changed, unchanged });
    } catch (error) {
      if (!(error instanceof RefusedImport)) throw error;
      const { code, errors, more } = error.refused;
      return await sendProblem(reply, code, errors, more);
    }
  });

  addRoute(app, eventsContract.importTemplate, async (request, reply) => {
    const facts = await factsFor(request, campaignOf(request.query.campaign));
    if (!facts) return sendProblem(reply, 'unknown-campaign');
    const { items, scope } = facts;
    const made = await runInWorker('events', { facts: { items, scope, organiserKnown: true }, rows: [] });
    return made.ok ? sendFile(reply, made.output, 'template.xlsx') : sendProblem(reply, 'unavailable');
  });

  addRoute(app, eventsContract.markedImport, async (request, reply) => {
    const { id } = request.params;
    if (!v.is(UuidSchema, id)) return sendProblem(reply, 'not-found');
    const [found] = await db
      .select()
      .from(eventImport)
      .where(and(eq(eventImport.id, id), eq(eventImport.organisationId, principalOf(request).organisation.id)));
    const facts = found ? await factsFor(request, found.campaignId) : null;
    if (!found || !facts) return sendProblem(reply, 'not-found');
    const file = { name: found.name, bytes: Buffer.from(found.file, 'base64') };
    const made = await runInWorker('mark', { file, facts });
    return made.ok && made.output ? sendFile(reply, made.output, 'marked.xlsx') : sendProblem(reply, 'not-found');
  });
}
