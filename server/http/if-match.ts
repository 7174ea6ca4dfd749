/** `If-Match` and `ETag` with a version number (RFC 9110, section 13.1.1). */
import type { FastifyReply, FastifyRequest } from 'fastify';

const TAG = /^(?:W\/)?"?(\d{1,15})"?$/;

/** The version that was seen. `null`: none is named; -1: what is named is no version of ours, and so matches none. */
export function seenVersion({ headers }: Pick<FastifyRequest, 'headers'>): number | null {
  const sent = headers['if-match']?.trim();
  if (sent === undefined || sent === '' || sent === '*') return null;
  return Number(TAG.exec(sent)?.[1] ?? -1);
}

export const tagVersion = (reply: FastifyReply, rev: number): FastifyReply => reply.header('etag', `"${rev}"`);
