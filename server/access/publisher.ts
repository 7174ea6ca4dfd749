/** Who may publish: for now whoever holds the one token of the configuration, later organisers' accounts. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../http/errors';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A hook for `onRequest`: before the body is read. Digests are compared, in constant time, whatever was sent. */
export function requirePublisher(
  token: string | null,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined> {
  const expected = token === null ? null : digest(token);
  return async (request, reply) => {
    if (!expected) return sendProblem(reply, 'publishing-off');
    const sent = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    const isRight = sent !== undefined && timingSafeEqual(digest(sent), expected);
    return isRight ? undefined : sendProblem(reply, 'unauthorized');
  };
}
