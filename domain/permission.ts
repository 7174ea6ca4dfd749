/**
 * Who may do what: one pure function for the server, the console and the phone (docs/rules.md, access). Whoever may not
 * see a thing is answered as if it were not there.
 */
import type { AccountId, DeviceId, MemberId, RegionCode } from './ids';
import { covers } from './region/region';

/** From the most rights to the fewest; `door` is beside them: entry checks at named events only. */
export const ROLES = ['admin', 'editor', 'viewer', 'door'] as const;
export type Role = (typeof ROLES)[number];

export const TOKEN_SCOPES = ['publish', 'read'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** An organisation as far as rights go: which one, and the region that it is responsible for (GB/T 2260). */
export interface Organisation {
  readonly id: string;
  readonly region: RegionCode;
}

export type Principal =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'citizen'; readonly accountId: AccountId }
  /** Whoever holds the operator's `PUBLISHER_TOKEN`. */
  | { readonly kind: 'operator' }
  /** A member acts for one organisation at a time. `events`: those that a `door` member is named for. */
  | {
      readonly kind: 'member';
      readonly memberId: MemberId;
      readonly role: Role;
      readonly organisation: Organisation;
      readonly events: readonly string[];
    }
  | {
      readonly kind: 'token';
      readonly tokenId: string;
      readonly organisation: Organisation;
      readonly scopes: readonly TokenScope[];
    }
  /** A revoked device still hands in what it scanned before. */
  | {
      readonly kind: 'device';
      readonly deviceId: DeviceId;
      readonly organisation: Organisation;
      readonly events: readonly string[];
      readonly revoked: boolean;
    };

export type EventState = 'draft' | 'submitted' | 'returned' | 'withdrawn' | 'published';

/** The target of an act. `organisation`: the organisation that it belongs to, `null` where there is none (an operator's event). */
export type Target =
  | { readonly kind: 'public' }
  | { readonly kind: 'account'; readonly accountId: AccountId }
  | { readonly kind: 'organisation'; readonly organisation: Organisation }
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly organisation: Organisation | null;
      readonly state: EventState;
    }
  | { readonly kind: 'summary'; readonly organisation: Organisation; readonly submitted: boolean };

export const ACTIONS = [
  'public:read',
  'own:use',
  'organisation:read',
  'organisation:create',
  'settings:manage',
  'member:read',
  'member:manage',
  'token:manage',
  'audit:read',
  'campaign:manage',
  'device:manage',
  'event:read',
  'event:count',
  'event:edit',
  'event:approve',
  'roster:read',
  'roster:read-masked',
  'roster:export',
  'door:check',
  'scan:upload',
  'scan:settle',
  'summary:read',
  'summary:write',
  'summary:decide',
] as const;
export type Action = (typeof ACTIONS)[number];

/** How the organisation that acts lies to the one that is acted on. */
export type Relation = 'own' | 'superior' | 'other';

/** Superior: its region covers the other's and is wider. Of two with the same region neither is. */
export function relationOf(acting: Organisation, other: Organisation): Relation {
  if (acting.id === other.id) return 'own';
  return acting.region !== other.region && covers(acting.region, other.region) ? 'superior' : 'other';
}

const VIEWER: readonly Action[] = ['organisation:read', 'event:read', 'event:count', 'summary:read'];
const EDITOR: readonly Action[] = [
  ...VIEWER,
  ...(['member:read', 'device:manage', 'event:edit', 'roster:read', 'roster:read-masked', 'roster:export'] as const),
  ...(['door:check', 'scan:upload', 'scan:settle', 'summary:write'] as const),
];
const ADMIN: readonly Action[] = [
  ...EDITOR,
  ...([
    'organisation:create',
    'settings:manage',
    'member:manage',
    'token:manage',
    'audit:read',
    'campaign:manage',
  ] as const),
];
const DOOR: readonly Action[] = ['roster:read-masked', 'door:check', 'scan:upload'];

/** What a role may do with its own organisation's things. */
const OWN: Readonly<Record<Role, readonly Action[]>> = { admin: ADMIN, editor: EDITOR, viewer: VIEWER, door: DOOR };

const WATCH: readonly Action[] = ['organisation:read', 'event:read', 'event:count', 'summary:read'];
const DECIDE: readonly Action[] = [...WATCH, 'event:approve', 'summary:decide'];

/** What a role may do with the things of the organisations below: counts, never people. */
const BELOW: Readonly<Record<Role, readonly Action[]>> = { admin: DECIDE, editor: DECIDE, viewer: WATCH, door: [] };

const OF_TOKEN: Readonly<Record<TokenScope, readonly Action[]>> = {
  publish: ['event:read', 'event:edit'],
  read: ['event:read', 'event:count'],
};

function hasRole(role: Role, events: readonly string[], acting: Organisation, action: Action, target: Target): boolean {
  if (target.kind === 'public' || target.kind === 'account' || target.organisation === null) return false;
  const relation = relationOf(acting, target.organisation);
  if (relation === 'own') {
    const isNamed = role !== 'door' || (target.kind === 'event' && events.includes(target.id));
    return isNamed && OWN[role].includes(action);
  }
  if (relation === 'other' || !BELOW[role].includes(action)) return false;
  // Of what is not finished a superior sees what was submitted to it, nothing else.
  if (target.kind === 'event') return target.state === 'submitted' || target.state === 'published';
  return target.kind === 'organisation' || target.submitted;
}

function isOpenToAll(action: Action, target: Target): boolean {
  if (target.kind === 'public') return action === 'public:read';
  return target.kind === 'event' && target.state === 'published' && action === 'event:read';
}

/** Whether `principal` may do `action` with `target`. Published events are everybody's to read. */
export function can(principal: Principal, action: Action, target: Target): boolean {
  if (isOpenToAll(action, target)) return true;
  switch (principal.kind) {
    case 'nobody':
      return false;
    case 'citizen':
      return action === 'own:use' && target.kind === 'account' && target.accountId === principal.accountId;
    case 'operator':
      return target.kind === 'event' && (action === 'event:edit' || action === 'event:read');
    case 'member':
      return hasRole(principal.role, principal.events, principal.organisation, action, target);
    case 'token':
      return (
        (target.kind === 'event' || target.kind === 'organisation') &&
        target.organisation !== null &&
        relationOf(principal.organisation, target.organisation) === 'own' &&
        mayTokenEver(principal.scopes, action)
      );
    case 'device':
      return (
        target.kind === 'event' &&
        target.organisation?.id === principal.organisation.id &&
        principal.events.includes(target.id) &&
        (principal.revoked ? action === 'scan:upload' : DOOR.includes(action))
      );
  }
}

/** Whether a token may use an endpoint of its organisation at all. */
export const mayTokenEver = (scopes: readonly TokenScope[], action: Action): boolean =>
  scopes.some((scope) => OF_TOKEN[scope].includes(action));

/**
 * Whether a member of this role may use an endpoint of their organisation at all: with things of its own, or of those
 * below. The handler then asks `can` about the thing itself.
 */
export function mayEver(role: Role, action: Action): boolean {
  return OWN[role].includes(action) || BELOW[role].includes(action);
}

/** Whether somebody grants only what they hold: an admin, any role, in a region that their organisation covers (A2). */
export function canGrant(
  granter: Pick<Extract<Principal, { kind: 'member' }>, 'role' | 'organisation'>,
  region: RegionCode,
): boolean {
  return granter.role === 'admin' && covers(granter.organisation.region, region);
}

/** Whether the role asks for a second factor where one is compulsory (A4). */
export const needsSecondFactor = (role: Role): boolean => role === 'admin' || role === 'editor';
