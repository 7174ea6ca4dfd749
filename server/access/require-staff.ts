/**
 * Guards for members, and for all that acts in an organisation's name. Who is nobody gets 401; who has no right gets
 * exactly what a missing row gets, so that nobody learns what there is (A1).
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { PROOF_MS } from '../../domain/organisation/staff-policy';
import { type Action, mayEver, mayTokenEver, needsSecondFactor } from '../../domain/permission';
import type { Db } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { membership } from '../db/staff-schema';
import { sendProblem } from '../http/errors';
import { SESSION_COOKIE } from '../http/session-cookie';
import type { FindApiToken } from './api-tokens';
import type { Guard } from './guard-routes';
import { isFromOwnPage } from './origin';
import type { FindPhone } from './member-phones';
import type { Staff } from './principal';
import { tokenOf } from './require-account';
import type { StaffSession } from './staff-sessions';

/** What the endpoint's table says of the route. */
export interface RouteRules {
  readonly fresh: boolean;
  readonly phone: boolean;
}

export interface StaffGuardDeps {
  readonly db: Db;
  readonly now: () => number;
  readonly findSession: (token: string) => Promise<StaffSession | null>;
  readonly findPhone: FindPhone;
  readonly findApiToken: FindApiToken;
  /** Admins and editors do nothing without a second factor. */
  readonly secondFactorRequired: boolean;
  readonly webAddress: string | null;
}

export interface StaffGuards {
  readonly staff: (rules: RouteRules) => Guard;
  readonly organisation: (action: Action, rules: RouteRules) => Guard;
}

const OrganisationParamsSchema = v.object({ org: v.pipe(v.string(), v.uuid()) });

type Refusal = 'unauthorized' | 'origin-refused';

export function makeStaffGuards(deps: StaffGuardDeps): StaffGuards {
  const { db, now, findSession, findPhone, findApiToken } = deps;
  const findMembership = db
    .select({ role: membership.role, events: membership.events, region: organisation.region, id: organisation.id })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(
      and(
        eq(membership.memberId, sql.placeholder('member')),
        eq(membership.organisationId, sql.placeholder('organisation')),
        eq(organisation.state, 'active'),
      ),
    )
    .prepare('membership_of_member');

  async function findStaff(request: FastifyRequest, { phone }: RouteRules): Promise<Staff | Refusal> {
    const cookie = request.cookies[SESSION_COOKIE];
    const session = cookie === undefined ? null : await findSession(cookie);
    if (session) {
      if (!isFromOwnPage(request, deps.webAddress)) return 'origin-refused';
      const { id: sessionId, ...rest } = session;
      return { sessionId, phoneId: null, ...rest };
    }
    const bearer = phone ? tokenOf(request) : null;
    const found = bearer === null ? null : await findPhone(bearer);
    if (found === null) return 'unauthorized';
    const { id: phoneId, memberId, provedAt } = found;
    return { memberId, sessionId: null, phoneId, provedAt, hasSecondFactor: false };
  }

  /** Of a clock that was set back since, a proof lies ahead. */
  const isProved = ({ provedAt }: Staff): boolean => Math.abs(now() - provedAt) < PROOF_MS;

  const staff =
    (rules: RouteRules): Guard =>
    async (request, reply) => {
      const found = await findStaff(request, rules);
      if (typeof found === 'string') return sendProblem(reply, found);
      request.staff = found;
      return rules.fresh && !isProved(found) ? sendProblem(reply, 'proof-required') : undefined;
    };

  async function guardToken(
    request: FastifyRequest,
    reply: FastifyReply,
    action: Action,
    bearer: string,
  ): Promise<FastifyReply | undefined> {
    const token = await findApiToken(bearer);
    if (!token) return sendProblem(reply, 'unauthorized');
    const params = v.safeParse(OrganisationParamsSchema, request.params);
    const isOwn = params.success && params.output.org === token.organisation.id;
    if (!isOwn || !mayTokenEver(token.scopes, action)) return sendProblem(reply, 'not-found');
    request.principal = token;
    return undefined;
  }

  const ofOrganisation =
    (action: Action, rules: RouteRules): Guard =>
    async (request, reply) => {
      const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
      const found = await findStaff(request, rules);
      if (typeof found === 'string') {
        return found === 'unauthorized' && bearer !== undefined
          ? guardToken(request, reply, action, bearer)
          : sendProblem(reply, found);
      }
      request.staff = found;
      const { memberId } = found;
      const params = v.safeParse(OrganisationParamsSchema, request.params);
      if (!params.success) return sendProblem(reply, 'not-found');
      const [own] = await findMembership.execute({ member: memberId, organisation: params.output.org });
      if (!own || !mayEver(own.role, action)) return sendProblem(reply, 'not-found');
      const isBrowser = found.sessionId !== null;
      if (isBrowser && deps.secondFactorRequired && needsSecondFactor(own.role) && !found.hasSecondFactor) {
        return sendProblem(reply, 'second-factor-required');
      }
      if (rules.fresh && !isProved(found)) return sendProblem(reply, 'proof-required');
      const { role, events, id, region } = own;
      request.principal = { kind: 'member', memberId, role, organisation: { id, region }, events };
      return undefined;
    };

  return { staff, organisation: ofOrganisation };
}
