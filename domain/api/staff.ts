/** What members use for themselves: signing in, sessions, the second factor, phones, invitations. */
import type { EndpointTable } from './endpoint';

export const STAFF = {
  signIn: { method: 'POST', path: '/api/v1/staff/sessions', access: 'public' },
  me: { method: 'GET', path: '/api/v1/staff/me', access: 'staff', phone: true },
  signOut: { method: 'DELETE', path: '/api/v1/staff/sessions/current', access: 'staff' },
  prove: { method: 'POST', path: '/api/v1/staff/proof', access: 'staff', phone: true },
  staffSessions: { method: 'GET', path: '/api/v1/staff/sessions', access: 'staff' },
  endStaffSession: { method: 'DELETE', path: '/api/v1/staff/sessions/:id', access: 'staff' },
  changePassword: { method: 'PUT', path: '/api/v1/staff/password', access: 'staff' },
  startSecondFactor: { method: 'POST', path: '/api/v1/staff/second-factor', access: 'staff', fresh: true },
  confirmSecondFactor: { method: 'POST', path: '/api/v1/staff/second-factor/confirm', access: 'staff', fresh: true },
  removeSecondFactor: { method: 'DELETE', path: '/api/v1/staff/second-factor', access: 'staff', fresh: true },

  phones: { method: 'GET', path: '/api/v1/staff/phones', access: 'staff' },
  startPhone: { method: 'POST', path: '/api/v1/staff/phones', access: 'staff', fresh: true },
  removePhone: { method: 'DELETE', path: '/api/v1/staff/phones/:id', access: 'staff' },

  invitation: { method: 'GET', path: '/api/v1/invitations/:token', access: 'public' },
  passwordReset: { method: 'GET', path: '/api/v1/password-resets/:token', access: 'public' },
  resetPassword: { method: 'POST', path: '/api/v1/password-resets/:token', access: 'public' },
  acceptInvitation: { method: 'POST', path: '/api/v1/invitations/:token/accept', access: 'public' },
} as const satisfies EndpointTable;

/** What a phone asks before and when it is bound to a member. */
export const PHONE_BINDING = {
  pairingOffer: { method: 'POST', path: '/api/v1/phone-bindings/offer', access: 'account' },
  bindPhone: { method: 'POST', path: '/api/v1/phone-bindings', access: 'account' },
} as const satisfies EndpointTable;
