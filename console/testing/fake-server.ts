/**
 * The staff API in memory, as the console's contract has it: for component tests, and behind `serve-fake.ts` for a
 * browser. It knows one password, one code, and no clock but the one that it is given.
 */
import { adminRoutes } from './fake-admin';
import { campaignRoutes } from './fake-campaigns';
import { eventRoutes } from './fake-events';
import { importRoutes } from './fake-imports';
import { onSiteRoutes } from './fake-on-site';
import { reportRoutes } from './fake-reports';
import { rosterRoutes } from './fake-roster';
import { sessionRoutes } from './fake-sessions';
import { summaryRoutes } from './fake-summaries';
import { type FakeAnswer, type FakeRoute, FakeState, refuse } from './fake-state';

interface Told {
  readonly method: string;
  readonly path: string;
  readonly rev: number | null;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Sent {
  readonly method: string;
  /** With the query. */
  readonly url: string;
  readonly ifMatch?: string | undefined;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly file?: string | null;
}

const OPEN = /^\/api\/v1\/(staff\/sessions|invitations\/|password-resets\/|campaigns|feed)/;

export class FakeServer {
  readonly state = new FakeState();
  /** Every request that came, for tests. */
  readonly told: Told[] = [];
  /** The address of each, with its query. */
  readonly asked: string[] = [];
  private readonly routes: readonly FakeRoute[];

  constructor() {
    const { state } = this;
    this.routes = [
      ...sessionRoutes(state),
      ...eventRoutes(state),
      ...importRoutes(state),
      ...onSiteRoutes(state),
      ...rosterRoutes(state),
      ...summaryRoutes(state),
      ...reportRoutes(),
      ...campaignRoutes(),
      ...adminRoutes(state),
    ];
  }

  answer({ method, url, ifMatch, body = {}, file = null }: Sent): FakeAnswer {
    const { pathname, searchParams } = new URL(url, 'http://fake');
    const rev = ifMatch === undefined ? null : Number(ifMatch.replaceAll('"', ''));
    this.asked.push(url);
    this.told.push({ method, path: pathname, rev, body });
    const isOpen = OPEN.test(pathname) && !pathname.startsWith('/api/v1/staff/sessions/') && method !== 'GET';
    const isPublic = /^\/api\/v1\/(invitations\/|password-resets\/|campaigns|feed)/.test(pathname);
    if (this.state.member === null && !isOpen && !isPublic) return refuse(401, 'unauthorized');
    for (const [route, handle] of this.routes) {
      const params = match(route, method, pathname);
      if (params !== null) return handle({ method, params, query: searchParams, rev, body, file });
    }
    return refuse(404, 'not-found');
  }
}

function match(route: string, method: string, pathname: string): Readonly<Record<string, string>> | null {
  const [wanted = '', path = ''] = route.split(' ');
  if (wanted !== method) return null;
  const pattern = path.replace(/\./g, '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)');
  const found = new RegExp(`^${pattern}$`).exec(pathname);
  return found === null
    ? null
    : Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]));
}
