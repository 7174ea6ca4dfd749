import * as v from 'valibot';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { MySignUp } from '../../../domain/sign-up/my-sign-ups';
import { toMySignUp } from '../../../domain/sign-up/my-sign-ups';
import { type SignUp, SignUpSchema, type WireSignUp } from '../../../domain/sign-up/sign-up';
import { parseInstant } from '../../../domain/time/time';
import { phone } from '../../testing/fake-taro';
import { mySignUps, takeSignUp } from '../../sync/sign-ups';
import { AccountServer, EVENT } from '../../testing/fake-account-server';
import { updateKnownEvents } from '../../sync/known-events';
import { relaunch } from '../../testing/relaunch';
import { openAccount } from '../../sync/session';
import { Success } from './success';
import { TicketView } from './ticket-view';

const NOW = parseInstant('2026-09-10T09:00:00+08:00') ?? 0;
let server: AccountServer;

const wireSignUp = (part: Partial<WireSignUp>): WireSignUp => ({
  id: '1',
  eventId: EVENT.id,
  status: 'confirmed',
  seats: 2,
  createdAt: '2026-09-09T09:00:00+08:00',
  contact: '王**',
  ...part,
});
const signUp = (part: Partial<WireSignUp>): SignUp => v.parse(SignUpSchema, wireSignUp(part));

function mine(part: Partial<WireSignUp>, cancelled = false): MySignUp {
  const event = cancelled ? { ...EVENT, status: 'cancelled' as const, cancelReason: '大雪' } : EVENT;
  return toMySignUp(signUp(part), event, NOW);
}

const settle = (): Promise<void> =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(0);
  });
