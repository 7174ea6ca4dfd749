/** Sessions: an account is made when a phone first needs to write something. */
import type { FastifyInstance } from 'fastify';
import { citizenContract } from '../../domain/api/contract/citizen';
import { addRoute } from '../http/add-route';
import type { WechatConfig } from '../wechat/wechat-config';
import type { Db } from '../db/database';
import { sendProblem } from '../http/errors';
import type { Encryptor } from '../crypto/encryptor';
import { tokenOf } from './require-account';
import { closeSession, openDeviceAccount } from './sessions';
import { openWechatAccount } from './wechat-account';
import { logInWithWechat } from './wechat-login';

export interface SessionDeps {
  readonly db: Db;
  readonly now: () => number;
  readonly encryptor: Encryptor;
  readonly wechat: WechatConfig | null;
}

export function sessionRoutes(app: FastifyInstance, deps: SessionDeps): void {
  const { db, now, encryptor, wechat } = deps;

  addRoute(app, citizenContract.openSession, async ({ body, log }, reply) => {
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
  });

  addRoute(app, citizenContract.closeSession, async (request, reply) => {
    const token = tokenOf(request);
    if (token !== null) await closeSession(db, token);
    return reply.code(204).send();
  });
}
