/** An admin's link for a new password, and what its holder does with it. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { organisationsContract } from '../../domain/api/contract/organisations';
import { staffContract } from '../../domain/api/contract/staff';
import { formatInstant } from '../../domain/time/time';
import { actorOf, memberOf } from '../access/principal';
import { isForeign, type StaffDeps } from '../access/staff-routes';
import { stillMay } from '../access/still-may';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { findReset, type Made, makeReset, resetPassword } from './resets';
import { UuidSchema } from './uuid';

export function resetRoutes(app: FastifyInstance, deps: StaffDeps): void {
  const { db, now, webAddress } = deps;

  addRoute(app, organisationsContract.resetMember, async (request, reply) => {
    const { id } = request.params;
    if (!v.is(UuidSchema, id)) return sendProblem(reply, 'not-found');
    const acting = memberOf(request);
    const change = {
      ...{ organisationId: acting.organisation.id, by: acting.memberId, memberId: id },
      ...{ now: now(), actor: actorOf(request) },
    };
    const made = await db.transaction(async (tx): Promise<Made> =>
      (await stillMay(tx, acting, 'member:manage')) ? makeReset(tx, change) : { ok: false, code: 'not-found' },
    );
    if (!made.ok) return sendProblem(reply, made.code);
    const { token, expiresAt } = made;
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ token, expiresAt: formatInstant(expiresAt) });
  });

  addRoute(app, staffContract.passwordReset, async (request, reply) => {
    const found = await findReset(db, request.params.token, now());
    return found ? reply.header('cache-control', 'no-store').send(found) : sendProblem(reply, 'reset-gone');
  });

  addRoute(app, staffContract.resetPassword, async (request, reply) => {
    if (isForeign(request, webAddress)) return sendProblem(reply, 'origin-refused');
    const circumstances = { now: now(), requestId: request.id };
    const done = await resetPassword(deps, request.params.token, request.body.password, circumstances);
    if (done.ok) return reply.code(204).send();
    return done.code === 'invalid-input'
      ? sendProblem(reply, 'invalid-input', [{ path: 'password', code: done.fault }])
      : sendProblem(reply, done.code);
  });
}
