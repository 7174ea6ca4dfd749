/** Everything that one does as somebody: log in, sign up, read what one was told, take one's data along. */
import type { CampaignId } from '../domain/ids';
import type { FastifyInstance } from 'fastify';
import { MINUTE_MS } from '../domain/time/time';
import { meRoutes } from './personal-data/me-routes';
import { sessionRoutes } from './access/routes';
import type { Config } from './config';
import type { Database } from './db/database';
import type { MessageTemplate } from './notices/templates';
import { inboxRoutes } from './notices/inbox-routes';
import { messageRoutes } from './notices/push-routes';
import type { Encryptor } from './crypto/encryptor';
import { SignUpFairness } from './sign-ups/fairness';
import { SignUpBatcher } from './sign-ups/batcher';
import { signUpRoutes } from './sign-ups/routes';

/** Sign-ups for one event from one address in ten minutes: an eighth of what the address may write in one. */
const ADDRESS_SHARE = 8;
const LEAST_OF_ADDRESS = 20;
const MOST_OF_MOBILE = 3;
const FAIR_WINDOW_MS = 10 * MINUTE_MS;
/** Sign-up transactions at a time; an embedded database does one thing at a time. */
export const lanesOf = (shared: boolean): number => (shared ? 4 : 1);

export interface ParticipantDeps {
  readonly database: Database;
  readonly config: Pick<Config, 'rateLimit' | 'wechat'>;
  readonly templates: readonly MessageTemplate[];
  readonly now: () => number;
  readonly encryptor: Encryptor;
  readonly isShown: (campaignId: CampaignId) => boolean;
}

export function participantRoutes(
  app: FastifyInstance,
  { database, config, templates, now, encryptor, isShown }: ParticipantDeps,
): void {
  const { db, shared } = database;
  const queue = new SignUpBatcher(db, { encryptor, now, isShown, lanes: lanesOf(shared) });
  sessionRoutes(app, { db, now, encryptor, wechat: config.wechat });
  const fairness =
    config.rateLimit === null
      ? null
      : new SignUpFairness({
          ofAddress: Math.max(LEAST_OF_ADDRESS, Math.ceil(config.rateLimit / ADDRESS_SHARE)),
          ofMobile: MOST_OF_MOBILE,
          windowMs: FAIR_WINDOW_MS,
        });
  signUpRoutes(app, { db, queue, fairness, encryptor, now, templates });
  inboxRoutes(app, db);
  messageRoutes(app, { db, templates });
  meRoutes(app, { db, encryptor, now, templates });
}
