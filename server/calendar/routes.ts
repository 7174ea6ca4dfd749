/** `GET /api/v1/events/:id.ics` and `GET /api/v1/calendar.ics`: iCalendar, for one event and for a region. */
import { and, asc, eq, or, sql } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { citizenContract } from '../../domain/api/contract/citizen';
import { NATION, rangeOf } from '../../domain/region/region';
import { displayNameOf, regionExists } from '../../domain/region/region-names';
import type { Db } from '../db/database';
import { event, type EventRow } from '../db/schema';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { matchesEtag } from '../http/encoding';
import type { Head, Heads } from '../campaigns/heads';
import { presentCalendar, presentEventFile, type Rendering } from './present';

const TYPE = 'text/calendar; charset=utf-8';

export interface CalendarDeps {
  readonly db: Db;
  readonly heads: Heads;
  readonly now: () => number;
  /** Where the browser build is found, if that is known. */
  readonly webAddress: string | null;
}

/** What the region sees, cancelled ones among it; what was taken down is gone from a subscribed calendar as well. */
function readSeen(db: Db, campaignId: string, region: string): Promise<EventRow[]> {
  const { from, to } = rangeOf(region);
  return db
    .select()
    .from(event)
    .where(
      and(
        eq(event.campaignId, campaignId),
        eq(event.removed, false),
        or(eq(event.region, NATION), sql`${event.region} between ${from} and ${to}`),
      ),
    )
    .orderBy(asc(event.startsAt), asc(event.id));
}

/** Raised when the same events are written in another form, or subscribers would be told that they have it. */
const FORM = 2;

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
  reply.header('etag', `W/${etag}`).header('cache-control', 'public, no-cache');
  if (matchesEtag(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply
    .type(TYPE)
    .header('content-disposition', `inline; filename="${fileName}.ics"`)
    .send(await make());
}

export function calendarRoutes(app: FastifyInstance, { db, heads, now, webAddress }: CalendarDeps): void {
  const rendering = (): Rendering => ({ madeAt: now(), webAddress });

  addRoute(app, citizenContract.eventFile, async (request, reply) => {
    const [row] = await db.select().from(event).where(eq(event.id, request.params.id));
    const head = row && heads.get(row.campaignId);
    if (!row || row.removed || !head) return sendProblem(reply, 'event-not-found');
    return answer(request, reply, {
      etag: etagFor(head, row.id, row.rev),
      fileName: row.id,
      make: () => presentEventFile(row, rendering()),
    });
  });

  addRoute(app, citizenContract.calendar, async (request, reply) => {
    const { region } = request.query;
    if (!regionExists(region))
      return sendProblem(reply, 'unknown-region', [{ path: 'region', code: 'unknown-region' }]);
    const head = heads.current();
    if (!head) return sendProblem(reply, 'campaign-not-found');
    return answer(request, reply, {
      etag: etagFor(head, region, head.rev),
      fileName: `quality-month-${region}`,
      make: async () => {
        const name = `质量月${head.summary.year} · ${displayNameOf(region) ?? region}`;
        return presentCalendar(name, await readSeen(db, head.summary.id, region), rendering());
      },
    });
  });
}
