/** Organisations below, settings, and the log. */
import type { FastifyInstance } from 'fastify';
import { organisationsContract } from '../../domain/api/contract/organisations';
import { canGrant } from '../../domain/permission';
import { regionExists } from '../../domain/region/region-names';
import { formatInstant } from '../../domain/time/time';
import { actorOf, memberOf, principalOf } from '../access/principal';
import type { StaffDeps } from '../access/staff-routes';
import { stillMay } from '../access/still-may';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { readAuditPage } from './audit-page';
import { changeApproval, createOrganisation, listBelow, readApproval } from './organisations';

export function organisationRoutes(app: FastifyInstance, { db, now, encryptor }: StaffDeps): void {
  addRoute(app, organisationsContract.below, async (request, reply) => {
    const { organisation } = principalOf(request);
    return reply.header('cache-control', 'no-store').send({
      organisations: await listBelow(db, organisation),
      approval: await readApproval(db, organisation.id),
    });
  });

  addRoute(app, organisationsContract.createBelow, async (request, reply) => {
    const member = memberOf(request);
    const { name, region } = request.body;
    if (!regionExists(region))
      return sendProblem(reply, 'unknown-region', [{ path: 'region', code: 'unknown-region' }]);
    if (!canGrant(member, region)) {
      return sendProblem(reply, 'scope-not-covered', [{ path: 'region', code: 'scope-not-covered' }]);
    }
    const by = member.organisation.id;
    const made = await db.transaction(async (tx) =>
      (await stillMay(tx, member, 'organisation:create'))
        ? createOrganisation(tx, { name, region }, { now: now(), actor: actorOf(request), by })
        : null,
    );
    if (!made) return sendProblem(reply, 'not-found');
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ organisation: { id: made.id, name, region, members: 0 }, token: made.invitation.token });
  });

  addRoute(app, organisationsContract.settings, async (request, reply) => {
    const member = memberOf(request);
    const { approval } = request.body;
    const isDone = await db.transaction(async (tx) => {
      if (!(await stillMay(tx, member, 'settings:manage'))) return false;
      await changeApproval(tx, member.organisation.id, approval, { now: now(), actor: actorOf(request) });
      return true;
    });
    return isDone ? reply.send({ approval }) : sendProblem(reply, 'not-found');
  });

  addRoute(app, organisationsContract.audit, async (request, reply) => {
    const { organisation } = principalOf(request);
    const page = await readAuditPage(db, encryptor, { organisationId: organisation.id, before: request.query.before });
    return reply.header('cache-control', 'no-store').send({
      lines: page.lines.map((line) => ({
        id: line.seq,
        at: formatInstant(line.at),
        who: { kind: line.whoKind, name: line.whoName },
        act: line.act,
        object: { kind: line.objectKind, id: line.objectId, name: line.objectName },
        fields: line.fields,
        reason: line.reason,
        requestId: line.requestId,
      })),
      next: page.next === null ? null : String(page.next),
    });
  });
}
