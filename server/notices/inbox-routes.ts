/** Notices to the account that asks. */
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { citizenContract } from '../../domain/api/contract/citizen';
import { addRoute } from '../http/add-route';
import { account, notice } from '../db/account-schema';
import type { Db } from '../db/database';
import { presentNotice } from './present';

const PAGE = 50;

export function inboxRoutes(app: FastifyInstance, db: Db): void {
  addRoute(app, citizenContract.inbox, async ({ accountId, query }, reply) => {
    // Read first: nothing that it counts as read can be missing from the notices read after it.
    const [reader] = await db.select({ upTo: account.readUpTo }).from(account).where(eq(account.id, accountId));
    const rows = await db
      .select()
      .from(notice)
      .where(and(eq(notice.accountId, accountId), gt(notice.id, query.after)))
      .orderBy(asc(notice.id))
      .limit(PAGE + 1);
    return reply.header('cache-control', 'no-store').send({
      notices: rows.slice(0, PAGE).map(presentNotice),
      readUpTo: reader?.upTo ?? 0,
      more: rows.length > PAGE,
    });
  });

  addRoute(app, citizenContract.readInbox, async ({ accountId, body }, reply) => {
    // Never back, and never past what there is: what comes later would count as read.
    await db
      .update(account)
      .set({ readUpTo: sql`greatest(read_up_to, least(${body.upTo}::bigint, last_notice))` })
      .where(eq(account.id, accountId));
    return reply.code(204).send();
  });
}
