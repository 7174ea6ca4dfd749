import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { type Endpoint } from '../domain/api/endpoint';
import { ENDPOINTS } from '../domain/api/table';
import { NewTokenSchema } from '../domain/organisation/member';
import type { Role } from '../domain/permission';
import { NOW, TOKEN, type Answer, type TestApp } from './testing/app';
import { ENGINES } from './testing/database';
import { newParticipant } from './testing/participants';
import { nameOf } from './testing/routes';
import { newMember, newOrganisation, ORIGIN } from './testing/staff';
import { useTestServer } from './testing/test-server';

/** Which roles of the organisation itself get further than the guard. Written apart from the code (docs/rules.md, A1). */
const ADMIN: readonly Role[] = ['admin'];
const EDITOR: readonly Role[] = ['admin', 'editor'];
const VIEWER: readonly Role[] = ['admin', 'editor', 'viewer'];
const ROLES_OF: Readonly<Record<string, readonly Role[]>> = {
  'organisation:read': VIEWER,
  'organisation:create': ADMIN,
  'settings:manage': ADMIN,
  'member:read': EDITOR,
  'member:manage': ADMIN,
  'token:manage': ADMIN,
  'audit:read': ADMIN,
  'campaign:manage': ADMIN,
  'event:read': VIEWER,
  'event:count': VIEWER,
  'event:edit': EDITOR,
  'summary:read': VIEWER,
  'summary:write': EDITOR,
  'summary:decide': EDITOR,
  'event:approve': EDITOR,
  'roster:read-masked': ['admin', 'editor', 'door'],
  'roster:read': EDITOR,
  'roster:export': EDITOR,
  'device:manage': EDITOR,
  'door:check': ['admin', 'editor', 'door'],
  'scan:settle': EDITOR,
};

const isOfOrganisation = ({ path }: Endpoint): boolean => path.startsWith('/api/v1/organisations/:org');
const ofOrganisation = ENDPOINTS.filter(isOfOrganisation);
const ofStaff = ENDPOINTS.filter(({ access }) => access === 'staff');

/** Without what differs by the moment. */
const faceOf = ({ status, text, headers }: Answer): unknown => {
  const { date, 'content-length': length, ...rest } = headers;
  return [status, text, rest, typeof date, length];
};

