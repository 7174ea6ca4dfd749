/** Everything that one does as somebody: log in, sign up, read what one was told, take one's data along. */
import type { FastifyInstance } from 'fastify';
import { meRoutes } from './personal-data/me-routes';
import { sessionRoutes } from './access/routes';
import type { Config } from './config';
import type { Database } from './db/database';
import type { MessageTemplate } from './notices/templates';
import { inboxRoutes } from './notices/inbox-routes';
import { messageRoutes } from './notices/push-routes';
import type { Sealer } from './crypto/sealer';
import { SignUpQueue } from './sign-ups/queue';
import { signUpRoutes } from './sign-ups/routes';

/** Sign-up transactions at a time; an embedded database does one thing at a time. */
export const lanesOf = (shared: boolean): number => (shared ? 4 : 1);

export interface PersonDeps {
  readonly database: Database;
  readonly config: Pick<Config, 'wechat'>;
  readonly templates: readonly MessageTemplate[];
  readonly now: () => number;
  readonly sealer: Sealer;
  readonly isShown: (campaignId: string) => boolean;
}

export function personRoutes(
  app: FastifyInstance,
  { database, config, templates, now, sealer, isShown }: PersonDeps,
): void {
  const { db, shared } = database;
  const queue = new SignUpQueue(db, { sealer, now, isShown, lanes: lanesOf(shared) });
  sessionRoutes(app, { db, now, sealer, wechat: config.wechat });
  signUpRoutes(app, { db, queue, sealer, now, templates });
  inboxRoutes(app, db);
  messageRoutes(app, { db, templates });
  meRoutes(app, { db, sealer, now, templates });
}
