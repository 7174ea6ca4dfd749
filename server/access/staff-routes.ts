/** What members do with their own account: sign in and out, prove who they are, see and end sessions. */
import { eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { staffContract } from '../../domain/api/contract/staff';
import { findPasswordFault } from '../../domain/organisation/password';
import { SESSION_MS } from '../../domain/organisation/staff-policy';
import { formatInstant } from '../../domain/time/time';
import { member } from '../db/staff-schema';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { SESSION_COOKIE } from '../http/session-cookie';
import { deviceLabel } from './device-label';
import { isFromOwnPage } from './origin';
import { actorOf, staffOf } from './principal';
import { recordMemberAct } from './record-member-act';
import { type Caller, prove, type Refused, signIn, type SignInDeps } from './sign-in';
import { type MeDeps, readMe } from './staff-me';
import { endStaffSession, endStaffSessions, listStaffSessions } from './staff-sessions';

export interface StaffDeps extends SignInDeps, MeDeps {
  readonly webAddress: string | null;
}

/** A cookie for all of the API, read by no script, sent along from no other site. */
export function setSessionCookie(request: Pick<FastifyRequest, 'protocol'>, reply: FastifyReply, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/api',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: SESSION_MS / 1000,
  });
}

export const callerOf = ({ ip, headers, id }: Pick<FastifyRequest, 'ip' | 'headers' | 'id'>): Caller => ({
  address: ip,
  device: deviceLabel(headers['user-agent']),
  requestId: id,
});

/** A page elsewhere must not sign anybody in; a program that is no browser names no origin. */
export const isForeign = (
  request: Pick<FastifyRequest, 'method' | 'headers' | 'protocol' | 'host'>,
  webAddress: string | null,
): boolean => request.headers.origin !== undefined && !isFromOwnPage(request, webAddress);

function sendRefused(reply: FastifyReply, refused: Refused): FastifyReply {
  if (refused.code === 'too-many-requests') void reply.header('retry-after', Math.ceil(refused.retryAfterMs / 1000));
  return sendProblem(reply, refused.code);
}

export function staffRoutes(app: FastifyInstance, deps: StaffDeps): void {
  const { db, now, hasher, webAddress } = deps;

  addRoute(app, staffContract.signIn, async (request, reply) => {
    if (isForeign(request, webAddress)) return sendProblem(reply, 'origin-refused');
    const signedIn = await signIn(deps, request.body, callerOf(request));
    if (!signedIn.ok) return sendRefused(reply, signedIn);
    setSessionCookie(request, reply, signedIn.token);
    const me = await readMe(db, deps, signedIn.memberId);
    return me ? reply.code(201).header('cache-control', 'no-store').send(me) : sendProblem(reply, 'sign-in-failed');
  });

  addRoute(app, staffContract.me, async (request, reply) => {
    const me = await readMe(db, deps, staffOf(request).memberId);
    return me ? reply.header('cache-control', 'no-store').send(me) : sendProblem(reply, 'unauthorized');
  });

  addRoute(app, staffContract.signOut, async (request, reply) => {
    const { memberId, sessionId } = staffOf(request);
    await db.transaction(async (tx) => {
      if (sessionId !== null) await endStaffSession(tx, memberId, sessionId);
      await recordMemberAct(tx, now(), actorOf(request), {
        memberId,
        act: 'signed-out',
        object: { kind: 'member', id: memberId },
      });
    });
    return reply.clearCookie(SESSION_COOKIE, { path: '/api' }).code(204).send();
  });

  addRoute(app, staffContract.prove, async (request, reply) => {
    const proved = await prove(deps, request.body, { ...callerOf(request), ...staffOf(request) });
    return proved.ok ? reply.code(204).send() : sendRefused(reply, proved);
  });

  addRoute(app, staffContract.staffSessions, async (request, reply) => {
    const { memberId, sessionId } = staffOf(request);
    const sessions = await listStaffSessions(db, memberId, now());
    return reply.header('cache-control', 'no-store').send({
      sessions: sessions.map(({ id, createdAt, lastSeenAt, device }) => ({
        id,
        startedAt: formatInstant(createdAt),
        lastSeenAt: formatInstant(lastSeenAt),
        device,
        current: id === sessionId,
      })),
    });
  });

  addRoute(app, staffContract.endStaffSession, async (request, reply) => {
    const { memberId } = staffOf(request);
    const { id } = request.params;
    const isEnded =
      v.is(v.pipe(v.string(), v.uuid()), id) &&
      (await db.transaction(async (tx) => {
        if (!(await endStaffSession(tx, memberId, id))) return false;
        await recordMemberAct(tx, now(), actorOf(request), {
          memberId,
          act: 'session-ended',
          object: { kind: 'session', id },
        });
        return true;
      }));
    return isEnded ? reply.code(204).send() : sendProblem(reply, 'not-found');
  });

  addRoute(app, staffContract.changePassword, async (request, reply) => {
    const { memberId, sessionId } = staffOf(request);
    const { password, next } = request.body;
    if (sessionId === null) return sendProblem(reply, 'unauthorized');
    const proved = await prove(deps, { password }, { ...callerOf(request), memberId, sessionId, phoneId: null });
    if (!proved.ok) return sendRefused(reply, proved);
    const [row] = await db.select({ login: member.login }).from(member).where(eq(member.id, memberId));
    const fault = findPasswordFault(next, row?.login ?? '');
    if (fault !== null) return sendProblem(reply, 'invalid-input', [{ path: 'next', code: fault }]);
    const passwordHash = await hasher.hash(next);
    if (passwordHash === null) return sendProblem(reply, 'unavailable');
    await db.transaction(async (tx) => {
      await tx.update(member).set({ passwordHash }).where(eq(member.id, memberId));
      await endStaffSessions(tx, memberId, sessionId);
      await recordMemberAct(tx, now(), actorOf(request), {
        memberId,
        act: 'password-changed',
        object: { kind: 'member', id: memberId },
      });
    });
    return reply.code(204).send();
  });
}
