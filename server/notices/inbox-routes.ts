/** Notices to the account that asks. */
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { InboxPageSchema, InboxReadBodySchema } from '../../domain/notice/inbox';
import type { RequireAccount } from '../access/require-account';
import { account, notice } from '../db/account-schema';
import type { Db } from '../db/database';
import type { ValibotTypes } from '../http/validation';
import { presentNotice } from './present';

const PAGE = 50;

const AfterSchema = v.pipe(
  v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'notice-id')), '0'),
  v.transform(Number),
);

export function inboxRoutes(instance: FastifyInstance, db: Db, requireAccount: RequireAccount): void {
  const app = instance.withTypeProvider<ValibotTypes>();
  const own = { onRequest: requireAccount };
  const common = { tags: ['inbox'], security: [{ account: [] }] };

  app.get(
    '/api/v1/inbox',
    {
      ...own,
      schema: {
        ...common,
        summary: 'Notices after one, oldest first',
        querystring: v.object({ after: AfterSchema }),
        response: { 200: InboxPageSchema },
      },
    },
    async ({ accountId, query }, reply) => {
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
    },
  );

  app.post(
    '/api/v1/inbox/read',
    {
      ...own,
      schema: {
        ...common,
        summary: 'All up to this one have been read',
        body: InboxReadBodySchema,
        response: { 204: v.null() },
      },
    },
    async ({ accountId, body }, reply) => {
      // Never back, and never past what there is: what comes later would count as read.
      await db
        .update(account)
        .set({ readUpTo: sql`greatest(read_up_to, least(${body.upTo}::bigint, last_notice))` })
        .where(eq(account.id, accountId));
      return reply.code(204).send();
    },
  );
}
