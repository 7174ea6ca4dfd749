/**
 * This phone as a member's (docs/rules.md, access A5). Nothing of it is stored: the server says at each opening whom the
 * phone is bound to, and what was shown goes from memory with the first answer that says nobody.
 */
import type * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { PHONE_BINDING, STAFF } from '../../domain/api/staff';
import { PairingOfferSchema, StaffMeSchema, type StaffMe } from '../../domain/organisation/member';
import { call, type Called, type Endpoint, type Question } from './call';
import { callAsAccount, sessionToken } from './session';

const ME = { ...STAFF.me, answer: StaffMeSchema } as const;
const OFFER = { ...PHONE_BINDING.pairingOffer, answer: PairingOfferSchema } as const;
const BIND = { ...PHONE_BINDING.bindPhone, answer: PairingOfferSchema } as const;

export type Offer = v.InferOutput<typeof PairingOfferSchema>;

export type MemberState =
  /** `unknown`: not asked yet. `unreached`: asked without an answer. */
  { readonly status: 'unknown' | 'unbound' | 'unreached' } | { readonly status: 'bound'; readonly me: StaffMe };

const store = createStore<{ readonly member: MemberState }>(() => ({ member: { status: 'unknown' } }));

export const useMember = (): MemberState => useStore(store, ({ member }) => member);

/** Forgets the member; what is shown of them goes with it. */
export function forgetMember(): void {
  store.setState({ member: { status: 'unknown' } });
}

/** Asks as the member. A 401 says that the phone is bound to nobody, unless it is of a wrong password; the account and its session are not touched by it. */
export async function callAsMember<Value>(endpoint: Endpoint<Value>, question: Question = {}): Promise<Called<Value>> {
  const token = sessionToken();
  const answer: Called<Value> =
    token === null ? { ok: false, reason: 'no-session' } : await call(endpoint, question, token);
  if (answer.ok) return answer;
  const isNobody = answer.reason === 'http' && answer.status === 401 && answer.code !== 'sign-in-failed';
  if (answer.reason === 'no-session' || isNobody) {
    store.setState({ member: { status: 'unbound' } });
  }
  return answer;
}

/** Whom the phone is bound to now. Without an answer, what was known stays. */
export async function pullMember(): Promise<void> {
  const answer = await callAsMember(ME);
  if (answer.ok) store.setState({ member: { status: 'bound', me: answer.value } });
  else if (store.getState().member.status === 'unknown') store.setState({ member: { status: 'unreached' } });
}

/** As whom the phone would act. */
export const fetchOffer = (code: string): Promise<Called<Offer>> =>
  callAsAccount(OFFER, { body: { code }, create: true });

/** `number`: the one that the console shows. `name`: the phone's, for the member's list. */
export async function bindPhone(body: {
  readonly code: string;
  readonly number: string;
  readonly name: string;
}): Promise<Called<Offer>> {
  const answer = await callAsAccount(BIND, { body, create: true });
  if (answer.ok) {
    forgetMember();
    await pullMember();
  }
  return answer;
}
