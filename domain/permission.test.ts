import {
  type Action,
  ACTIONS,
  can,
  canGrant,
  mayEver,
  type Organisation,
  type Principal,
  relationOf,
  type Role,
  ROLES,
  type Target,
} from './permission';

const REGION: Organisation = { id: 'region', region: '540000' };
const CITY: Organisation = { id: 'city', region: '540100' };
const COUNTY: Organisation = { id: 'county', region: '540102' };
const LABORATORY: Organisation = { id: 'laboratory', region: '540102' };
const OTHER_CITY: Organisation = { id: 'other-city', region: '540200' };
const NATION: Organisation = { id: 'nation', region: '100000' };

const memberOf = (organisation: Organisation, role: Role): Principal => ({
  kind: 'member',
  memberId: `${organisation.id}-${role}`,
  role,
  organisation,
  events: ['e'],
});

const eventOf = (organisation: Organisation | null, state: Extract<Target, { kind: 'event' }>['state'], id = 'e') =>
  ({ kind: 'event', id, organisation, state }) as const;

/** The city's things, as most of the table sees them. */
const TARGETS = {
  public: { kind: 'public' },
  ownAccount: { kind: 'account', accountId: 'wang' },
  otherAccount: { kind: 'account', accountId: 'li' },
  organisation: { kind: 'organisation', organisation: CITY },
  published: eventOf(CITY, 'published'),
  unnamed: eventOf(CITY, 'published', 'another'),
  draft: eventOf(CITY, 'draft'),
  submitted: eventOf(CITY, 'submitted'),
  returned: eventOf(CITY, 'returned'),
  operators: eventOf(null, 'published'),
  summaryDraft: { kind: 'summary', organisation: CITY, submitted: false },
  summary: { kind: 'summary', organisation: CITY, submitted: true },
} as const satisfies Record<string, Target>;
type TargetName = keyof typeof TARGETS;

const PRINCIPALS = {
  nobody: { kind: 'nobody' },
  citizen: { kind: 'citizen', accountId: 'wang' },
  operator: { kind: 'operator' },
  'own admin': memberOf(CITY, 'admin'),
  'own editor': memberOf(CITY, 'editor'),
  'own viewer': memberOf(CITY, 'viewer'),
  'own door': memberOf(CITY, 'door'),
  'superior admin': memberOf(REGION, 'admin'),
  'superior editor': memberOf(REGION, 'editor'),
  'superior viewer': memberOf(REGION, 'viewer'),
  'superior door': memberOf(REGION, 'door'),
  'nation editor': memberOf(NATION, 'editor'),
  'below admin': memberOf(COUNTY, 'admin'),
  'beside admin': memberOf(OTHER_CITY, 'admin'),
  'publish token': { kind: 'token', tokenId: 't', organisation: CITY, scopes: ['publish'] },
  'read token': { kind: 'token', tokenId: 't', organisation: CITY, scopes: ['read'] },
  'other’s token': { kind: 'token', tokenId: 't', organisation: REGION, scopes: ['publish', 'read'] },
  device: { kind: 'device', deviceId: 'd', organisation: CITY, events: ['e'], revoked: false },
  'revoked device': { kind: 'device', deviceId: 'd', organisation: CITY, events: ['e'], revoked: true },
  'other’s device': { kind: 'device', deviceId: 'd', organisation: OTHER_CITY, events: ['e'], revoked: false },
} as const satisfies Record<string, Principal>;
type PrincipalName = keyof typeof PRINCIPALS;

const EVENTS: readonly TargetName[] = ['published', 'unnamed', 'draft', 'submitted', 'returned'];
const ALL_OF_CITY: readonly TargetName[] = ['organisation', ...EVENTS, 'summaryDraft', 'summary'];
const SEEN_FROM_ABOVE: readonly TargetName[] = ['organisation', 'published', 'unnamed', 'submitted', 'summary'];

