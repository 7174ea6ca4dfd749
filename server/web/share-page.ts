/** What a chat or a search engine reads of a shared event: the app itself has one address for all of its pages. */
import { and, eq, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { OPERATIONS } from '../../domain/api/operations';
import { EventIdSchema } from '../../domain/event/event';
import { wallClock } from '../../domain/time/time';
import type { Db } from '../db/database';
import { campaign, event } from '../db/schema';
import { presentEvent } from '../events/present';
import { addHiddenRoute } from '../http/add-route';
import { escapeHtml } from '../http/escape-html';
import type { CampaignRegistry } from '../campaigns/registry';

export interface SharedEvent {
  readonly id: string;
  readonly title: string;
  /** When and where. */
  readonly description: string;
  /** Where the browser app is, without a trailing slash; empty: the server that was asked. */
  readonly origin: string;
}

const appAddress = (id: string): string => `/#/packages/event/index?id=${encodeURIComponent(id)}`;

export function sharePage({ id, title, description, origin }: SharedEvent): string {
  const [name, text] = [title, description].map(escapeHtml);
  const app = escapeHtml(appAddress(id));
  const base = escapeHtml(origin);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<meta name="description" content="${text}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="质量月">
<meta property="og:title" content="${name}">
<meta property="og:description" content="${text}">
<meta property="og:image" content="${base}/share.png">
<meta property="og:url" content="${base}/e/${encodeURIComponent(id)}">
<meta http-equiv="refresh" content="0; url=${app}">
</head>
<body><p><a href="${app}">${name}</a></p><p>${text}</p></body>
</html>
`;
}

/** `9月18日 14:00` */
function timeOf(instant: number): string {
  const { month, date, hour, minute } = wallClock(instant);
  return `${month}月${date}日 ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const ParamsSchema = v.object({ id: v.string() });

export function sharePageRoutes(app: FastifyInstance, { db, registry }: { db: Db; registry: CampaignRegistry }): void {
  const webAddress = sql<string | null>`${campaign.content} -> 'deployment' ->> 'webAddress'`;
  addHiddenRoute(app, OPERATIONS.sharePage, async (request, reply) => {
    const { id } = v.parse(ParamsSchema, request.params);
    const [found] = v.is(EventIdSchema, id)
      ? await db
          .select({ row: event, webAddress })
          .from(event)
          .innerJoin(campaign, eq(campaign.id, event.campaignId))
          .where(and(eq(event.id, id), eq(event.removed, false)))
      : [];
    // The app says by itself that there is no such event, and offers the others.
    if (!found || registry.get(found.row.campaignId) === undefined) {
      return reply.redirect(v.is(EventIdSchema, id) ? appAddress(id) : '/', 302);
    }
    const { row } = found;
    const { title, venue, regionName, status } = presentEvent(row);
    const place = venue === null ? regionName : `${regionName} ${venue.name}`;
    const description =
      status === 'cancelled' ? `本场活动已取消。` : `${timeOf(row.startsAt)}，${place}。自愿参加，不收费。`;
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(sharePage({ id, title, description, origin: found.webAddress ?? '' }));
  });
}
