/** Everything that one does as somebody: log in, sign up, read what one was told, take one's data along. */
import type { FastifyInstance } from 'fastify';
import { meRoutes } from './personal-data/me-routes';
import { makeRequireAccount } from './access/require-account';
import { sessionRoutes } from './access/routes';
import type { Config } from './config';
import type { Database } from './db/database';
import type { MessageTemplate } from './notices/templates';
import { inboxRoutes } from './notices/inbox-routes';
import { messageRoutes } from './notices/push-routes';
import type { Encryptor } from './crypto/encryptor';
import { SignUpBatcher } from './sign-ups/batcher';
import { signUpRoutes } from './sign-ups/routes';

/** Of what one address may write, which thousands of phones can share, one account may write a tenth. */
const ACCOUNT_SHARE = 10;
/** Sign-up transactions at a time; an embedded database does one thing at a time. */
export const lanesOf = (shared: boolean): number => (shared ? 4 : 1);

export interface ParticipantDeps {
  readonly database: Database;
  readonly config: Pick<Config, 'rateLimit' | 'wechat'>;
  readonly templates: readonly MessageTemplate[];
  readonly now: () => number;
  readonly encryptor: Encryptor;
  readonly isShown: (campaignId: string) => boolean;
}

export function participantRoutes(
  app: FastifyInstance,
  { database, config, templates, now, encryptor, isShown }: ParticipantDeps,
): void {
  const { db, shared } = database;
  const mostWrites = config.rateLimit === null ? null : Math.ceil(config.rateLimit / ACCOUNT_SHARE);
  const requireAccount = makeRequireAccount(app, { db, now, mostWrites });
  const queue = new SignUpBatcher(db, { encryptor, now, isShown, lanes: lanesOf(shared) });
  sessionRoutes(app, { db, now, encryptor, wechat: config.wechat, requireAccount });
  signUpRoutes(app, { db, queue, requireAccount, encryptor, now, templates });
  inboxRoutes(app, db, requireAccount);
  messageRoutes(app, { db, templates, requireAccount });
  meRoutes(app, { db, requireAccount, encryptor, now, templates });
}
