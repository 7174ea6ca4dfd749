/** What citizens and their phones use. */
import type { EndpointTable } from './endpoint';

export const CITIZEN = {
  feed: { method: 'GET', path: '/api/v1/feed', access: 'public' },
  campaigns: { method: 'GET', path: '/api/v1/campaigns', access: 'public' },
  campaign: { method: 'GET', path: '/api/v1/campaigns/:id', access: 'public' },
  event: { method: 'GET', path: '/api/v1/events/:id', access: 'public' },
  eventFile: { method: 'GET', path: '/api/v1/events/:id.ics', access: 'public' },
  calendar: { method: 'GET', path: '/api/v1/calendar.ics', access: 'public' },
  availability: { method: 'GET', path: '/api/v1/availability', access: 'public' },
  miniProgramCode: { method: 'GET', path: '/api/v1/mini-program-code', access: 'public' },

  openSession: { method: 'POST', path: '/api/v1/sessions', access: 'public' },
  closeSession: { method: 'DELETE', path: '/api/v1/sessions/current', access: 'account' },
  me: { method: 'GET', path: '/api/v1/me', access: 'account' },
  eraseMe: { method: 'DELETE', path: '/api/v1/me', access: 'account' },

  signUp: { method: 'POST', path: '/api/v1/sign-ups', access: 'account' },
  signUps: { method: 'GET', path: '/api/v1/sign-ups', access: 'account' },
  ownSignUp: { method: 'GET', path: '/api/v1/sign-ups/:id', access: 'account' },
  correctSignUp: { method: 'PATCH', path: '/api/v1/sign-ups/:id', access: 'account' },
  /** The same: `wx.request` has no PATCH. */
  correctSignUpByPost: { method: 'POST', path: '/api/v1/sign-ups/:id', access: 'account' },
  cancelSignUp: { method: 'POST', path: '/api/v1/sign-ups/:id/cancel', access: 'account' },

  inbox: { method: 'GET', path: '/api/v1/inbox', access: 'account' },
  readInbox: { method: 'POST', path: '/api/v1/inbox/read', access: 'account' },
  messages: { method: 'GET', path: '/api/v1/messages', access: 'public' },
  grantMessages: { method: 'POST', path: '/api/v1/messages/grants', access: 'account' },
} as const satisfies EndpointTable;
