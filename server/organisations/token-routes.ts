/** Tokens of other systems. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { organisationsContract } from '../../domain/api/contract/organisations';
import { formatInstant } from '../../domain/time/time';
import { actorOf, memberOf, principalOf } from '../access/principal';
import type { StaffDeps } from '../access/staff-routes';
import { stillMay } from '../access/still-may';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { listApiTokens, makeApiToken, revokeApiToken } from './tokens';
import { UuidSchema } from './uuid';

export function tokenRoutes(app: FastifyInstance, { db, now }: StaffDeps): void {
  addRoute(app, organisationsContract.tokens, async (request, reply) => {
    const tokens = await listApiTokens(db, principalOf(request).organisation.id);
    return reply.header('cache-control', 'no-store').send({
      tokens: tokens.map(({ id, name, scopes, createdAt, lastUsedAt }) => ({
        ...{ id, name, scopes },
        createdAt: formatInstant(createdAt),
        lastUsedAt: lastUsedAt === null ? null : formatInstant(lastUsedAt),
      })),
    });
  });

  addRoute(app, organisationsContract.createToken, async (request, reply) => {
    const member = memberOf(request);
    const acting = { organisationId: member.organisation.id, now: now(), actor: actorOf(request) };
    const made = await db.transaction(async (tx) =>
      (await stillMay(tx, member, 'token:manage')) ? makeApiToken(tx, request.body, acting) : null,
    );
    if (!made) return sendProblem(reply, 'not-found');
    return reply.code(201).header('cache-control', 'no-store').send(made);
  });

  addRoute(app, organisationsContract.revokeToken, async (request, reply) => {
    const member = memberOf(request);
    const { id } = request.params;
    if (!v.is(UuidSchema, id)) return sendProblem(reply, 'not-found');
    const acting = { organisationId: member.organisation.id, now: now(), actor: actorOf(request) };
    const isRevoked = await db.transaction(
      async (tx) => (await stillMay(tx, member, 'token:manage')) && revokeApiToken(tx, id, acting),
    );
    return isRevoked ? reply.code(204).send() : sendProblem(reply, 'not-found');
  });
}
