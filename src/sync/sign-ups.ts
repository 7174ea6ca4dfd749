/** My sign-ups: the stored copy at once, readable offline; then as the server has them. */
import { CITIZEN } from '../../domain/api/citizen';
import * as v from 'valibot';
import { useStore } from 'zustand';
import type { QualityEvent } from '../../domain/event/event';
import { type SignUp, SignUpAnswerSchema, SignUpListSchema, StoredSignUpSchema } from '../../domain/sign-up/sign-up';
import { coalesce } from './coalesce';
import { dropUnheldEvents, holdEvents, keepEvent, updateKnownEvents } from './known-events';
import { persisted } from './persisted';
import { callAsAccount } from './session';

const LIST = { ...CITIZEN.signUps, answer: SignUpListSchema } as const;
const CANCEL = { ...CITIZEN.cancelSignUp, answer: SignUpAnswerSchema } as const;

export interface MySignUpsState {
  readonly signUps: readonly SignUp[];
}

const StoredSchema = v.object({ signUps: v.array(v.unknown()) });

/** One that does not parse is left out; the server has it. */
function toSignUps({ signUps }: v.InferOutput<typeof StoredSchema>): MySignUpsState {
  return {
    signUps: signUps.flatMap((signUp) => {
      const parsed = v.safeParse(StoredSignUpSchema, signUp);
      return parsed.success ? [parsed.output] : [];
    }),
  };
}

const { store, update, refresh } = persisted<MySignUpsState, v.InferOutput<typeof StoredSchema>>({
  key: 'sign-ups',
  version: 1,
  schema: StoredSchema,
  empty: { signUps: [] },
  toState: toSignUps,
  toStored: (state) => state,
  owner: 'account',
  missed: 'ticket',
});
export const mySignUps = store;

holdEvents({
  owner: 'account',
  missed: 'ticket',
  refresh,
  ids: () => store.getState().signUps.map(({ eventId }) => eventId),
});

/** The smallest slice that a screen needs. */
export function useMySignUps<T>(selector: (state: MySignUpsState) => T): T {
  return useStore(mySignUps, selector);
}

/** One sign-up as the server has just answered it, and its event. One that is not at hand comes with the list. */
export function takeSignUp(signUp: SignUp, event: QualityEvent | undefined): void {
  update(({ signUps }) => ({ signUps: [signUp, ...signUps.filter(({ id }) => id !== signUp.id)] }));
  if (event === undefined) void pullSignUps();
  else keepEvent(event);
}

/** One that this phone has already, as the server has just answered it. */
export function replaceSignUp(signUp: SignUp): void {
  update(({ signUps }) => ({ signUps: signUps.map((each) => (each.id === signUp.id ? signUp : each)) }));
}

async function pull(): Promise<void> {
  const answer = await callAsAccount(LIST);
  if (!answer.ok) return;
  const { signUps, events } = answer.value;
  const byId = new Map(events.map((event) => [event.id, event]));
  update(() => ({ signUps }));
  dropUnheldEvents();
  updateKnownEvents((id) => byId.get(id));
}

/** Asks the server for all of them; without an answer the stored copy is as good as it was. */
export const pullSignUps = coalesce(pull);

export type CancelOutcome = { readonly ok: true } | { readonly ok: false; readonly code: string };

/** Cancels at the server. Asked twice, it is done once; without an answer it is not known, and may be asked again. */
export async function cancelSignUp(id: string): Promise<CancelOutcome> {
  const answer = await callAsAccount(CANCEL, { params: { id } });
  if (!answer.ok) {
    return { ok: false, code: answer.reason === 'http' ? (answer.code ?? 'server') : answer.reason };
  }
  replaceSignUp(answer.value.signUp);
  return { ok: true };
}
