/** Who asks, as the guards found out: read by handlers, written by nobody else. */
import type { MemberId } from '../../domain/ids';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../domain/permission';
import type { Actor } from '../audit/record';

/** A member, signed in in a browser or asking from a phone that is bound to them. */
export interface Staff {
  readonly memberId: MemberId;
  /** `null`: from a phone. */
  readonly sessionId: string | null;
  /** `null`: from a browser. */
  readonly phoneId: string | null;
  /** When they last proved who they are, there; 0: never. */
  readonly provedAt: number;
  readonly hasSecondFactor: boolean;
}

export type Member = Extract<Principal, { kind: 'member' }>;
type Acting = Extract<Principal, { kind: 'member' | 'token' | 'device' | 'operator' }>;
/** Who acts in the name of an organisation. */
type ForOrganisation = Exclude<Acting, { kind: 'operator' }>;

declare module 'fastify' {
  interface FastifyRequest {
    staff: Staff | null;
    /** Set on routes of an organisation, and of publishing. */
    principal: Acting | null;
  }
}

/** For routes with access `staff`. */
export function staffOf({ staff }: Pick<FastifyRequest, 'staff'>): Staff {
  if (!staff) throw new Error('the route has no guard for members');
  return staff;
}

/** For routes of an organisation: who acts, in its name. */
export function principalOf({ principal }: Pick<FastifyRequest, 'principal'>): ForOrganisation {
  if (!principal || principal.kind === 'operator') throw new Error('the route has no guard for an organisation');
  return principal;
}

/** The same where only a member can be meant. */
export function memberOf(request: Pick<FastifyRequest, 'principal'>): Member {
  const principal = principalOf(request);
  if (principal.kind !== 'member') throw new Error('only a member may do this');
  return principal;
}

/** The same for the audit log. */
export function actorOf({ staff, principal, id }: Pick<FastifyRequest, 'staff' | 'principal' | 'id'>): Actor {
  if (staff) return { who: 'member', id: staff.memberId, requestId: id };
  if (principal?.kind === 'token') return { who: 'token', id: principal.tokenId, requestId: id };
  if (principal?.kind === 'device') return { who: 'device', id: principal.deviceId, requestId: id };
  return { who: 'command', id: null, requestId: id };
}
