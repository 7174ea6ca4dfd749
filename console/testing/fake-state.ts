/** What the fake server remembers, and the shapes of its routes. */
import * as data from './fake-data';

export interface FakeRequest {
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly rev: number | null;
  readonly body: Readonly<Record<string, unknown>>;
  /** The name of the uploaded file. */
  readonly file: string | null;
}

export interface FakeAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** Instead of JSON. */
  readonly file?: string;
}

export type FakeRoute = readonly [route: string, handle: (request: FakeRequest) => FakeAnswer];

export const ok = (body: unknown, status = 200): FakeAnswer => ({ status, body });
export const done: FakeAnswer = { status: 204 };
export const refuse = (status: number, code: string, more: object = {}): FakeAnswer => ({
  status,
  body: { code, ...more },
});

export const PASSWORD = 'a-long-password';
export const CODE = '123456';

export class FakeState {
  organisations = data.organisations();
  events = data.events();
  onSite = data.onSite();
  people = data.people();
  members = data.members();
  invitations = data.invitations();
  tokens = data.tokens();
  audit = data.auditLines();
  approval: 'off' | 'first' | 'all' = 'all';
  phones: { id: string; name: string; boundAt: string }[] = [];
  /** Who is signed in; `null`: nobody. */
  member: string | null = null;
  role: 'admin' | 'editor' | 'viewer' | 'door' = 'admin';
  secondFactor = false;
  /** The server wants a second factor before anything else. */
  secondFactorRequired = false;
  /** The server knows a mini-program. */
  wechat = false;
  password = PASSWORD;
  isProven = false;
  purgedAt: string | null = null;
  /** By organisation. */
  summaries: Record<string, data.FakeSummary> = {};
  /** When summaries are handed in. */
  summaryNow = data.FAKE_NOW;
  /** Reads of people in full, for tests. */
  opened: string[] = [];
  nextId = 1;

  id(prefix: string): string {
    return `${prefix}-${this.nextId++}`;
  }
}
