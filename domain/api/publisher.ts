/** Publishing with a token: the operator's, or one of an organisation's. */
import type { EndpointTable } from './endpoint';

export const PUBLISHER = {
  publishEvent: { method: 'PUT', path: '/api/v1/events/:id', access: 'publisher' },
  cancelEvent: { method: 'POST', path: '/api/v1/events/:id/cancel', access: 'publisher' },
  removeEvent: { method: 'DELETE', path: '/api/v1/events/:id', access: 'publisher' },
} as const satisfies EndpointTable;
