/** Whether this deployment sends WeChat messages, and the person's consent to some of them. */
import { CITIZEN } from '../../domain/api/citizen';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type MessageSetup, MessageSetupSchema } from '../../domain/notice/messages';
import { askForMessages } from '../platform/subscribe';
import { call, NOTHING } from './call';
import { callAsAccount } from './session';

const SETUP = { ...CITIZEN.messages, answer: MessageSetupSchema } as const;
const GRANT = { ...CITIZEN.grantMessages, answer: NOTHING } as const;

const store = createStore<MessageSetup>(() => ({ templates: [] }));

/** `false`: nothing is set up, or it is not known yet; then nobody is asked. */
export function useMessagesOffered(): boolean {
  return useStore(store, ({ templates }) => templates.length > 0);
}

export async function loadMessageSetup(): Promise<void> {
  const answer = await call(SETUP);
  if (answer.ok) store.setState(answer.value);
}

/** From a tap only: asks the person, and tells the server what was agreed to. How many messages that allows. */
export async function askForReminders(): Promise<number> {
  const templates = await askForMessages(store.getState().templates.map(({ id }) => id));
  if (templates.length === 0) return 0;
  // At a first sign-up there is no account yet; the one that it makes is shared.
  const answer = await callAsAccount(GRANT, { body: { templates }, create: true });
  return answer.ok ? templates.length : 0;
}
