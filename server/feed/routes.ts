/** `GET /api/v1/feed`, `GET /api/v1/campaigns` and `GET /api/v1/campaigns/:id`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse, type ParsedUrlQuery } from 'node:querystring';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CITIZEN } from '../../domain/api/citizen';
import { citizenContract } from '../../domain/api/contract/citizen';
import { regionExists } from '../../domain/region/region-names';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { chooseEncoding, matchesEtag } from '../http/encoding';
import type { Head, Heads } from '../campaigns/heads';
import type { ReadyPage, ReadyPages } from './ready-pages';

const FEED = CITIZEN.feed.path;
/** In place of a campaign's id. */
const CURRENT = 'current';

export interface FeedDeps {
  readonly heads: Heads;
  readonly pages: ReadyPages;
  readonly counts: FeedCounts;
}

/** Plain numbers, since the hot path is too hot for a metrics library; `/metrics` reads them. */
export interface FeedCounts {
  hit: number;
  notModified: number;
  made: number;
}

const pick = (heads: Heads, campaign: string | undefined): Head | undefined =>
  campaign === undefined ? heads.current() : heads.get(campaign);

/** Phones of one region ask with the same few words: those are taken apart once. */
const queries = new Map<string, ParsedUrlQuery>();
const MOST_QUERIES = 1_000;
/** Characters; no phone of ours asks for more, and what is longer is not kept. */
const LONGEST_KEPT = 300;

function parseQuery(url: string): ParsedUrlQuery {
  const known = queries.get(url);
  if (known) return known;
  const query = parse(url.slice(FEED.length + 1));
  if (url.length > LONGEST_KEPT) return query;
  if (queries.size >= MOST_QUERIES) queries.clear();
  queries.set(url, query);
  return query;
}

/**
 * The hot path, before the framework: answers from memory what is ready to be sent, and leaves all else, mistakes
 * included, to the route below. `false`: nothing was sent.
 */
export function serveReady(
  { heads, pages, counts }: FeedDeps,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { method, url = '', headers } = request;
  if (method !== 'GET' || !url.startsWith(FEED) || url[FEED.length] !== '?') return false;
  const { region, campaign, cursor = '' } = parseQuery(url);
  if (typeof region !== 'string' || typeof cursor !== 'string' || Array.isArray(campaign)) return false;
  const head = pick(heads, campaign);
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

function sendPage(request: Pick<FastifyRequest, 'headers'>, reply: FastifyReply, page: ReadyPage): FastifyReply {
  const isKnown = matchesEtag(request.headers['if-none-match'], page.etag);
  return isKnown ? reply.code(304).headers(page.bareHeaders).send() : reply.headers(page.headers).send(page.body);
}

export function feedRoutes(app: FastifyInstance, { heads, pages, counts }: FeedDeps): void {
  addRoute(app, citizenContract.feed, async (request, reply) => {
    const { region, campaign, cursor = '' } = request.query;
    if (!regionExists(region))
      return sendProblem(reply, 'unknown-region', [{ path: 'region', code: 'unknown-region' }]);
    const head = pick(heads, campaign);
    if (!head) return sendProblem(reply, 'campaign-not-found');
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const page = await pages.make(head, region, cursor, encoding);
    counts.made++;
    return sendPage(request, reply, page);
  });

  addRoute(app, citizenContract.campaigns, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send({ campaigns: heads.list().map(({ summary }) => summary) }),
  );

  addRoute(app, citizenContract.campaign, async (request, reply) => {
    const { id } = request.params;
    const head = pick(heads, id === CURRENT ? undefined : id);
    if (!head) return sendProblem(reply, 'campaign-not-found');
    const page = await pages.makeCampaign(head, chooseEncoding(request.headers['accept-encoding']));
    return sendPage(request, reply, page);
  });
}
