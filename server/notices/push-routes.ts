/** What WeChat may carry: what can be asked for, and what somebody has agreed to. */
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { citizenContract } from '../../domain/api/contract/citizen';
import { addRoute } from '../http/add-route';
import { importanceOf } from '../../domain/notice/messages';
import { pushGrant } from '../db/account-schema';
import type { Db } from '../db/database';
import type { MessageTemplate } from './templates';

/** More taps than a person makes. */
const MOST_KEPT = 20;

export interface MessageDeps {
  readonly db: Db;
  readonly templates: readonly MessageTemplate[];
}

export function messageRoutes(app: FastifyInstance, { db, templates }: MessageDeps): void {
  const weightOf = ({ kinds }: MessageTemplate): number => Math.min(...kinds.map(importanceOf));
  const setup = {
    templates: [...templates]
      .sort((one, other) => weightOf(one) - weightOf(other))
      .map(({ id, kinds }) => ({ id, kinds })),
  };

  addRoute(app, citizenContract.messages, (_request, reply) =>
    reply.header('cache-control', 'public, max-age=60').send(setup),
  );

  addRoute(app, citizenContract.grantMessages, async ({ accountId, body }, reply) => {
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
  });
}
