/** `GET /api/v1/events.atom`, `GET /api/v1/events.rss` and `GET /embed`: made once for each change, then sent from memory. */
import { and, asc, gt } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { syndicationContract } from '../../domain/api/contract/syndication';
import { addressOf } from '../../domain/api/endpoint';
import type { Deployment } from '../../domain/campaign/campaign';
import type { Selection } from '../../domain/event/selection';
import { MINUTE_MS } from '../../domain/time/time';
import { syndicationWords as words } from '../../words/syndication';
import type { CampaignRegistry, Head } from '../campaigns/registry';
import type { Db } from '../db/database';
import { event } from '../db/schema';
import { type SelectedEvents, selectEvents } from '../events/select-events';
import { addRoute } from '../http/add-route';
import { commonHeadersOf } from '../http/common-headers';
import { chooseEncoding } from '../http/encoding';
import { sendProblem } from '../http/errors';
import type { PageCache } from '../http/page-cache';
import { sendPage } from '../http/send-page';
import { embedPage, embedPolicy } from './embed-page';
import { type Feed, readEntries, urnOf } from './entries';
import { writeAtom, writeRss } from './write-feed';

export interface SyndicationDeps {
  readonly db: Db;
  readonly registry: CampaignRegistry;
  readonly cache: PageCache;
  readonly now: () => number;
  readonly deployment: Deployment;
  readonly embedSites: readonly string[];
}

const CACHE_CONTROL = 'public, no-cache';
/** Events of the framed page. */
const MOST_EMBEDDED = 50;
/** So long a framed page may show an event that has ended meanwhile. */
const EMBED_MS = 10 * MINUTE_MS;
/** A host as a browser names it; anything else is not written into an answer. */
const HOST = /^[a-z0-9.-]{1,253}(:\d{1,5})?$/i;

type Request = FastifyRequest<{ Querystring: Selection }>;

export function syndicationRoutes(app: FastifyInstance, deps: SyndicationDeps): void {
  const { db, registry, cache, now, deployment, embedSites } = deps;

  /** In a trial no address is configured: the one that was asked is right for the reader who asked it. */
  const siteOf = ({ protocol, host }: FastifyRequest): string =>
    deployment.webAddress ?? `${protocol}://${HOST.test(host) ? host : 'localhost'}`;

  async function select(
    request: Request,
    reply: FastifyReply,
  ): Promise<{ readonly head: Head; readonly selected: SelectedEvents } | FastifyReply> {
    const head = registry.current();
    if (!head) return sendProblem(reply, 'campaign-not-found');
    const selected = await selectEvents(db, head, request.query);
    if (selected.ok) return { head, selected };
    return selected.code === 'unknown-region'
      ? sendProblem(reply, 'unknown-region', [{ path: 'region', code: 'unknown-region' }])
      : sendProblem(reply, 'not-found');
  }

  const isSent = (found: object): found is FastifyReply => 'raw' in found;

  async function answerFeed(
    request: Request,
    reply: FastifyReply,
    kind: 'atom' | 'rss',
    write: (feed: Feed) => string,
  ): Promise<FastifyReply> {
    const found = await select(request, reply);
    if (isSent(found)) return found;
    const { head, selected } = found;
    const site = siteOf(request);
    const { id: campaign, year } = head.summary;
    const self = `${site}${addressOf(syndicationContract[kind], {}, request.query)}`;
    const page = await cache.make(
      {
        key: `${kind} ${campaign} ${selected.key} ${site}`,
        tag: `${head.epoch} ${selected.rev}`,
        read: async () => {
          const entries = await readEntries(db, selected.condition, site);
          return write({
            ...{ id: urnOf(`feed ${campaign} ${selected.key}`), title: words.feedTitle(year, selected.name) },
            ...{ site: `${site}/`, self, entries, changedAt: entries[0]?.changedAt ?? now() },
          });
        },
        common: commonHeadersOf(reply),
        type: `application/${kind}+xml; charset=utf-8`,
        cacheControl: CACHE_CONTROL,
      },
      chooseEncoding(request.headers['accept-encoding']),
    );
    return sendPage(request, reply, page);
  }

  addRoute(app, syndicationContract.atom, (request, reply) => answerFeed(request, reply, 'atom', writeAtom));
  addRoute(app, syndicationContract.rss, (request, reply) => answerFeed(request, reply, 'rss', writeRss));

  addRoute(app, syndicationContract.embed, async (request, reply) => {
    const found = await select(request, reply);
    if (isSent(found)) return found;
    const { head, selected } = found;
    const site = siteOf(request);
    const moment = Math.floor(now() / EMBED_MS) * EMBED_MS;
    reply
      .header('content-security-policy', embedPolicy(embedSites))
      // `frame-ancestors` decides; this header knows no list.
      .removeHeader('x-frame-options')
      .header('cross-origin-resource-policy', 'cross-origin');
    const page = await cache.make(
      {
        key: `embed ${head.summary.id} ${selected.key} ${site}`,
        tag: `${head.epoch} ${selected.rev} ${moment}`,
        read: async () => {
          const rows = await db
            .select()
            .from(event)
            .where(and(selected.condition, gt(event.endsAt, moment)))
            .orderBy(asc(event.startsAt), asc(event.id))
            .limit(MOST_EMBEDDED);
          const title = words.feedTitle(head.summary.year, selected.name);
          return embedPage({ title, site, services: deployment.services, rows });
        },
        common: commonHeadersOf(reply),
        type: 'text/html; charset=utf-8',
        cacheControl: CACHE_CONTROL,
      },
      chooseEncoding(request.headers['accept-encoding']),
    );
    return sendPage(request, reply, page);
  });
}
