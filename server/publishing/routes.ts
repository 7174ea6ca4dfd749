/** Events one by one: read by anybody, written by a publisher. */
import { and, eq, sql } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as v from 'valibot';
import {
  AvailabilitySchema,
  CancelBodySchema,
  EventAnswerSchema,
  EventIdSchema,
  EventSchema,
  PublishBodySchema,
} from '../../domain/event/event';
import { FindingSchema } from '../../domain/problem/field-error';
import type { Db, Tx } from '../db/database';
import { documentTitle } from '../events/basis';
import { campaign, event, programmeItem } from '../db/schema';
import { sendProblem } from '../http/errors';
import type { Heads } from '../campaigns/heads';
import type { NotifyContext } from '../notices/notify';
import type { MessageTemplate } from '../notices/templates';
import type { ValibotTypes } from '../http/validation';
import type { Availabilities } from '../events/availability';
import { presentEventAlone } from '../events/present';
import { cancelEvent, publishEvent, removeEvent, type Written } from './publish';
import { requirePublisher } from '../access/publisher';

const EVENT = '/api/v1/events/:id';
const MOST_IDS = 100;

const ParamsSchema = v.object({ id: EventIdSchema });
const WrittenSchema = v.object({
  event: EventSchema,
  outcome: v.picklist(['created', 'updated', 'unchanged']),
  /** Seats confirmed beyond a capacity that was cut: nobody is evicted. */
  overbooked: v.optional(v.number()),
  /** What was published all the same, but should be looked at again. */
  warnings: v.optional(v.array(FindingSchema)),
});
const IdsSchema = v.pipe(
  v.string(),
  v.transform((text) => text.split(',')),
  v.array(EventIdSchema),
  v.maxLength(MOST_IDS, 'too-many'),
);

export interface EventDeps {
  readonly db: Db;
  readonly heads: Heads;
  readonly availabilities: Availabilities;
  readonly publisherToken: string | null;
  readonly now: () => number;
  readonly templates: readonly MessageTemplate[];
}

export function eventRoutes(instance: FastifyInstance, deps: EventDeps): void {
  const { db, heads, availabilities, publisherToken, now, templates } = deps;
  const context = (): NotifyContext => ({ now: now(), templates });
  const app = instance.withTypeProvider<ValibotTypes>();
  const isShown = (campaignId: string): boolean => heads.get(campaignId) !== undefined;
  const readEvent = db
    .select({ row: event, item: programmeItem.content, documentTitle })
    .from(event)
    .innerJoin(campaign, eq(campaign.id, event.campaignId))
    .innerJoin(
      programmeItem,
      and(eq(programmeItem.campaignId, event.campaignId), eq(programmeItem.id, event.programmeId)),
    )
    .where(eq(event.id, sql.placeholder('id')))
    .prepare('event_by_id');

  /** Runs the change and, only once it is committed, lets the feed of this process show it. */
  async function write(
    reply: FastifyReply,
    change: (tx: Tx) => Promise<Written>,
    answer: (written: Extract<Written, { ok: true }>) => FastifyReply,
  ): Promise<FastifyReply> {
    const written = await db.transaction(change);
    if (!written.ok) return sendProblem(reply, written.code, written.errors);
    heads.advance(written.event.campaign, written.event.rev);
    return answer(written);
  }

  app.get(
    EVENT,
    { schema: { summary: 'One event', tags: ['events'], params: ParamsSchema, response: { 200: EventAnswerSchema } } },
    async (request, reply) => {
      const [found] = await readEvent.execute({ id: request.params.id });
      if (!found || found.row.removed || !isShown(found.row.campaignId)) return sendProblem(reply, 'event-not-found');
      const { row, item } = found;
      return reply.header('cache-control', 'no-cache').send(presentEventAlone(row, item, found.documentTitle));
    },
  );

  app.get(
    '/api/v1/availability',
    {
      schema: {
        summary: 'Seats of up to 100 events, for display, about a second old',
        tags: ['events'],
        querystring: v.object({ ids: IdsSchema }),
        response: { 200: v.record(v.string(), AvailabilitySchema) },
      },
    },
    async (request, reply) =>
      reply.header('cache-control', 'public, max-age=1').send(await availabilities.of(request.query.ids, isShown)),
  );

  const published = {
    onRequest: requirePublisher(publisherToken),
    schema: { tags: ['publishing'], params: ParamsSchema, security: [{ publisher: [] }] },
  };

  app.put(
    EVENT,
    {
      ...published,
      schema: {
        ...published.schema,
        summary: 'Publish an event under an id of your own; the same again changes nothing',
        body: PublishBodySchema,
        response: { 200: WrittenSchema, 201: WrittenSchema },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      if (!isShown(body.campaign)) {
        return sendProblem(reply, 'unknown-campaign', [{ path: 'campaign', code: 'unknown-campaign' }]);
      }
      return write(
        reply,
        (tx) => publishEvent(tx, params.id, body, context()),
        ({ event: shown, outcome, overbooked, warnings }) =>
          reply.code(outcome === 'created' ? 201 : 200).send({
            event: shown,
            outcome,
            ...(overbooked !== undefined && { overbooked }),
            ...(warnings && { warnings }),
          }),
      );
    },
  );

  app.post(
    `${EVENT}/cancel`,
    {
      ...published,
      schema: {
        ...published.schema,
        summary: 'Cancel an event: it stays, marked, with the reason',
        body: CancelBodySchema,
        response: { 200: WrittenSchema },
      },
    },
    async (request, reply) =>
      write(
        reply,
        (tx) => cancelEvent(tx, request.params.id, request.body.reason, context()),
        ({ event: shown, outcome }) => reply.send({ event: shown, outcome }),
      ),
  );

  app.delete(
    EVENT,
    {
      ...published,
      schema: {
        ...published.schema,
        summary: 'Remove an event that nobody signed up for',
        response: { 204: v.null() },
      },
    },
    async (request, reply) =>
      write(
        reply,
        (tx) => removeEvent(tx, request.params.id, now()),
        () => reply.code(204).send(),
      ),
  );
}
