import type { FastifyReply } from 'fastify';

export type CommonHeaders = Readonly<Record<string, string>>;

/** What the framework has set before a route begins: the headers that every answer carries, from memory too. */
export function commonHeadersOf(reply: Pick<FastifyReply, 'getHeaders'>): CommonHeaders {
  return Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));
}
