/** `GET /api/v1/events/:id.ics` and `GET /api/v1/calendar.ics`: iCalendar, for one event, a region or an organisation. */
import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { citizenContract } from '../../domain/api/contract/citizen';
import type { Db } from '../db/database';
import { event, type EventRow } from '../db/schema';
import { addRoute } from '../http/add-route';
import { type SelectedEvents, selectEvents } from '../events/select-events';
import { sendProblem } from '../http/errors';
import { matchesEtag, chooseEncoding } from '../http/encoding';
import { presentCalendar, presentEventFile, type Rendering, presentEventPart } from './present';
import { type CampaignRegistry, type Head } from '../campaigns/registry';
import { commonHeadersOf } from '../http/common-headers';
import type { PageCache } from '../http/page-cache';
import { sendPage } from '../http/send-page';

const TYPE = 'text/calendar; charset=utf-8';
const CACHE_CONTROL = 'public, no-cache';

export interface CalendarDeps {
  readonly db: Db;
  readonly registry: CampaignRegistry;
  readonly cache: PageCache;
  readonly now: () => number;
  /** Where the browser build is found, if that is known. */
  readonly webAddress: string | null;
}

/** Events of a subscribed calendar. A phone's calendar takes seconds over so many, and nobody reads more. */
const MOST_EVENTS = 1_000;
/** Rows that are read and written at a time, so that nobody else waits for them. */
const ROWS_AT_ONCE = 50;

/**
 * What was selected, cancelled ones among it; what was taken down is gone from a subscribed calendar as well. Of a region
 * with more than fit, what is over is left out, and then what is farthest ahead.
 */
async function readParts(db: Db, selected: SelectedEvents, rendering: Rendering): Promise<string[]> {
  const isLarge = selected.isLargerThan(MOST_EVENTS);
  const seen = and(selected.condition, isLarge ? gte(event.endsAt, rendering.madeAt) : undefined);
  const parts: string[] = [];
  let last: EventRow | undefined;
  while (parts.length < MOST_EVENTS) {
    const rows = await db
      .select()
      .from(event)
      .where(and(seen, last && sql`(${event.startsAt}, ${event.id}) > (${last.startsAt}, ${last.id})`))
      .orderBy(asc(event.startsAt), asc(event.id))
      .limit(ROWS_AT_ONCE);
    for (const row of rows) parts.push(presentEventPart(row, rendering));
    if (rows.length < ROWS_AT_ONCE) return parts;
    last = rows[rows.length - 1];
  }
  return parts;
}

/** Raised when the same events are written in another form, or subscribers would be told that they have it. */
const FORM = 3;

/** What the answer depends on; so a 304 needs neither rows nor text. */
function etagFor({ epoch, summary }: Head, what: string, rev: number): string {
  return `"${FORM}.${epoch}.${summary.id}.${what}.${rev}"`;
}

async function answer(
  request: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
  { etag, fileName, make }: { etag: string; fileName: string; make: () => string | Promise<string> },
): Promise<FastifyReply> {
  // Weak: two answers differ in when they were made.
  reply.header('etag', `W/${etag}`).header('cache-control', CACHE_CONTROL);
  if (matchesEtag(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply
    .type(TYPE)
    .header('content-disposition', `inline; filename="${fileName}.ics"`)
    .send(await make());
}

export function calendarRoutes(app: FastifyInstance, { db, registry, cache, now, webAddress }: CalendarDeps): void {
  const rendering = (): Rendering => ({ madeAt: now(), webAddress });

  addRoute(app, citizenContract.eventFile, async (request, reply) => {
    const [row] = await db.select().from(event).where(eq(event.id, request.params.id));
    const head = row && registry.get(row.campaignId);
    if (!row || row.removed || !head) return sendProblem(reply, 'event-not-found');
    return answer(request, reply, {
      etag: etagFor(head, row.id, row.rev),
      fileName: row.id,
      make: () => presentEventFile(row, rendering()),
    });
  });

  addRoute(app, citizenContract.calendar, async (request, reply) => {
    const head = registry.current();
    if (!head) return sendProblem(reply, 'campaign-not-found');
    const selected = await selectEvents(db, head, request.query);
    if (!selected.ok) {
      return selected.code === 'unknown-region'
        ? sendProblem(reply, 'unknown-region', [{ path: 'region', code: 'unknown-region' }])
        : sendProblem(reply, 'not-found');
    }
    const { key, rev } = selected;
    // Weak: two answers differ in when they were made.
    const etag = `W/${etagFor(head, key, rev)}`;
    if (matchesEtag(request.headers['if-none-match'], etag)) {
      return reply.code(304).headers({ etag, 'cache-control': CACHE_CONTROL, vary: 'Accept-Encoding' }).send();
    }
    const name = `质量月${head.summary.year} · ${selected.name}`;
    const page = await cache.make(
      {
        key: `calendar ${head.summary.id} ${key}`,
        tag: `${head.epoch} ${rev}`,
        read: async () => presentCalendar(name, await readParts(db, selected, rendering())),
        common: commonHeadersOf(reply),
        type: TYPE,
        cacheControl: CACHE_CONTROL,
        etag,
        more: { 'content-disposition': `inline; filename="quality-month-${key}.ics"` },
      },
      chooseEncoding(request.headers['accept-encoding']),
    );
    return sendPage(request, reply, page);
  });
}
