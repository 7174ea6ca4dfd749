import type { FastifyReply, FastifyRequest } from 'fastify';
import { matchesEtag } from './encoding';
import type { ReadyPage } from './page-cache';

/** A finished page, or that it is known. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: ReadyPage): FastifyReply {
  const isKnown = matchesEtag(request.headers['if-none-match'], page.etag);
  return isKnown ? reply.code(304).headers(page.bareHeaders).send() : reply.headers(page.headers).send(page.body);
}
