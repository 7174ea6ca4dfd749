/** `GET /api/v1/feed`, `GET /api/v1/campaigns` and `GET /api/v1/campaigns/:id`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse, type ParsedUrlQuery } from 'node:querystring';
import type { FastifyInstance } from 'fastify';
import { CITIZEN } from '../../domain/api/citizen';
import { citizenContract } from '../../domain/api/contract/citizen';
import { LRUCache } from 'lru-cache';
import { regionExists } from '../../domain/region/region-names';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { chooseEncoding, matchesEtag } from '../http/encoding';
import type { CampaignRegistry, Head } from '../campaigns/registry';
import { commonHeadersOf } from '../http/common-headers';
import type { PageCache } from '../http/page-cache';
import { sendPage } from '../http/send-page';
import type { EventTexts } from './event-texts';
import type { FeedPages } from './feed-pages';

const FEED = CITIZEN.feed.path;
/** In place of a campaign's id. */
const CURRENT = 'current';

export interface FeedDeps {
  readonly registry: CampaignRegistry;
  readonly pages: FeedPages;
  readonly cache: PageCache;
  readonly texts: EventTexts;
  readonly counts: FeedCounts;
}

/** Plain numbers, since the hot path is too hot for a metrics library; `/metrics` reads them. */
export interface FeedCounts {
  hit: number;
  notModified: number;
  made: number;
}

const pick = (registry: CampaignRegistry, campaign: string | undefined): Head | undefined =>
  campaign === undefined ? registry.current() : registry.get(campaign);

/** Phones of one region ask with the same few words: those are taken apart once. */
const queries = new LRUCache<string, ParsedUrlQuery>({ max: 10_000 });
/** Characters; no phone of ours asks for more, and what is longer is not kept. */
const LONGEST_KEPT = 300;

function parseQuery(url: string): ParsedUrlQuery {
  const known = queries.get(url);
  if (known) return known;
  const query = parse(url.slice(FEED.length + 1));
  if (url.length > LONGEST_KEPT) return query;
  queries.set(url, query);
  return query;
}

/**
 * The hot path, before the framework: answers from memory what is ready to be sent, and leaves all else, mistakes
 * included, to the route below. `false`: nothing was sent.
 */
export function serveReady(
  { registry, pages, counts }: FeedDeps,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { method, url = '', headers } = request;
  if (method !== 'GET' || !url.startsWith(FEED) || url[FEED.length] !== '?') return false;
  const { region, campaign, cursor = '' } = parseQuery(url);
  if (typeof region !== 'string' || typeof cursor !== 'string' || Array.isArray(campaign)) return false;
  const head = pick(registry, campaign);
  if (!head) return false;
  const page = pages.find(head, region, cursor, chooseEncoding(headers['accept-encoding']));
  if (!page) return false;
  if (matchesEtag(headers['if-none-match'], page.etag)) {
    counts.notModified++;
    response.writeHead(304, page.bareHeaders);
    response.end();
  } else {
    counts.hit++;
    response.writeHead(200, page.headers);
    response.end(page.body);
  }
  return true;
}

export function feedRoutes(app: FastifyInstance, { registry, pages, counts }: FeedDeps): void {
  addRoute(app, citizenContract.feed, async (request, reply) => {
    const { region, campaign, cursor = '' } = request.query;
    if (!regionExists(region))
      return sendProblem(reply, 'unknown-region', [{ path: 'region', code: 'unknown-region' }]);
    const head = pick(registry, campaign);
    if (!head) return sendProblem(reply, 'campaign-not-found');
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const page = await pages.make(head, region, cursor, encoding, commonHeadersOf(reply));
    counts.made++;
    return sendPage(request, reply, page);
  });

  addRoute(app, citizenContract.campaigns, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send({ campaigns: registry.list().map(({ summary }) => summary) }),
  );

  addRoute(app, citizenContract.campaign, async (request, reply) => {
    const { id } = request.params;
    const head = pick(registry, id === CURRENT ? undefined : id);
    if (!head) return sendProblem(reply, 'campaign-not-found');
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const page = await pages.makeCampaign(head, encoding, commonHeadersOf(reply));
    return sendPage(request, reply, page);
  });
}
