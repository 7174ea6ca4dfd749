import { at, CAMPAIGN, PROGRAMME } from './fake-data';
import { CODE, done, type FakeRoute, type FakeState, ok, refuse } from './fake-state';

const INVITE = 'good-invitation';
const RESET = 'good-reset';

function me(state: FakeState): object {
  const member = state.members.find(({ id }) => id === state.member);
  return {
    member: { id: state.member, name: member?.name ?? '' },
    organisations: state.organisations
      .filter(({ id }) => id === 'lasa')
      .map(({ id, name, region }) => ({ id, name, region, role: state.role })),
    secondFactor: state.secondFactor,
    ...(state.wechat && { wechat: true }),
    ...(state.secondFactorRequired && !state.secondFactor && { secondFactorRequired: true }),
  };
}

/** `login`/`PASSWORD` signs in; the login `second` asks for `CODE` too; `locked` has failed too often. */
export function sessionRoutes(state: FakeState): readonly FakeRoute[] {
  let isInvitationUsed = false;
  return [
    [
      'POST /api/v1/staff/sessions',
      ({ body }) => {
        if (body.login === 'locked') return refuse(429, 'too-many-requests', { retryAfter: 30 });
        if (body.password !== state.password) return refuse(401, 'sign-in-failed');
        if (body.login === 'second' && body.code === undefined) return refuse(401, 'code-required');
        if (body.code !== undefined && body.code !== CODE) return refuse(401, 'sign-in-failed');
        state.member = 'm-1';
        return ok(me(state), 201);
      },
    ],
    ['GET /api/v1/staff/me', () => ok(me(state))],
    [
      'DELETE /api/v1/staff/sessions/current',
      () => {
        state.member = null;
        return done;
      },
    ],
    [
      'GET /api/v1/staff/sessions',
      () =>
        ok({
          sessions: [
            { id: 's-1', startedAt: at(0, 8), lastSeenAt: at(0), device: 'Chrome · Windows', current: true },
            { id: 's-2', startedAt: at(-1, 14), lastSeenAt: at(-1, 16), device: 'Edge · Windows', current: false },
          ],
        }),
    ],
    ['DELETE /api/v1/staff/sessions/:id', () => done],
    [
      'POST /api/v1/staff/proof',
      ({ body }) => {
        if (body.password !== state.password && body.code !== CODE) return refuse(401, 'sign-in-failed');
        state.isProven = true;
        return done;
      },
    ],
    [
      'POST /api/v1/staff/second-factor',
      () =>
        ok(
          { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Quality:lasa?secret=JBSWY3DPEHPK3PXP&issuer=Quality' },
          201,
        ),
    ],
    [
      'POST /api/v1/staff/second-factor/confirm',
      ({ body }) => {
        if (body.code !== CODE) return refuse(400, 'invalid-input', { errors: [{ path: 'code', code: 'wrong-code' }] });
        state.secondFactor = true;
        return ok({ recoveryCodes: ['k7rm-2p9x', 'w4tn-8v3c', 'h6ys-5d1f', 'b9ze-7g2k', 'q3ua-6j8n', 'm5xl-4r7t'] });
      },
    ],
    [
      'PUT /api/v1/staff/password',
      ({ body }) => {
        if (body.password !== state.password) return refuse(401, 'sign-in-failed');
        if (body.next === 'password1234') {
          return refuse(400, 'invalid-input', { errors: [{ path: 'next', code: 'common-password' }] });
        }
        state.password = String(body.next);
        return done;
      },
    ],
    [
      'GET /api/v1/password-resets/:token',
      ({ params }) => (params.token === RESET ? ok({ login: 'baima' }) : refuse(410, 'reset-gone')),
    ],
    [
      'POST /api/v1/password-resets/:token',
      ({ body }) => {
        state.password = String(body.password);
        return done;
      },
    ],
    ['GET /api/v1/staff/phones', () => ok({ phones: state.phones })],
    ['POST /api/v1/staff/phones', () => ok({ code: 'HQ7MK2PX', number: '27', expiresAt: at(0, 10) }, 201)],
    [
      'DELETE /api/v1/staff/phones/:id',
      ({ params }) => {
        state.phones = state.phones.filter(({ id }) => id !== params.id);
        return done;
      },
    ],
    [
      'GET /api/v1/invitations/:token',
      ({ params }) =>
        params.token === INVITE && !isInvitationUsed
          ? ok({ organisation: { name: '拉萨市市场监督管理局（示例）', region: '540100' }, role: 'editor' })
          : refuse(410, 'invite-gone'),
    ],
    [
      'POST /api/v1/invitations/:token/accept',
      ({ body }) => {
        if (body.login === 'lasa') return refuse(409, 'login-taken');
        if (body.password === 'password1234') {
          return refuse(400, 'invalid-input', { errors: [{ path: 'password', code: 'too-common' }] });
        }
        isInvitationUsed = true;
        state.member = 'm-1';
        return ok(me(state), 201);
      },
    ],
    ['GET /api/v1/campaigns', () => ok({ campaigns: [CAMPAIGN] })],
    ['GET /api/v1/feed', () => ok({ programme: PROGRAMME })],
  ];
}
