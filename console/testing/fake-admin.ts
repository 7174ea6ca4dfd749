import * as v from 'valibot';
import { RoleSchema } from '../../domain/organisation/member';
import { TOKEN_SCOPES } from '../../domain/permission';
import { at } from './fake-data';
import { done, type FakeAnswer, type FakeRequest, type FakeRoute, type FakeState, ok, refuse } from './fake-state';

const O = '/api/v1/organisations/:org';
const CREATED_AT = at(0);
const ChangeSchema = v.object({ role: v.optional(RoleSchema), events: v.optional(v.array(v.string())) });
const NewTokenSchema = v.object({ name: v.string(), scopes: v.array(v.picklist(TOKEN_SCOPES)) });
const SettingsSchema = v.object({ approval: v.picklist(['off', 'first', 'all']) });

export function adminRoutes(state: FakeState): readonly FakeRoute[] {
  const proven =
    (handle: (request: FakeRequest) => FakeAnswer) =>
    (request: FakeRequest): FakeAnswer =>
      state.isProven ? handle(request) : refuse(403, 'proof-required');
  const isLastAdmin = (id: string | undefined): boolean =>
    state.members.filter(({ role }) => role === 'admin').every((member) => member.id === id);

  return [
    [
      `GET ${O}/organisations`,
      ({ params }) =>
        ok({
          organisations: state.organisations
            .filter(({ above }) => above === params.org)
            .map(({ id, name, region }) => ({ id, name, region, members: 2 })),
          approval: state.organisations.find(({ id }) => id === params.org)?.approval ?? 'off',
        }),
    ],
    [
      `POST ${O}/organisations`,
      ({ params, body }) => {
        const organisation = {
          ...{ id: state.id('org'), name: String(body.name), region: String(body.region) },
          ...{ above: params.org ?? null, approval: 'off' as const },
        };
        state.organisations.push(organisation);
        return ok({ organisation, token: 'first-admin-token' }, 201);
      },
    ],
    [
      `PATCH ${O}/settings`,
      ({ params, body }) => {
        const { approval } = v.parse(SettingsSchema, body);
        for (const each of state.organisations) if (each.id === params.org) each.approval = approval;
        return ok({ approval });
      },
    ],
    [`GET ${O}/members`, () => ok({ members: state.members })],
    [
      `PATCH ${O}/members/:id`,
      proven(({ params, body }) => {
        const { role, events } = v.parse(ChangeSchema, body);
        if (role !== undefined && role !== 'admin' && isLastAdmin(params.id)) return refuse(409, 'last-admin');
        state.members = state.members.map((each) =>
          each.id === params.id ? { ...each, ...(role !== undefined && { role }), ...(events && { events }) } : each,
        );
        return ok(state.members.find(({ id }) => id === params.id));
      }),
    ],
    [
      `DELETE ${O}/members/:id`,
      proven(({ params }) => {
        if (isLastAdmin(params.id)) return refuse(409, 'last-admin');
        state.members = state.members.filter(({ id }) => id !== params.id);
        return done;
      }),
    ],
    [`POST ${O}/members/:id/reset`, proven(() => ok({ token: 'Rk9-new-reset-token', expiresAt: at(1) }, 201))],
    [`GET ${O}/invitations`, () => ok({ invitations: state.invitations })],
    [
      `POST ${O}/invitations`,
      proven(({ body }) => {
        state.invitations.push({ id: state.id('invitation'), role: v.parse(RoleSchema, body.role), expiresAt: at(7) });
        return ok({ id: 'invitation', token: 'Zk3-new-invitation-token', expiresAt: at(7) }, 201);
      }),
    ],
    [
      `DELETE ${O}/invitations/:id`,
      ({ params }) => {
        state.invitations = state.invitations.filter(({ id }) => id !== params.id);
        return done;
      },
    ],
    [`GET ${O}/tokens`, () => ok({ tokens: state.tokens })],
    [
      `POST ${O}/tokens`,
      proven(({ body }) => {
        const id = state.id('token');
        state.tokens.push({ id, ...v.parse(NewTokenSchema, body), createdAt: CREATED_AT, lastUsedAt: null });
        return ok({ id, token: 'qm_5f2c-shown-once' }, 201);
      }),
    ],
    [
      `DELETE ${O}/tokens/:id`,
      proven(({ params }) => {
        state.tokens = state.tokens.filter(({ id }) => id !== params.id);
        return done;
      }),
    ],
    [
      `GET ${O}/audit`,
      ({ query }) => {
        const half = Math.ceil(state.audit.length / 2);
        return query.get('before') === null
          ? ok({ lines: state.audit.slice(0, half), next: '4' })
          : ok({ lines: state.audit.slice(half), next: null });
      },
    ],
  ];
}
