/** The sign-up form as a test fills it in, on a phone with timers that the test moves on. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { QualityEvent } from '../../domain/event/event';
import { SignUpFlow } from '../features/sign-up/sign-up-flow';
import { forgetConsents } from '../sync/consents';
import { AccountServer, EVENT, VISIT } from './fake-account-server';
import { phone } from './fake-taro';
import { relaunch } from './relaunch';

export const NOW = Date.UTC(2026, 8, 10, 1);

export const settle = (): Promise<void> =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(0);
  });

export async function openForm(event: QualityEvent = EVENT): Promise<void> {
  render(<SignUpFlow event={event} now={NOW} done={<div>done</div>} />);
  await settle();
}

export const field = (label: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(label);
export const type = (label: string, value: string): void => {
  fireEvent.change(field(label), { target: { value } });
};
export const tap = async (name: string): Promise<void> => {
  fireEvent.click(screen.getByLabelText(name));
  await settle();
};
/** The errors beside the fields. */
export const errors = (): string[] =>
  Array.from(document.querySelectorAll('.field__error'), ({ textContent }) => textContent);

export async function fillIn(): Promise<void> {
  type('联系人姓名', VISIT.contactName);
  type('手机号', VISIT.mobile);
  await tap('我已阅读并同意《报名隐私说明》');
}

/** Before and after each test: a phone of its own, at `NOW`, with a server that knows nobody. */
export function phoneForEachTest(): { server: AccountServer } {
  const used = { server: new AccountServer() };
  beforeEach(() => {
    jest.useFakeTimers({ now: NOW });
    relaunch();
    forgetConsents();
    used.server = new AccountServer();
    phone.server = (url, sent) => used.server.answer(url, sent);
  });
  afterEach(() => {
    cleanup();
    jest.useRealTimers();
  });
  return used;
}
