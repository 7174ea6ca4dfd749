import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { SessionAnswerSchema } from '../domain/account';
import type { WireSignUpTerms } from '../domain/event/event';
import { type SignUp, SignUpAnswerSchema } from '../domain/sign-up/sign-up';
import { dayFromNow } from './event-fixture';
import type { TestServer } from './test-server';

/** Terms that are open now, for 20 visitors unless said otherwise. */
export function openTerms(part: Partial<WireSignUpTerms> = {}): WireSignUpTerms {
  return {
    form: 'visit',
    opensAt: `${dayFromNow(-1)}T09:00:00+08:00`,
    closesAt: `${dayFromNow(1)}T12:00:00+08:00`,
    capacity: 20,
    maxParty: Math.min(4, part.capacity ?? 4),
    ...part,
  };
}

/** Somebody else, with a phone of their own. */
export interface OtherUser {
  signUp(eventId: string, partySize?: number): Promise<SignUp>;
  cancel(id: string): Promise<void>;
  /** Empty while it has none to show. */
  ticketOf(id: string): Promise<string>;
}

const ConsentSchema = v.object({ campaign: v.object({ consent: v.object({ version: v.string() }) }) });

export async function newOtherUser({ origin }: Pick<TestServer, 'origin'>): Promise<OtherUser> {
  const feed = await fetch(`${origin}/api/v1/feed?region=100000`);
  const consent = v.parse(ConsentSchema, await feed.json()).campaign.consent.version;
  const post = async (path: string, body: unknown, token?: string): Promise<unknown> => {
    const answer = await fetch(`${origin}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const { token } = v.parse(SessionAnswerSchema, await post('sessions', { kind: 'device' }));
  return {
    signUp: async (eventId, partySize = 1) => {
      const form = { contactName: '达娃', mobile: '13900139000', partySize };
      const answer = await post('sign-ups', { id: randomUUID(), eventId, consent, form }, token);
      return v.parse(SignUpAnswerSchema, answer).signUp;
    },
    cancel: async (id) => {
      await post(`sign-ups/${id}/cancel`, {}, token);
    },
    ticketOf: async (id) => {
      const answer = await fetch(`${origin}/api/v1/sign-ups/${id}`, { headers: { authorization: `Bearer ${token}` } });
      return v.parse(SignUpAnswerSchema, await answer.json()).signUp.ticket ?? '';
    },
  };
}

const TakenSchema = v.record(v.string(), v.object({ taken: v.number() }));

/** Waits until so many seats of an event are taken, by the server's word, which is up to a second old. */
export async function waitTaken({ origin }: TestServer, eventId: string, wanted: number): Promise<void> {
  const until = performance.now() + 10_000;
  for (;;) {
    const answer = await fetch(`${origin}/api/v1/availability?ids=${eventId}`);
    const taken = v.parse(TakenSchema, await answer.json())[eventId]?.taken;
    if (taken === wanted) return;
    if (performance.now() > until) throw new Error(`${taken ?? 'no'} seats of ${eventId} are taken, not ${wanted}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
