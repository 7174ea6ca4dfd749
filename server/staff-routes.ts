/** Everything that members do, and the guards that know them. */
import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { type FindApiToken, makeApiTokenFinder } from './access/api-tokens';
import { makePhoneFinder } from './access/member-phones';
import { makeStaffGuards, type StaffGuards } from './access/require-staff';
import { secondFactorRoutes } from './access/second-factor-routes';
import { type StaffDeps, staffRoutes } from './access/staff-routes';
import { makeStaffSessionFinder } from './access/staff-sessions';
import type { Config } from './config';
import { PasswordHasher, type PasswordCost } from './crypto/password-hasher';
import type { Encryptor } from './crypto/encryptor';
import type { Db } from './db/database';
import { invitationRoutes } from './organisations/invitation-routes';
import { memberRoutes } from './organisations/member-routes';
import { resetRoutes } from './organisations/reset-routes';
import { organisationRoutes } from './organisations/organisation-routes';
import { phoneRoutes } from './organisations/phone-routes';
import { tokenRoutes } from './organisations/token-routes';

export interface StaffSideDeps {
  readonly db: Db;
  readonly now: () => number;
  readonly encryptor: Encryptor;
  readonly config: Pick<Config, 'deployment' | 'secondFactorRequired' | 'wechat'>;
  readonly passwordCost?: PasswordCost | undefined;
}

export interface StaffSide {
  readonly guards: StaffGuards;
  readonly findApiToken: FindApiToken;
  readonly addRoutes: (app: FastifyInstance) => void;
}

/** Before the routes, since guards stand before them. */
export async function makeStaffSide(
  app: FastifyInstance,
  { db, now, encryptor, config, passwordCost }: StaffSideDeps,
): Promise<StaffSide> {
  await app.register(cookie);
  app.decorateRequest('staff', null);
  app.decorateRequest('principal', null);
  const webAddress = config.deployment.webAddress ?? null;
  const { secondFactorRequired } = config;
  const findSession = makeStaffSessionFinder(db, now);
  const findApiToken = makeApiTokenFinder(db, now);
  const findPhone = makePhoneFinder(db, now);
  const deps: StaffDeps = {
    db,
    now,
    encryptor,
    webAddress,
    secondFactorRequired,
    isWechatOn: config.wechat !== null,
    hasher: new PasswordHasher(passwordCost),
  };
  return {
    guards: makeStaffGuards({ db, now, findSession, findPhone, findApiToken, secondFactorRequired, webAddress }),
    findApiToken,
    addRoutes: (api) => {
      staffRoutes(api, deps);
      secondFactorRoutes(api, deps);
      invitationRoutes(api, { ...deps, findSession });
      organisationRoutes(api, deps);
      memberRoutes(api, deps);
      resetRoutes(api, deps);
      tokenRoutes(api, deps);
      phoneRoutes(api, deps);
    },
  };
}
