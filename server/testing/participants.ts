/** People who sign up, through the real routes. */
import type { EventId } from '../../domain/ids';
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { SessionAnswerSchema } from '../../domain/account';
import { type InboxPage, InboxPageSchema } from '../../domain/notice/inbox';
import { type SignUp, SignUpAnswerSchema, SignUpListSchema, type SignUpList } from '../../domain/sign-up/sign-up';
import type { Answer, TestApp } from './app';

export const VISIT = { contactName: '王小明', mobile: '13800138000', partySize: 1 };

export interface Participant {
  readonly id: string;
  readonly token: string;
  readonly headers: { readonly authorization: string };
  readonly ask: (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: unknown) => Promise<Answer>;
  /** Signs a party up. */
  readonly trySignUp: (
    eventId: EventId,
    change?: { partySize?: number; id?: string; consent?: string; form?: unknown },
  ) => Promise<Answer>;
  /** The same; throws on a refusal. */
  readonly signUp: (eventId: EventId, partySize?: number) => Promise<SignUp>;
  readonly cancel: (id: string) => Promise<Answer>;
  readonly list: () => Promise<SignUpList>;
  /** The one sign-up that it has. */
  readonly only: () => Promise<SignUp | undefined>;
  readonly inbox: (after?: number) => Promise<InboxPage>;
}

export async function newParticipant(at: TestApp): Promise<Participant> {
  const opened = await at.ask({ method: 'POST', url: '/api/v1/sessions', payload: { kind: 'device' } });
  const { token, account } = v.parse(SessionAnswerSchema, opened.json());
  return participantOf(at, account.id, token);
}

export function participantOf(at: TestApp, id: string, token: string): Participant {
  const headers = { authorization: `Bearer ${token}` };
  const ask: Participant['ask'] = (method, path, payload) =>
    at.ask({ method, url: `/api/v1/${path}`, headers, ...(payload !== undefined && { payload: payload as object }) });
  const trySignUp: Participant['trySignUp'] = (
    eventId,
    { partySize = 1, id: signUpId = randomUUID(), consent = '1', form } = {},
  ) => ask('POST', 'sign-ups', { id: signUpId, eventId, consent, form: form ?? { ...VISIT, partySize } });
  const list: Participant['list'] = async () => v.parse(SignUpListSchema, (await ask('GET', 'sign-ups')).json());
  return {
    id,
    token,
    headers,
    ask,
    trySignUp,
    signUp: async (eventId, partySize) => {
      const answer = await trySignUp(eventId, { ...(partySize !== undefined && { partySize }) });
      if (answer.status !== 201) throw new Error(`sign-up answered ${answer.status}: ${answer.text}`);
      return v.parse(SignUpAnswerSchema, answer.json()).signUp;
    },
    cancel: (signUpId) => ask('POST', `sign-ups/${signUpId}/cancel`),
    list,
    only: async () => (await list()).signUps[0],
    inbox: async (after = 0) => v.parse(InboxPageSchema, (await ask('GET', `inbox?after=${after}`)).json()),
  };
}
