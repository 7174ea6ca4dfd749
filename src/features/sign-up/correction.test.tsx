import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { privacyPage } from '../../../words/strings';
import type { Scripted, Sent } from '../../testing/fake-phone-state';
import { phone } from '../../testing/fake-taro';
import { forgetConsents } from '../../sync/consents';
import { toMySignUp } from '../../../domain/sign-up/my-sign-ups';
import * as v from 'valibot';
import { SignUpSchema, type WireSignUp } from '../../../domain/sign-up/sign-up';
import { relaunch } from '../../testing/relaunch';
import { openAccount } from '../../sync/session';
import { mySignUps, takeSignUp } from '../../sync/sign-ups';
import { AccountServer, EVENT, problem, VISIT } from '../../testing/fake-account-server';
import { Correction } from './correction';

const NOW = Date.UTC(2026, 8, 10, 1);
const CONSENT = '我已阅读并同意《报名隐私说明》';
const PATH = '/api/v1/sign-ups/1';
const WIRE_SIGN_UP: WireSignUp = {
  id: '1',
  eventId: EVENT.id,
  status: 'confirmed',
  seats: 2,
  ticket: 'ABCDEFGH23',
  createdAt: '2026-09-09T09:00:00+08:00',
  contact: '王**',
};
const SIGN_UP = v.parse(SignUpSchema, WIRE_SIGN_UP);

let server: AccountServer;
/** Answers to the next questions about the sign-up, before its own. */
let instead: Scripted[];
let sent: unknown[];

const settle = (): Promise<void> =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(0);
  });
const field = (label: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(label);
const tap = async (name: string): Promise<void> => {
  fireEvent.click(screen.getByLabelText(name));
  await settle();
};

function answer(url: string, asked: Sent): Scripted {
  if (url !== PATH) return server.answer(url, asked);
  const scripted = instead.shift();
  if (scripted !== undefined) return scripted;
  if (asked.method === 'GET') return { status: 200, body: JSON.stringify({ signUp: WIRE_SIGN_UP, form: VISIT }) };
  sent.push(asked.body);
  return { status: 200, body: JSON.stringify({ signUp: { ...WIRE_SIGN_UP, contact: '卓*', seats: 1 } }) };
}

async function open(now = NOW): Promise<void> {
  const mine = toMySignUp(SIGN_UP, EVENT, now);
  render(<Correction mine={mine} now={now} />);
  await settle();
}

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW });
  relaunch();
  forgetConsents();
  server = new AccountServer();
  instead = [];
  sent = [];
  phone.server = answer;
  takeSignUp(SIGN_UP, EVENT);
  await openAccount();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

test('the form opens filled in, takes no more people than before, and saves', async () => {
  await open();
  expect([field('联系人姓名').value, field('手机号').value]).toEqual([VISIT.contactName, VISIT.mobile]);
  expect(screen.getByLabelText('参加人数加一').getAttribute('aria-disabled')).toBe('true');
  fireEvent.change(field('联系人姓名'), { target: { value: '卓玛' } });
  await tap('参加人数减一');
  await tap(CONSENT);
  await tap('保存修改');
  expect(sent).toEqual([
    { consent: privacyPage.version, form: { contactName: '卓玛', mobile: VISIT.mobile, partySize: 1 } },
  ]);
  expect(mySignUps.getState().signUps).toMatchObject([{ contact: '卓*', seats: 1 }]);
  expect([...phone.storage.keys()].filter((key) => key.startsWith('draft/'))).toEqual([]);
});

test('without a network it says that it needs one, and opens once there is one', async () => {
  instead = ['offline'];
  await open();
  expect(screen.getByText('修改报名信息需要网络')).toBeTruthy();
  await tap('重试');
  expect(field('联系人姓名').value).toBe(VISIT.contactName);
});

test('lost on the way, nothing typed is lost, and it is not called saved', async () => {
  await open();
  fireEvent.change(field('联系人姓名'), { target: { value: '卓玛' } });
  await tap(CONSENT);
  instead = ['offline'];
  await tap('保存修改');
  expect(screen.getByRole('alert').textContent).toContain('修改还没有保存');
  expect(mySignUps.getState().signUps).toEqual([SIGN_UP]);
  cleanup();
  await open();
  expect(field('联系人姓名').value).toBe('卓玛');
});

test('a refusal is said in words', async () => {
  await open();
  await tap(CONSENT);
  instead = [problem(409, 'more-seats')];
  await tap('保存修改');
  expect(screen.getByRole('alert').textContent).toContain('人数不能比原来多');
});

test.each<[string, Scripted[], number]>([
  ['after the deadline', [], Date.UTC(2026, 8, 17, 10)],
  ['of a sign-up that the server does not have', [problem(404, 'sign-up-not-found')], NOW],
])('%s there is no form', async (_, answers, now) => {
  instead = answers;
  await open(now);
  expect(screen.getByText('不能再修改')).toBeTruthy();
});