/** What is allowed; every pair that is in no line is refused. Written apart from the code: docs/rules.md, access A1. */
const ALLOWED: readonly (readonly [readonly PrincipalName[], readonly Action[], readonly TargetName[]])[] = [
  [Object.keys(PRINCIPALS) as PrincipalName[], ['public:read'], ['public']],
  [Object.keys(PRINCIPALS) as PrincipalName[], ['event:read'], ['published', 'unnamed', 'operators']],
  [['citizen'], ['own:use'], ['ownAccount']],
  [['operator'], ['event:read', 'event:edit'], [...EVENTS, 'operators']],
  [
    ['own admin', 'own editor', 'own viewer'],
    ['organisation:read', 'event:read', 'event:count', 'summary:read'],
    ALL_OF_CITY,
  ],
  [
    ['own admin', 'own editor'],
    ['event:edit', 'member:read', 'device:manage', 'roster:read', 'roster:read-masked', 'roster:export'],
    ALL_OF_CITY,
  ],
  [['own admin', 'own editor'], ['door:check', 'scan:upload', 'scan:settle', 'summary:write'], ALL_OF_CITY],
  [
    ['own admin'],
    ['organisation:create', 'settings:manage', 'member:manage', 'token:manage', 'audit:read', 'campaign:manage'],
    ALL_OF_CITY,
  ],
  [['own door'], ['roster:read-masked', 'door:check', 'scan:upload'], ['published', 'draft', 'submitted', 'returned']],
  [
    ['superior admin', 'superior editor', 'superior viewer', 'nation editor'],
    ['organisation:read', 'event:read', 'event:count', 'summary:read'],
    SEEN_FROM_ABOVE,
  ],
  [['superior admin', 'superior editor', 'nation editor'], ['event:approve', 'summary:decide'], SEEN_FROM_ABOVE],
  [['publish token'], ['event:read', 'event:edit'], ['organisation', ...EVENTS]],
  [['read token'], ['event:read', 'event:count'], ['organisation', ...EVENTS]],
  [['device'], ['roster:read-masked', 'door:check', 'scan:upload'], ['published', 'draft', 'submitted', 'returned']],
  [['revoked device'], ['scan:upload'], ['published', 'draft', 'submitted', 'returned']],
];

const isAllowed = (principal: PrincipalName, action: Action, target: TargetName): boolean =>
  ALLOWED.some(([who, what, which]) => who.includes(principal) && what.includes(action) && which.includes(target));

test.each(Object.keys(PRINCIPALS) as PrincipalName[])('A1: %s, with every action on every target', (principal) => {
  for (const action of ACTIONS) {
    for (const target of Object.keys(TARGETS) as TargetName[]) {
      expect([action, target, can(PRINCIPALS[principal], action, TARGETS[target])]).toEqual([
        action,
        target,
        isAllowed(principal, action, target),
      ]);
    }
  }
});

test('A1: nobody outside the organisation sees people, whatever their role and region', () => {
  const people: readonly Action[] = ['roster:read', 'roster:read-masked', 'roster:export', 'scan:upload', 'door:check'];
  for (const role of ROLES) {
    for (const organisation of [NATION, REGION, COUNTY, LABORATORY, OTHER_CITY]) {
      for (const action of people) expect(can(memberOf(organisation, role), action, TARGETS.published)).toBe(false);
    }
  }
});

test.each([
  ['a wider region', REGION, CITY, 'superior'],
  ['the whole country', NATION, COUNTY, 'superior'],
  ['itself', CITY, { ...CITY }, 'own'],
  ['from below', COUNTY, CITY, 'other'],
  ['the same region, another body', COUNTY, LABORATORY, 'other'],
  ['beside', OTHER_CITY, CITY, 'other'],
] as const)('relation: %s', (_, acting, other, relation) => {
  expect(relationOf(acting, other)).toBe(relation);
});

test('what a role may ever do is what it may do with something', () => {
  const targets = Object.values(TARGETS).filter(({ kind }) => kind !== 'public' && kind !== 'account');
  for (const role of ROLES) {
    for (const action of ACTIONS) {
      if (action === 'public:read' || action === 'own:use') continue;
      const isPossible = targets.some((target) =>
        [memberOf(CITY, role), memberOf(REGION, role)].some(
          (member) => (action !== 'event:read' || role !== 'door') && can(member, action, target),
        ),
      );
      expect([role, action, mayEver(role, action)]).toEqual([role, action, isPossible]);
    }
  }
});

test.each([
  ['an admin, in its own region', 'admin', CITY, '540100', true],
  ['an admin, below', 'admin', CITY, '540102', true],
  ['an admin, above', 'admin', CITY, '540000', false],
  ['an admin, beside', 'admin', CITY, '540200', false],
  ['an admin, everywhere', 'admin', CITY, '100000', false],
  ['an editor', 'editor', CITY, '540102', false],
  ['somebody at the door', 'door', CITY, '540102', false],
] as const)('A2: %s', (_, role, organisation, region, expected) => {
  expect(canGrant({ role, organisation }, region)).toBe(expected);
});
