/** A person's own data: handed out, or erased. */
import type { FastifyInstance } from 'fastify';
import { citizenContract } from '../../domain/api/contract/citizen';
import { addRoute } from '../http/add-route';
import type { Db } from '../db/database';
import { sendProblem } from '../http/errors';
import type { MessageTemplate } from '../notices/templates';
import type { Encryptor } from '../crypto/encryptor';
import { eraseAccount } from './erase';
import { exportAccount } from './export';

export interface MeDeps {
  readonly db: Db;
  readonly now: () => number;
  readonly encryptor: Encryptor;
  readonly templates: readonly MessageTemplate[];
}

export function meRoutes(app: FastifyInstance, deps: MeDeps): void {
  const { db, now, encryptor, templates } = deps;

  addRoute(app, citizenContract.me, async ({ accountId }, reply) => {
    const me = await exportAccount(db, accountId, encryptor, now());
    if (!me) return sendProblem(reply, 'unauthorized');
    return reply.header('cache-control', 'no-store').send(me);
  });

  addRoute(app, citizenContract.eraseMe, async ({ accountId }, reply) => {
    await eraseAccount(db, accountId, { now: now(), templates });
    return reply.code(204).send();
  });
}
