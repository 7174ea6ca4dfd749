/** For the operator of the server, and what chats read of a shared link. */
import type { EndpointTable } from './endpoint';

export const OPERATIONS = {
  health: { method: 'GET', path: '/healthz', access: 'public' },
  readiness: { method: 'GET', path: '/readyz', access: 'public' },
  metrics: { method: 'GET', path: '/metrics', access: 'public' },
  description: { method: 'GET', path: '/api/openapi.json', access: 'public' },
  sharePage: { method: 'GET', path: '/e/:id', access: 'public' },
} as const satisfies EndpointTable;
