/** Whether this deployment sends WeChat messages, and the person's consent to some of them. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { CITIZEN } from '../../domain/api/citizen';
import { type MessageSetup, MessageSetupSchema } from '../../domain/notice/messages';
import { callServer } from '../platform/request';
import { askForMessages } from '../platform/subscribe';
import { asAccount } from './session';

const TIMEOUT_MS = 10_000;

const store = createStore<MessageSetup>(() => ({ templates: [] }));

/** `false`: nothing is set up, or it is not known yet; then nobody is asked. */
export function useMessagesOffered(): boolean {
  return useStore(store, ({ templates }) => templates.length > 0);
}

export async function loadMessageSetup(): Promise<void> {
  const answer = await callServer(CITIZEN.messages, { timeoutMs: TIMEOUT_MS });
  const parsed = answer.ok ? v.safeParse(MessageSetupSchema, answer.body) : null;
  if (parsed?.success === true) store.setState(parsed.output);
}

/** From a tap only: asks the person, and tells the server what was agreed to. How many messages that allows. */
export async function askForReminders(): Promise<number> {
  const templates = await askForMessages(store.getState().templates.map(({ id }) => id));
  if (templates.length === 0) return 0;
  const body = { templates };
  // At a first sign-up there is no account yet; the one that it makes is shared.
  const answer = await asAccount((token) => callServer(CITIZEN.grantMessages, { timeoutMs: TIMEOUT_MS, token, body }), {
    create: true,
  });
  return answer.ok ? templates.length : 0;
}