describe.each(ENGINES)('A1: every route of members, asked as everybody, on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let org: string;
  beforeEach(async () => {
    at = await testServer.openFresh({ now: () => NOW });
    org = await newOrganisation(testServer.database.db, '540100');
    await newMember(at, testServer.database.db, org, 'admin');
  });
  type Headers = Readonly<Record<string, string>>;
  const ask = ({ method, path }: Endpoint, headers: Headers, to = org): Promise<Answer> =>
    at.ask({
      method,
      url: path.replace(':org', to).replace(':id', randomUUID()),
      headers: { origin: ORIGIN, ...headers },
      ...(method === 'GET' || method === 'DELETE' ? {} : { payload: {} }),
    });
  const member = async (organisation: string, role: Role): Promise<Headers> => ({
    cookie: (await newMember(at, testServer.database.db, organisation, role)).cookie,
  });
  const memberIn = async (region: string, role: Role): Promise<Headers> =>
    member(await newOrganisation(testServer.database.db, region), role);

  const revokedMember = async (): Promise<Headers> => {
    const boss = await newMember(at, testServer.database.db, org, 'admin');
    const gone = await newMember(at, testServer.database.db, org, 'admin');
    expect((await boss.ask('DELETE', `organisations/${org}/members/${gone.id}`)).status).toBe(204);
    return { cookie: gone.cookie };
  };
  const endedSession = async (): Promise<Headers> => {
    const { ask: act, cookie } = await newMember(at, testServer.database.db, org, 'admin');
    expect((await act('DELETE', 'staff/sessions/current')).status).toBe(204);
    return { cookie };
  };

  test.each([
    ['nobody', () => Promise.resolve({})],
    ['a citizen', async () => ({ authorization: `Bearer ${(await newParticipant(at)).token}` })],
    ['the operator', () => Promise.resolve({ authorization: `Bearer ${TOKEN}` })],
    ['a cookie that nobody has', () => Promise.resolve({ cookie: `staff=${'A'.repeat(43)}` })],
    ['an empty cookie', () => Promise.resolve({ cookie: 'staff=' })],
    ['a member who was removed', revokedMember],
    ['a session that was ended', endedSession],
  ] as const)('%s: 401 everywhere, whatever the body', async (_, make) => {
    const headers = await make();
    for (const endpoint of [...ofOrganisation, ...ofStaff]) {
      const answer = await ask(endpoint, headers);
      expect([nameOf(endpoint), answer.status, answer.json()]).toEqual([
        nameOf(endpoint),
        401,
        expect.objectContaining({ code: 'unauthorized' }),
      ]);
    }
  });

  test.each([
    ['a sibling’s admin', () => memberIn('540200', 'admin')],
    ['an admin below', () => memberIn('540102', 'admin')],
    ['a superior’s admin', () => memberIn('540000', 'admin')],
    ['the nation’s admin', () => memberIn('100000', 'admin')],
    ['an admin of the same region', () => memberIn('540100', 'admin')],
  ] as const)('%s: exactly as if the organisation were not there', async (_, make) => {
    const headers = await make();
    for (const endpoint of ofOrganisation) {
      const missing = await ask(endpoint, headers, randomUUID());
      expect([nameOf(endpoint), missing.status]).toEqual([nameOf(endpoint), 404]);
      for (const to of [org, 'no-id', '%00']) {
        expect([nameOf(endpoint), faceOf(await ask(endpoint, headers, to))]).toEqual([
          nameOf(endpoint),
          faceOf(missing),
        ]);
      }
    }
  });

  test.each(['admin', 'editor', 'viewer', 'door'] as const)(
    'its own %s: what the role may, and else 404',
    async (role) => {
      const headers = await member(org, role);
      for (const endpoint of ofOrganisation) {
        const isAllowed = ROLES_OF[endpoint.access]?.includes(role) ?? false;
        const answer = await ask(endpoint, headers);
        const isRow = /:id|:campaign/.test(endpoint.path);
        const isFile = /\/(?:imports|pictures)$/.test(endpoint.path);
        const missing = await ask(endpoint, headers, randomUUID());
        if (!isAllowed) expect([nameOf(endpoint), faceOf(answer)]).toEqual([nameOf(endpoint), faceOf(missing)]);
        // An empty body is refused, and a made-up row is not there; but that comes after the guard.
        else if (endpoint.method === 'GET')
          expect([nameOf(endpoint), answer.status]).toEqual([nameOf(endpoint), isRow ? 404 : 200]);
        else if (endpoint.method !== 'DELETE')
          expect([nameOf(endpoint), isFile ? [415] : isRow ? [400, 404] : [400]]).toEqual([
            nameOf(endpoint),
            expect.arrayContaining([answer.status]),
          ]);
        else expect([nameOf(endpoint), answer.status]).toEqual([nameOf(endpoint), isRow ? 404 : 200]);
      }
    },
  );

  test.each([
    ['publish', ['publish']],
    ['read', ['read']],
    ['every scope', ['publish', 'read']],
  ] as const)('a token with %s: nothing of members, nobody on a roster, no decision', async (_, scopes) => {
    const boss = await newMember(at, testServer.database.db, org, 'admin');
    const made = await boss.ask('POST', `organisations/${org}/tokens`, { name: '门户', scopes });
    const { id, token } = v.parse(NewTokenSchema, made.json());
    const headers = { authorization: `Bearer ${token}` };
    const closed = ofOrganisation.filter(({ access }) => !['event:read', 'event:edit', 'event:count'].includes(access));
    for (const endpoint of closed) expect((await ask(endpoint, headers)).status).toBe(404);
    for (const endpoint of ofStaff) expect((await ask(endpoint, headers)).status).toBe(401);
    await boss.ask('DELETE', `organisations/${org}/tokens/${id}`);
    for (const endpoint of ofOrganisation) expect((await ask(endpoint, headers)).status).toBe(401);
  });

  test('an organisation that was closed is nobody’s', async () => {
    const boss = await newMember(at, testServer.database.db, org, 'admin');
    const { organisation } = await import('./db/organisation-schema');
    await testServer.database.db.update(organisation).set({ state: 'closed' });
    for (const endpoint of ofOrganisation) {
      expect([nameOf(endpoint), (await ask(endpoint, { cookie: boss.cookie })).status]).toEqual([
        nameOf(endpoint),
        404,
      ]);
    }
  });

  test('every endpoint of an organisation stands in the table above', () => {
    for (const { access } of ofOrganisation) expect(Object.keys(ROLES_OF)).toContain(access);
    expect(ofOrganisation.length).toBeGreaterThan(10);
  });
});
