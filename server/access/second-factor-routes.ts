/** Setting the second factor up, and giving it up where it is not compulsory. */
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { staffContract } from '../../domain/api/contract/staff';
import { needsSecondFactor } from '../../domain/permission';
import { member, membership, secondFactor } from '../db/staff-schema';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { actorOf, staffOf } from './principal';
import { recordMemberAct } from './record-member-act';
import { confirmSecondFactor, startSecondFactor } from './second-factor';
import type { StaffDeps } from './staff-routes';

export function secondFactorRoutes(app: FastifyInstance, deps: StaffDeps): void {
  const { db, now, encryptor, secondFactorRequired } = deps;

  addRoute(app, staffContract.startSecondFactor, async (request, reply) => {
    const { memberId } = staffOf(request);
    const started = await db.transaction(async (tx) => {
      const [row] = await tx.select({ login: member.login }).from(member).where(eq(member.id, memberId));
      return row ? startSecondFactor(tx, encryptor, { memberId, login: row.login }) : null;
    });
    return started
      ? reply.code(201).header('cache-control', 'no-store').send(started)
      : sendProblem(reply, 'not-found');
  });

  addRoute(app, staffContract.confirmSecondFactor, async (request, reply) => {
    const { memberId } = staffOf(request);
    const recoveryCodes = await db.transaction(async (tx) => {
      const codes = await confirmSecondFactor(tx, encryptor, { memberId, code: request.body.code, now: now() });
      if (codes) {
        await recordMemberAct(tx, now(), actorOf(request), {
          memberId,
          act: 'second-factor-on',
          object: { kind: 'member', id: memberId },
        });
      }
      return codes;
    });
    return recoveryCodes
      ? reply.code(201).header('cache-control', 'no-store').send({ recoveryCodes })
      : sendProblem(reply, 'wrong-code');
  });

  addRoute(app, staffContract.removeSecondFactor, async (request, reply) => {
    const { memberId } = staffOf(request);
    const isRemoved = await db.transaction(async (tx) => {
      const roles = await tx
        .select({ role: membership.role })
        .from(membership)
        .where(eq(membership.memberId, memberId));
      if (secondFactorRequired && roles.some(({ role }) => needsSecondFactor(role))) return false;
      await tx.delete(secondFactor).where(eq(secondFactor.memberId, memberId));
      await recordMemberAct(tx, now(), actorOf(request), {
        memberId,
        act: 'second-factor-off',
        object: { kind: 'member', id: memberId },
      });
      return true;
    });
    return isRemoved ? reply.code(204).send() : sendProblem(reply, 'second-factor-compulsory');
  });
}
