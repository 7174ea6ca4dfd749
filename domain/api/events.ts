/** What members do with their organisation's events, and superiors with those below: drafts, approval, rosters. */
import type { EndpointTable } from './endpoint';

const E = '/api/v1/organisations/:org/events';

const I = '/api/v1/organisations/:org/imports';

export const EVENTS = {
  drafts: { method: 'GET', path: E, access: 'event:read', phone: true },
  createDraft: { method: 'POST', path: E, access: 'event:edit' },
  draft: { method: 'GET', path: `${E}/:id`, access: 'event:read', phone: true },
  saveDraft: { method: 'PUT', path: `${E}/:id`, access: 'event:edit', phone: true },
  deleteDraft: { method: 'DELETE', path: `${E}/:id`, access: 'event:edit' },
  publishDraft: { method: 'POST', path: `${E}/:id/publish`, access: 'event:edit', phone: true },
  submitDraft: { method: 'POST', path: `${E}/:id/submit`, access: 'event:edit', phone: true },
  withdrawDraft: { method: 'POST', path: `${E}/:id/withdraw`, access: 'event:edit', phone: true },
  approveDraft: { method: 'POST', path: `${E}/:id/approve`, access: 'event:approve' },
  returnDraft: { method: 'POST', path: `${E}/:id/return`, access: 'event:approve' },
  suspendEvent: { method: 'POST', path: `${E}/:id/suspend`, access: 'event:approve' },
  resumeEvent: { method: 'POST', path: `${E}/:id/resume`, access: 'event:approve' },
  cancelPublished: { method: 'POST', path: `${E}/:id/cancel`, access: 'event:edit', phone: true },
  cloneEvent: { method: 'POST', path: `${E}/:id/clone`, access: 'event:edit' },
  checkImport: { method: 'POST', path: I, access: 'event:edit' },
  applyImport: { method: 'POST', path: `${I}/:id/apply`, access: 'event:edit' },
  importTemplate: { method: 'GET', path: `${I}/template.xlsx`, access: 'event:edit' },
  markedImport: { method: 'GET', path: `${I}/:id/marked.xlsx`, access: 'event:edit' },
  roster: { method: 'GET', path: `${E}/:id/roster`, access: 'roster:read-masked', phone: true },
  rosterEntry: { method: 'GET', path: `${E}/:id/roster/:signUp`, access: 'roster:read', phone: true },
  exportRoster: { method: 'POST', path: `${E}/:id/roster/export`, access: 'roster:export', fresh: true },
} as const satisfies EndpointTable;
