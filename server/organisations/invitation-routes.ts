/** What somebody does who was invited. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { staffContract } from '../../domain/api/contract/staff';
import { isFromOwnPage } from '../access/origin';
import { readMe } from '../access/staff-me';
import { callerOf, isForeign, setSessionCookie, type StaffDeps } from '../access/staff-routes';
import type { StaffSession } from '../access/staff-sessions';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { SESSION_COOKIE } from '../http/session-cookie';
import { type Accepted, acceptAsMember, acceptAsNew, findInvitation } from './invitations';

export interface InvitationDeps extends StaffDeps {
  readonly findSession: (token: string) => Promise<StaffSession | null>;
}

function sendRefused(reply: FastifyReply, refused: Extract<Accepted, { ok: false }>): FastifyReply {
  return refused.code === 'invalid-input'
    ? sendProblem(reply, 'invalid-input', [{ path: 'password', code: refused.fault }])
    : sendProblem(reply, refused.code);
}

export function invitationRoutes(app: FastifyInstance, deps: InvitationDeps): void {
  const { db, now, webAddress, findSession } = deps;

  addRoute(app, staffContract.invitation, async (request, reply) => {
    const found = await findInvitation(db, request.params.token, now());
    if (!found) return sendProblem(reply, 'invite-gone');
    const { name, region, role } = found;
    return reply.header('cache-control', 'no-store').send({ organisation: { name, region }, role });
  });

  async function acceptSignedIn(
    request: Pick<FastifyRequest, 'cookies' | 'method' | 'headers' | 'protocol' | 'host' | 'ip' | 'id'>,
    token: string,
  ): Promise<Accepted | 'unauthorized' | 'origin-refused'> {
    const cookie = request.cookies[SESSION_COOKIE];
    const session = cookie === undefined ? null : await findSession(cookie);
    if (!session) return 'unauthorized';
    if (!isFromOwnPage(request, webAddress)) return 'origin-refused';
    return acceptAsMember(db, token, session.memberId, { ...callerOf(request), now: now() });
  }

  addRoute(app, staffContract.acceptInvitation, async (request, reply) => {
    if (isForeign(request, webAddress)) return sendProblem(reply, 'origin-refused');
    const { body } = request;
    const { token } = request.params;
    const accepted =
      'login' in body
        ? await acceptAsNew(deps, token, body, { ...callerOf(request), now: now() })
        : await acceptSignedIn(request, token);
    if (typeof accepted === 'string') return sendProblem(reply, accepted);
    if (!accepted.ok) return sendRefused(reply, accepted);
    if (accepted.token !== null) setSessionCookie(request, reply, accepted.token);
    const me = await readMe(db, deps, accepted.memberId);
    return me ? reply.code(201).header('cache-control', 'no-store').send(me) : sendProblem(reply, 'invite-gone');
  });
}
