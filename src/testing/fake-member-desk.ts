/** A server for tests that knows one member, the phone that is bound to them, and their events, as far as the phone can tell. */
import type { AccountServer } from './fake-account-server';
import { problem } from './fake-account-server';
import type { Scripted, Sent } from './fake-phone-state';
import { FakeSummary } from './fake-summary';

export const ORG = '11111111-1111-4111-8111-111111111111';
export const CODE = 'c'.repeat(43);
export const NUMBER = '4821';

const json = (status: number, body: unknown): Scripted => ({ status, body: JSON.stringify(body) });
const NAME = '拉萨市市场监督管理局';
const PUBLISHED = { rev: 7, status: 'scheduled', suspended: false };

const row = (id: string, title: string, day: string, part: object = {}): object => ({
  ...{ id, title, region: '540100', regionName: '拉萨市', closesAt: null, rev: 7, state: 'published' },
  startsAt: `2026-09-${day}T10:00:00+08:00`,
  endsAt: `2026-09-${day}T12:00:00+08:00`,
  organisation: { id: ORG, name: NAME },
  ...{ published: PUBLISHED, updatedAt: null, seats: null },
  ...part,
});

const ROWS = [
  row('talk', '质量讲座', '15'),
  row('lab', '走进计量实验室', '10', { seats: { capacity: 40, taken: 3, waiting: 1 } }),
  row('plan', '草稿一', '20', { state: 'draft', published: null }),
];

const PERSON = {
  ...{ id: 's1', state: 'confirmed', seats: 2, signedUpAt: '2026-09-02T08:00:00+08:00' },
} as const;

export class MemberDesk {
  isBound = false;
  organisations: object[] = [{ id: ORG, name: NAME, region: '540100', role: 'editor' }];
  rev = 7;
  approval: 'needed' | 'not-needed' = 'not-needed';
  /** New times that an attempt before has saved and not published. */
  pending: { readonly startsAt: string; readonly endsAt: string } | null = null;
  cancelled: string | null = null;
  readonly summary = new FakeSummary();

  constructor(private readonly account: AccountServer) {}

  answer(url: string, sent: Sent): Scripted {
    const path = (url.split('?')[0] ?? url).replace(/^.*\/api\/v1\//, '');
    if (path.startsWith('phone-bindings')) return this.bind(path, sent);
    if (!path.startsWith('staff/') && !path.startsWith('organisations/')) return this.account.answer(url, sent);
    if (!this.isBound) return problem(401, 'unauthorized');
    const member = { id: 'm', name: '丹增' };
    if (path === 'staff/me') return json(200, { member, organisations: this.organisations, secondFactor: true });
    if (path === 'staff/proof') return this.summary.prove(sent);
    if (this.organisations.length === 0) return problem(404, 'not-found');
    const asked = `${sent.method} ${path.replace(`organisations/${ORG}/`, '')}`;
    return path.includes('/summaries/') ? this.summary.answer(asked, sent) : this.ofEvents(asked, sent);
  }

  private bind(path: string, { body }: Sent): Scripted {
    const { code, number } = body as { code: string; number?: string };
    if (code !== CODE) return problem(410, 'pairing-gone');
    const organisations = [{ name: NAME, region: '540100', regionName: '西藏自治区拉萨市', role: 'editor' }];
    const offer = { member: { name: '丹增' }, organisations };
    if (path === 'phone-bindings/offer') return json(200, offer);
    if (number !== NUMBER) return problem(400, 'wrong-number');
    this.isBound = true;
    return json(201, offer);
  }

  private draft(): object {
    const changes = this.pending === null ? [] : [{ path: 'startsAt', from: null, to: this.pending.startsAt }];
    return {
      ...{ id: 'lab', campaign: '2026', title: '走进计量实验室', rev: this.rev, state: 'published' },
      ...{ startsAt: '2026-09-10T10:00:00+08:00', endsAt: '2026-09-10T12:00:00+08:00', signUp: null },
      ...this.pending,
      organisation: { id: ORG, name: NAME },
      ...{ published: PUBLISHED, approval: this.approval, changes, cleared: [], reason: null, updatedAt: null },
      counts: { taken: 3, waiting: 1, parties: 2 },
    };
  }

  private ofEvents(asked: string, { ifMatch, body }: Sent): Scripted {
    if (asked === 'GET events') return json(200, { events: ROWS, next: null });
    if (asked === 'GET events/lab') return json(200, this.draft());
    if (asked === 'GET events/lab/roster/s1') {
      const values = { contactName: '王小明', mobile: '13800138000', partySize: 2 };
      return json(200, { ...PERSON, ticket: 'ABCDEFGH23', form: { kind: 'visit', values } });
    }
    if (asked === 'GET events/lab/roster') {
      const rows = [{ ...PERSON, name: '王**', mobile: '138****8000', ticket: 'GH23' }];
      const counts = { confirmed: 1, seats: 2, waitlisted: 0 };
      return json(200, { rows, next: null, purgedAt: null, counts });
    }
    if (ifMatch !== `"${this.rev}"`) return problem(409, 'event-changed');
    this.rev += 1;
    if (asked === 'PUT events/lab') return json(200, this.draft());
    if (asked === 'POST events/lab/cancel') this.cancelled = (body as { reason: string }).reason;
    return json(200, { event: this.draft(), told: 2 });
  }
}
