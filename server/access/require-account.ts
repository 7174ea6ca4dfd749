/** Who asks: a hook for `onRequest`, before the body is read. */
import type { AccountId } from '../../domain/ids';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { TokenSchema } from '../../domain/account';
import type { Db } from '../db/database';
import { sendProblem } from '../http/errors';
import { makeSessionFinder } from './sessions';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `requireAccount`; empty where nobody had to say who they are. */
    accountId: AccountId;
  }
}

export type RequireAccount = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

const READING = new Set(['GET', 'HEAD']);
const MINUTE = '1 minute';

/** The token that came along, if it can be one. */
export function tokenOf(request: FastifyRequest): string | null {
  const sent = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
  return v.is(TokenSchema, sent) ? sent : null;
}

export interface AccountOptions {
  readonly db: Db;
  readonly now: () => number;
  /** Writes a minute for one account; `null`: no limit. */
  readonly mostWrites: number | null;
}

export function makeRequireAccount(app: FastifyInstance, { db, now, mostWrites }: AccountOptions): RequireAccount {
  const findAccount = makeSessionFinder(db, now);
  app.decorateRequest('accountId', '');
  const countWrite =
    mostWrites === null
      ? null
      : app.createRateLimit({ max: mostWrites, timeWindow: MINUTE, keyGenerator: ({ accountId }) => accountId });
  return async (request, reply) => {
    const token = tokenOf(request);
    const accountId = token === null ? null : await findAccount(token);
    if (accountId === null) return sendProblem(reply, 'unauthorized');
    request.accountId = accountId;
    if (!countWrite || READING.has(request.method)) return undefined;
    const count = await countWrite(request);
    if (count.isAllowed || !count.isExceeded) return undefined;
    return sendProblem(reply.header('retry-after', count.ttlInSeconds), 'too-many-requests');
  };
}
