/** For other sites: feeds of events to subscribe to, and a page to frame. */
import type { EndpointTable } from './endpoint';

export const SYNDICATION = {
  atom: { method: 'GET', path: '/api/v1/events.atom', access: 'public' },
  rss: { method: 'GET', path: '/api/v1/events.rss', access: 'public' },
  embed: { method: 'GET', path: '/embed', access: 'public' },
} as const satisfies EndpointTable;
