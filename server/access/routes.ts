/** Sessions: an account is made when a phone first needs to write something. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { SessionAnswerSchema, SessionBodySchema } from '../../domain/account';
import type { WechatConfig } from '../wechat/wechat-config';
import type { Db } from '../db/database';
import { sendProblem } from '../http/errors';
import type { Encryptor } from '../crypto/encryptor';
import type { ValibotTypes } from '../http/validation';
import { type RequireAccount, tokenOf } from './require-account';
import { closeSession, openDeviceAccount } from './sessions';
import { openWechatAccount } from './wechat-account';
import { logInWithWechat } from './wechat-login';

export interface SessionDeps {
  readonly db: Db;
  readonly now: () => number;
  readonly encryptor: Encryptor;
  readonly wechat: WechatConfig | null;
  readonly requireAccount: RequireAccount;
}

export function sessionRoutes(instance: FastifyInstance, deps: SessionDeps): void {
  const { db, now, encryptor, wechat, requireAccount } = deps;
  const app = instance.withTypeProvider<ValibotTypes>();

  app.post(
    '/api/v1/sessions',
    {
      schema: {
        summary: 'Log in: as a new device account, or as the person whom WeChat names',
        tags: ['account'],
        body: SessionBodySchema,
        response: { 201: SessionAnswerSchema },
      },
    },
    async ({ body, log }, reply) => {
      void reply.code(201).header('cache-control', 'no-store');
      if (body.kind === 'device') {
        const { id, token } = await openDeviceAccount(db, now());
        return reply.send({ token, account: { id } });
      }
      if (!wechat) return sendProblem(reply, 'wechat-off');
      const login = await logInWithWechat(wechat, body.code);
      if (!login.ok) {
        log.warn({ problem: login.code, errcode: login.errcode }, 'no login with WeChat');
        return sendProblem(reply, login.code);
      }
      const { id, token } = await openWechatAccount({ db, encryptor, appid: wechat.appid }, login.openid, now());
      return reply.send({ token, account: { id } });
    },
  );

  app.delete(
    '/api/v1/sessions/current',
    {
      onRequest: requireAccount,
      schema: {
        summary: 'Log out: the token opens nothing any more',
        tags: ['account'],
        security: [{ account: [] }],
        response: { 204: v.null() },
      },
    },
    async (request, reply) => {
      const token = tokenOf(request);
      if (token !== null) await closeSession(db, token);
      return reply.code(204).send();
    },
  );
}