async function show(shown: MySignUp): Promise<string> {
  const { container } = render(<TicketView mine={shown} now={NOW} />);
  await settle();
  return container.textContent;
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  relaunch();
  server = new AccountServer();
  phone.server = (url, sent) => server.answer(url, sent);
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

test('confirmed: the code to scan and to read out, the name masked, the screen bright', async () => {
  const text = await show(mine({ ticket: 'ABCDEFGH23' }));
  expect(screen.getByRole('img', { name: '入场二维码，凭证号 ABCDE FGH23' })).toBeTruthy();
  expect(text).toContain('ABCDEFGH23');
  expect(text).toContain('王**');
  expect(phone.brightness).toBe(1);
});

test.each<[string, MySignUp, string]>([
  ['waiting', mine({ status: 'waitlisted', position: 3, waitReason: 'behind' }), '排在第3位'],
  ['given up', mine({ status: 'cancelled' }), '您已取消'],
  ['cancelled by the organiser', mine({ ticket: 'ABCDEFGH23' }, true), '原因：大雪'],
])('%s: nothing to hold up, and why', async (_, shown, words) => {
  const text = await show(shown);
  expect(text).toContain(words);
  expect(text).not.toContain('ABCDEFGH23');
  expect(screen.queryByRole('img')).toBeNull();
  expect(phone.brightness).toBe(0.4);
});

test('D11, somebody of the party is in: since when, and no way to cancel', async () => {
  const text = await show(mine({ ticket: 'ABCDEFGH23', attendance: { seats: 1, at: '2026-09-10T08:55:00+08:00' } }));
  expect(text).toContain('已到场 08:55');
  expect(text).toContain('已有人到场，不能再取消');
  expect(screen.queryByLabelText('取消报名')).toBeNull();
});

test('D11, from the start on nobody cancels, and nobody who was not checked has arrived', async () => {
  const held = toMySignUp(signUp({ ticket: 'ABCDEFGH23' }), { ...EVENT, startsAt: NOW - 1, endsAt: NOW + 1000 }, NOW);
  const text = await show(held);
  expect(text).toContain('活动已经开始，不能再取消');
  expect(text).not.toContain('到场');
  expect(screen.queryByLabelText('取消报名')).toBeNull();
});

describe('cancelling', () => {
  const cancels = (): number => phone.sent.filter(({ url }) => url.endsWith('/sign-ups/1/cancel')).length;

  beforeEach(async () => {
    server.signUps.set('1', wireSignUp({ ticket: 'ABCDEFGH23' }));
    takeSignUp(signUp({ ticket: 'ABCDEFGH23' }), EVENT);
    // Only an account asks for anything.
    await openAccount();
  });

  test('is said only once the person has answered', async () => {
    let answer: (yes: boolean) => void = () => undefined;
    phone.says = new Promise((resolve) => {
      answer = resolve;
    });
    await show(mine({ ticket: 'ABCDEFGH23' }));
    fireEvent.click(screen.getByLabelText('取消报名'));
    await settle();
    expect(phone.acts).toContain('showModal 取消这次报名？');
    expect(screen.queryByText('正在取消…')).toBeNull();
    phone.server = () => 'hang';
    answer(true);
    await settle();
    expect(screen.getByText('正在取消…')).toBeTruthy();
  });

  test('asks once, and does nothing on a no', async () => {
    phone.says = false;
    await show(mine({ ticket: 'ABCDEFGH23' }));
    fireEvent.click(screen.getByLabelText('取消报名'));
    await settle();
    expect(phone.acts).toContain('showModal 取消这次报名？');
    expect(cancels()).toBe(0);
  });

  test('that the server took is said to be done, and frees the seat', async () => {
    await show(mine({ ticket: 'ABCDEFGH23' }));
    fireEvent.click(screen.getByLabelText('取消报名'));
    await settle();
    expect(cancels()).toBe(1);
    expect(server.signUps.get('1')?.status).toBe('cancelled');
    expect(mySignUps.getState().signUps[0]?.status).toBe('cancelled');
    expect(phone.acts.join()).not.toContain('没有取消成功');
  });

  test.each([
    ['did not reach the server', 'offline' as const, '没有网络，还没有取消'],
    ['got no answer', 'timeout' as const, '没有取消成功，请再试一次'],
  ])('that %s is said to have failed', async (_name, fate, said) => {
    await show(mine({ ticket: 'ABCDEFGH23' }));
    phone.server = (url, sent) => (url.endsWith('/cancel') ? fate : server.answer(url, sent));
    fireEvent.click(screen.getByLabelText('取消报名'));
    await settle();
    expect(cancels()).toBeGreaterThan(0);
    expect(phone.acts.join()).toContain(said);
    expect(mySignUps.getState().signUps[0]?.status).toBe('confirmed');
  });
});

test('what changed is shown old → new until its owner has seen it', async () => {
  takeSignUp(signUp({ ticket: 'ABCDEFGH23' }), EVENT);
  updateKnownEvents(() => ({
    ...EVENT,
    rev: 9,
    venue: { name: '文化宫', address: '北京路1号', latitude: 29, longitude: 91 },
  }));
  await show(mine({ ticket: 'ABCDEFGH23' }));
  expect(screen.getByRole('listitem', { name: '地点，原来是未定，现在是文化宫（北京路1号）' })).toBeTruthy();
  fireEvent.click(screen.getByLabelText('我知道了'));
  await settle();
  expect(screen.queryByRole('listitem')).toBeNull();
});

test('a move is offered to the phone’s calendar again', async () => {
  takeSignUp(signUp({ ticket: 'ABCDEFGH23' }), EVENT);
  updateKnownEvents(() => ({ ...EVENT, rev: 9, startsAt: Date.parse('2026-09-18T13:00:00+08:00') }));
  await show(mine({ ticket: 'ABCDEFGH23' }));
  fireEvent.click(screen.getByLabelText('更新手机日历'));
  await settle();
  expect(phone.acts.join()).toContain('addPhoneCalendar');
});

test('a cancelled event says only that: no older change stands above it', async () => {
  takeSignUp(signUp({ ticket: 'ABCDEFGH23' }), EVENT);
  updateKnownEvents(() => ({
    ...EVENT,
    rev: 9,
    status: 'cancelled',
    cancelReason: '大雪',
    startsAt: Date.parse('2026-09-18T13:00:00+08:00'),
  }));
  const text = await show(mine({ ticket: 'ABCDEFGH23' }, true));
  expect(text).toContain('原因：大雪');
  expect(text).not.toContain('活动有变动');
});

test('a group’s ticket speaks of the group, its topic and who presents', async () => {
  const details = { kind: 'qc', groupName: '雪莲QC小组', topic: '降低破损率', members: 8, presenter: '次*' } as const;
  const text = await show(mine({ ticket: 'ABCDEFGH23', contact: '次*', seats: 1, details }));
  for (const words of ['“雪莲”QC小组', '课题降低破损率', '小组人数8 人', '发表人次*']) expect(text).toContain(words);
  expect(text).not.toContain('1 人');
});

test('an enterprise’s ticket names it and everybody, masked', async () => {
  const details: SignUp['details'] = { kind: 'training', enterprise: '拉萨某某有限公司', names: ['王**', '卓*'] };
  const text = await show(mine({ ticket: 'ABCDEFGH23', details }));
  for (const words of ['单位拉萨某某有限公司', '参加人员王**、卓*', '人数2 人']) expect(text).toContain(words);
});

test('who waits is offered no calendar and no picture, and leaves the queue by its name', async () => {
  await show(mine({ status: 'waitlisted', position: 3, waitReason: 'behind' }));
  expect(screen.queryByText('加到手机日历')).toBeNull();
  expect(screen.queryByText('保存凭证图片')).toBeNull();
  expect(screen.getByLabelText('退出候补')).toBeTruthy();
});

test.each([
  ['until the deadline', NOW, true],
  ['not after it', parseInstant('2026-09-17T18:00:00+08:00') ?? 0, false],
])('details are corrected %s', async (_, now, offered) => {
  render(<TicketView mine={mine({ ticket: 'ABCDEFGH23' })} now={now} />);
  await settle();
  expect(screen.queryByText('修改报名信息') !== null).toBe(offered);
});

describe('after submitting', () => {
  const card = { title: '活动', path: '/packages/event/index' };

  test('报名成功: a seal, one short vibration, and what to do next', async () => {
    const confirmed = mine({ ticket: 'ABCDEFGH23' });
    const { rerender } = render(<Success mine={confirmed} card={card} />);
    rerender(<Success mine={{ ...confirmed }} card={card} />);
    await settle();
    expect(screen.getByRole('status').textContent).toContain('报名成功');
    expect(phone.acts.filter((done) => done.startsWith('vibrateShort'))).toHaveLength(1);
    fireEvent.click(screen.getByLabelText('加到手机日历'));
    await settle();
    expect(phone.acts.join()).toContain('addPhoneCalendar');
    expect(screen.getByLabelText('发给同伴')).toBeTruthy();
  });

  test('a place in the queue is called what it is', () => {
    render(<Success mine={mine({ status: 'waitlisted', position: 3 })} card={card} />);
    expect(screen.getByRole('status').textContent).toBe('已进入候补');
    expect(phone.acts).toEqual([]);
  });
});
