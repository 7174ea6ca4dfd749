/** Phones that act as a member: offered in the console, taken up on the phone. */
import type { MemberId } from '../../domain/ids';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { phoneBindingContract, staffContract } from '../../domain/api/contract/staff';
import type { PairingOfferSchema } from '../../domain/organisation/member';
import { fullNameOf } from '../../domain/region/region-names';
import { formatInstant } from '../../domain/time/time';
import { actorOf, staffOf } from '../access/principal';
import { readMe } from '../access/staff-me';
import type { StaffDeps } from '../access/staff-routes';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { bindPhone, findPairing, listPhones, removePhone, startPairing } from './phones';
import { UuidSchema } from './uuid';

export function phoneRoutes(app: FastifyInstance, deps: StaffDeps): void {
  const { db, now } = deps;

  async function presentOffer(memberId: MemberId): Promise<v.InferOutput<typeof PairingOfferSchema> | null> {
    const me = await readMe(db, deps, memberId);
    return (
      me && {
        member: { name: me.member.name },
        organisations: me.organisations.map(({ name, region, role }) => ({
          ...{ name, region, role },
          regionName: fullNameOf(region) ?? '',
        })),
      }
    );
  }

  addRoute(app, staffContract.phones, async (request, reply) => {
    const phones = await listPhones(db, staffOf(request).memberId);
    return reply.header('cache-control', 'no-store').send({
      phones: phones.map(({ id, name, boundAt, lastSeenAt }) => ({
        ...{ id, name },
        boundAt: formatInstant(boundAt),
        lastSeenAt: lastSeenAt === null ? null : formatInstant(lastSeenAt),
      })),
    });
  });

  addRoute(app, staffContract.startPhone, async (request, reply) => {
    const { memberId } = staffOf(request);
    const pairing = await db.transaction((tx) => startPairing(tx, memberId, now()));
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ ...pairing, expiresAt: formatInstant(pairing.expiresAt) });
  });

  addRoute(app, staffContract.removePhone, async (request, reply) => {
    const { memberId } = staffOf(request);
    const { id } = request.params;
    if (!v.is(UuidSchema, id)) return sendProblem(reply, 'not-found');
    const isRemoved = await db.transaction((tx) =>
      removePhone(tx, { memberId, id }, { now: now(), actor: actorOf(request) }),
    );
    return isRemoved ? reply.code(204).send() : sendProblem(reply, 'not-found');
  });

  addRoute(app, phoneBindingContract.pairingOffer, async (request, reply) => {
    const memberId = await findPairing(db, request.body.code, now());
    const offer = memberId === null ? null : await presentOffer(memberId);
    return offer ? reply.header('cache-control', 'no-store').send(offer) : sendProblem(reply, 'pairing-gone');
  });

  addRoute(app, phoneBindingContract.bindPhone, async (request, reply) => {
    const { accountId, body, id: requestId } = request;
    const bound = await db.transaction((tx) => bindPhone(tx, { ...body, accountId }, { now: now(), requestId }));
    if (!bound.ok) return sendProblem(reply, bound.code);
    const offer = await presentOffer(bound.memberId);
    return offer ? reply.code(201).header('cache-control', 'no-store').send(offer) : sendProblem(reply, 'pairing-gone');
  });
}
