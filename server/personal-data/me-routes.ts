/** A person's own data: handed out, or erased. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { MeSchema } from '../../domain/account';
import type { Db } from '../db/database';
import { sendProblem } from '../http/errors';
import type { MessageTemplate } from '../notices/templates';
import type { Encryptor } from '../crypto/encryptor';
import type { ValibotTypes } from '../http/validation';
import { eraseAccount } from './erase';
import { exportAccount } from './export';
import type { RequireAccount } from '../access/require-account';

const ME = '/api/v1/me';

export interface MeDeps {
  readonly db: Db;
  readonly now: () => number;
  readonly encryptor: Encryptor;
  readonly templates: readonly MessageTemplate[];
  readonly requireAccount: RequireAccount;
}

export function meRoutes(instance: FastifyInstance, deps: MeDeps): void {
  const { db, now, encryptor, templates, requireAccount } = deps;
  const app = instance.withTypeProvider<ValibotTypes>();
  const own = { onRequest: requireAccount };
  const common = { tags: ['account'], security: [{ account: [] }] };

  app.get(
    ME,
    { ...own, schema: { ...common, summary: 'Everything held on the account', response: { 200: MeSchema } } },
    async ({ accountId }, reply) => {
      const me = await exportAccount(db, accountId, encryptor, now());
      if (!me) return sendProblem(reply, 'unauthorized');
      return reply.header('cache-control', 'no-store').send(me);
    },
  );

  app.delete(
    ME,
    {
      ...own,
      schema: { ...common, summary: 'Erase the account, and give its seats back', response: { 204: v.null() } },
    },
    async ({ accountId }, reply) => {
      await eraseAccount(db, accountId, { now: now(), templates });
      return reply.code(204).send();
    },
  );
}
