/**
 * Writes that carry a cookie must come from our own pages: the browser says where from (`Origin`), and `SameSite` alone
 * would trust every page of the same site.
 */
import type { FastifyRequest } from 'fastify';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether the request reads, or comes from a page of this server's own address or of `webAddress`. */
export function isFromOwnPage(
  { method, headers, protocol, host }: Pick<FastifyRequest, 'method' | 'headers' | 'protocol' | 'host'>,
  webAddress: string | null,
): boolean {
  if (READING.has(method)) return true;
  const { origin } = headers;
  if (origin === undefined) return false;
  return origin === `${protocol}://${host}` || (webAddress !== null && origin === new URL(webAddress).origin);
}
