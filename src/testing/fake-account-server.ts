/** A server for tests that knows accounts, sign-ups and notices, as far as the phone can tell. */
import type { EventId } from '../../domain/ids';
import type { QualityEvent } from '../../domain/event/event';
import { eventNamed, toWireEvent } from '../../domain/testing/fake-feed-server';
import type { Scripted, Sent } from './fake-phone-state';
import type { WireNotice } from '../../domain/notice/inbox';
import type { WireSignUp } from '../../domain/sign-up/sign-up';

export const EVENT: QualityEvent = eventNamed('open-day', 3, {
  signUp: {
    form: 'visit',
    opensAt: '2026-09-01T08:00:00+08:00',
    closesAt: '2026-09-17T18:00:00+08:00',
    capacity: 40,
    maxParty: 5,
  },
});

export const VISIT = { contactName: '王小明', mobile: '13800138000', partySize: 2 };

const json = (status: number, body: unknown): Scripted => ({ status, body: JSON.stringify(body) });
export const problem = (status: number, code: string, errors?: unknown): Scripted => json(status, { code, errors });

export class AccountServer {
  readonly signUps = new Map<string, WireSignUp>();
  readonly notices: WireNotice[] = [];
  readUpTo = 0;
  events: QualityEvent[] = [EVENT];
  /** Tokens given out that still hold. */
  readonly tokens = new Set<string>();
  private sessions = 0;
  /** Answers to give instead, one after the other, by what is asked: `POST /api/v1/sign-ups`. */
  readonly instead = new Map<string, Scripted[]>();
  /** Carries out the next sign-up, but its answer is lost. */
  loseReply = false;
  status: WireSignUp['status'] = 'confirmed';

  answer(url: string, sent: Sent): Scripted {
    const path = url.split('?')[0] ?? url;
    const asked = `${sent.method} ${path}`;
    const scripted = this.instead.get(asked)?.shift();
    if (scripted !== undefined) return scripted;
    if (asked === 'POST /api/v1/sessions') return this.open();
    if (!this.tokens.has(sent.authorization.replace('Bearer ', ''))) return problem(401, 'unauthorized');
    if (asked === 'POST /api/v1/sign-ups') return this.signUp(sent.body as { id: string; eventId: EventId });
    if (asked === 'GET /api/v1/sign-ups') {
      return json(200, { signUps: [...this.signUps.values()].reverse(), events: this.events.map(toWireEvent) });
    }
    if (asked === 'GET /api/v1/inbox') {
      const after = Number(new URL(url, 'http://x').searchParams.get('after'));
      const notices = this.notices.filter(({ id }) => id > after);
      return json(200, { notices: notices.slice(0, 2), readUpTo: this.readUpTo, more: notices.length > 2 });
    }
    if (asked === 'POST /api/v1/inbox/read') {
      this.readUpTo = (sent.body as { upTo: number }).upTo;
      return { status: 204, body: '' };
    }
    if (path.endsWith('/cancel')) return this.cancel(path.split('/')[4] ?? '');
    if (asked === 'DELETE /api/v1/me') return { status: 204, body: '' };
    return problem(404, 'not-found');
  }

  private open(): Scripted {
    this.sessions += 1;
    const token = `t${this.sessions}`.padEnd(43, '0');
    this.tokens.add(token);
    return json(201, { token, account: { id: `account-${this.sessions}` } });
  }

  private signUp({ id, eventId }: { id: string; eventId: EventId }): Scripted {
    const signUp: WireSignUp = this.signUps.get(id) ?? {
      id,
      eventId,
      status: this.status,
      seats: 2,
      createdAt: '2026-09-10T09:00:00+08:00',
      ...(this.status === 'confirmed' ? { ticket: 'ABCDEFGH23' } : { position: 2, waitReason: 'full' as const }),
    };
    this.signUps.set(id, signUp);
    if (this.loseReply) {
      this.loseReply = false;
      return 'timeout';
    }
    return json(201, { signUp });
  }

  private cancel(id: string): Scripted {
    const signUp = this.signUps.get(id);
    if (signUp === undefined) return problem(404, 'sign-up-not-found');
    const { eventId, seats, createdAt } = signUp;
    const cancelled: WireSignUp = { id, eventId, seats, createdAt, status: 'cancelled' };
    this.signUps.set(id, cancelled);
    return json(200, { signUp: cancelled });
  }
}
