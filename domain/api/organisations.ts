/** What members do in the name of an organisation: who works for it, its tokens, its settings, its log. */
import type { EndpointTable } from './endpoint';

const O = '/api/v1/organisations/:org';

export const ORGANISATIONS = {
  below: { method: 'GET', path: `${O}/organisations`, access: 'organisation:read' },
  createBelow: { method: 'POST', path: `${O}/organisations`, access: 'organisation:create', fresh: true },
  settings: { method: 'PATCH', path: `${O}/settings`, access: 'settings:manage' },
  members: { method: 'GET', path: `${O}/members`, access: 'member:read' },
  changeMember: { method: 'PATCH', path: `${O}/members/:id`, access: 'member:manage', fresh: true },
  removeMember: { method: 'DELETE', path: `${O}/members/:id`, access: 'member:manage', fresh: true },
  resetMember: { method: 'POST', path: `${O}/members/:id/reset`, access: 'member:manage', fresh: true },
  invitations: { method: 'GET', path: `${O}/invitations`, access: 'member:manage' },
  invite: { method: 'POST', path: `${O}/invitations`, access: 'member:manage', fresh: true },
  revokeInvitation: { method: 'DELETE', path: `${O}/invitations/:id`, access: 'member:manage' },
  tokens: { method: 'GET', path: `${O}/tokens`, access: 'token:manage' },
  createToken: { method: 'POST', path: `${O}/tokens`, access: 'token:manage', fresh: true },
  revokeToken: { method: 'DELETE', path: `${O}/tokens/:id`, access: 'token:manage', fresh: true },
  audit: { method: 'GET', path: `${O}/audit`, access: 'audit:read' },
} as const satisfies EndpointTable;
