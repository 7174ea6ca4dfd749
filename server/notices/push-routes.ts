/** What WeChat may carry: what can be asked for, and what somebody has agreed to. */
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { GrantBodySchema, importanceOf, MessageSetupSchema } from '../../domain/notice/messages';
import type { RequireAccount } from '../access/require-account';
import { pushGrant } from '../db/account-schema';
import type { Db } from '../db/database';
import type { ValibotTypes } from '../http/validation';
import type { MessageTemplate } from './templates';

/** Nobody taps more often in earnest. */
const MOST_KEPT = 20;

export interface MessageDeps {
  readonly db: Db;
  readonly templates: readonly MessageTemplate[];
  readonly requireAccount: RequireAccount;
}

export function messageRoutes(instance: FastifyInstance, { db, templates, requireAccount }: MessageDeps): void {
  const app = instance.withTypeProvider<ValibotTypes>();
  const weightOf = ({ kinds }: MessageTemplate): number => Math.min(...kinds.map(importanceOf));
  const setup = {
    templates: [...templates]
      .sort((one, other) => weightOf(one) - weightOf(other))
      .map(({ id, kinds }) => ({ id, kinds })),
  };

  app.get(
    '/api/v1/messages',
    {
      schema: {
        summary: 'Messages that can be asked for, the most important first',
        tags: ['messages'],
        response: { 200: MessageSetupSchema },
      },
    },
    (_request, reply) => reply.header('cache-control', 'public, max-age=60').send(setup),
  );

  app.post(
    '/api/v1/messages/grants',
    {
      onRequest: requireAccount,
      schema: {
        summary: 'The person has agreed to one message of each of these templates',
        tags: ['messages'],
        security: [{ account: [] }],
        body: GrantBodySchema,
        response: { 204: v.null() },
      },
    },
    async ({ accountId, body }, reply) => {
      const known = [...new Set(body.templates)].filter((id) => templates.some((template) => template.id === id));
      if (known.length > 0) {
        await db
          .insert(pushGrant)
          .values(known.sort().map((templateId) => ({ accountId, templateId, left: 1 })))
          .onConflictDoUpdate({
            target: [pushGrant.accountId, pushGrant.templateId],
            set: { left: sql`least(${pushGrant.left} + 1, ${MOST_KEPT}::int)` },
          });
      }
      return reply.code(204).send();
    },
  );
}
