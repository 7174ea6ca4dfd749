/** Members, and invitations to become one. */
import type { MemberId } from '../../domain/ids';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { organisationsContract } from '../../domain/api/contract/organisations';
import { formatInstant } from '../../domain/time/time';
import { actorOf, memberOf, principalOf } from '../access/principal';
import type { StaffDeps } from '../access/staff-routes';
import { stillMay } from '../access/still-may';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { listInvitations, makeInvitation, revokeInvitation } from './invitations';
import { changeMember, type ListedMember, listMembers, type MemberChange, removeMember } from './members';
import { UuidSchema } from './uuid';

const presentMember = ({ events, lastSeenAt, ...member }: ListedMember): object => ({
  ...member,
  ...(member.role === 'door' && { events }),
  lastSeenAt: lastSeenAt === null ? null : formatInstant(lastSeenAt),
});

export function memberRoutes(app: FastifyInstance, { db, now, encryptor }: StaffDeps): void {
  const changeOf = (
    request: Parameters<typeof memberOf>[0] & Parameters<typeof actorOf>[0],
    memberId: MemberId,
  ): MemberChange => {
    const { organisation, memberId: by } = memberOf(request);
    return { organisationId: organisation.id, by, memberId, now: now(), actor: actorOf(request) };
  };

  addRoute(app, organisationsContract.members, async (request, reply) => {
    const members = await listMembers(db, encryptor, principalOf(request).organisation.id);
    return reply.header('cache-control', 'no-store').send({ members: members.map(presentMember) });
  });

  addRoute(app, organisationsContract.changeMember, async (request, reply) => {
    const { id, org } = request.params;
    if (!v.is(UuidSchema, id)) return sendProblem(reply, 'not-found');
    const changed = await db.transaction((tx) => changeMember(tx, changeOf(request, id), request.body));
    if (!changed.ok) return sendProblem(reply, changed.code);
    const [member] = await listMembers(db, encryptor, org, id);
    return member ? reply.send(presentMember(member)) : sendProblem(reply, 'not-found');
  });

  addRoute(app, organisationsContract.removeMember, async (request, reply) => {
    const { id } = request.params;
    if (!v.is(UuidSchema, id)) return sendProblem(reply, 'not-found');
    const removed = await db.transaction((tx) => removeMember(tx, changeOf(request, id)));
    return removed.ok ? reply.code(204).send() : sendProblem(reply, removed.code);
  });

  addRoute(app, organisationsContract.invitations, async (request, reply) => {
    const open = await listInvitations(db, principalOf(request).organisation.id, now());
    return reply.header('cache-control', 'no-store').send({
      invitations: open.map(({ id, role, expiresAt }) => ({ id, role, expiresAt: formatInstant(expiresAt) })),
    });
  });

  addRoute(app, organisationsContract.invite, async (request, reply) => {
    const member = memberOf(request);
    const { role, events } = request.body;
    const wanted = { organisationId: member.organisation.id, role, events };
    const made = await db.transaction(async (tx) =>
      (await stillMay(tx, member, 'member:manage'))
        ? makeInvitation(tx, wanted, { now: now(), actor: actorOf(request) })
        : null,
    );
    if (!made) return sendProblem(reply, 'not-found');
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ ...made, expiresAt: formatInstant(made.expiresAt) });
  });

  addRoute(app, organisationsContract.revokeInvitation, async (request, reply) => {
    const member = memberOf(request);
    const { id } = request.params;
    if (!v.is(UuidSchema, id)) return sendProblem(reply, 'not-found');
    const which = { organisationId: member.organisation.id, id };
    const isRevoked = await db.transaction(
      async (tx) =>
        (await stillMay(tx, member, 'member:manage')) &&
        revokeInvitation(tx, which, { now: now(), actor: actorOf(request) }),
    );
    return isRevoked ? reply.code(204).send() : sendProblem(reply, 'not-found');
  });
}
