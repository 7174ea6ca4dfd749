import { act, render, screen } from '@testing-library/react';
import { DOOR_EVENT, DURING } from '../../../domain/check-in/door-double';
import { DAY_MS } from '../../../domain/time/time';
import { atTheDoor } from '../../testing/at-the-door';
import { phone } from '../../testing/fake-taro';
import { DOOR_CODE, TICKETS } from '../../testing/fake-door-server';
import { settle, shownText, tap } from '../../testing/fresh-app';
import { reloadAll } from '../../sync/owners';
import { logNow } from '../../sync/door-log';
import { waitingNow } from '../../sync/door-queue';
import { AttentionList } from './attention-list';
import { DoorGate } from './door-gate';

const { server, type, see, goOffline, goOnline } = atTheDoor();

const open = async (): Promise<void> => {
  render(<DoorGate now={DURING} />);
  await settle();
};
const pair = async (): Promise<void> => {
  await open();
  await type('配对码', DOOR_CODE.toLowerCase());
  await tap('配对');
  await tap(/^走进计量实验室/);
};
const verdict = (): string => document.querySelector('.door__verdict')?.className ?? '';
const stored = (): string => JSON.stringify([...phone.storage]);

test('D9, paired by the code that an editor shows, without an account; a code that is gone is said to be', async () => {
  await open();
  await type('配对码', 'ZZZZZZZZ');
  await tap('配对');
  expect(shownText()).toContain('配对码已失效');
  await type('配对码', '12');
  await tap('配对');
  expect(shownText()).toContain('配对码是 8 位字母');
  phone.scans = [`https://zly.example.cn/door/#${DOOR_CODE}`];
  await tap('扫配对二维码');
  expect(shownText()).toContain('请选择要核验的活动');
  expect(phone.sent.some(({ url }) => url.includes('/sessions'))).toBe(false);
});

describe.each([true, false])('D3, with a network: %s', (online) => {
  beforeEach(async () => {
    await pair();
    if (!online) goOffline();
  });
  test.each([
    ['ok, once', TICKETS.one, online ? 'ok' : 'alone', online ? '可以入场' : '离线放行'],
    ['of another event', TICKETS.other, 'refused', '另一场活动'],
    ['cancelled', TICKETS.cancelled, 'refused', '报名已取消'],
    ['waiting', TICKETS.waiting, online ? 'refused' : 'unknown', online ? '仍在候补' : '名单里在候补'],
  ])('%s', async (_, ticket, tone, words) => {
    await see(ticket);
    expect(verdict()).toContain(`door__verdict--${tone}`);
    expect(shownText()).toContain(words);
  });

  test('a ticket that nobody knows is amber offline, and red only by the server', async () => {
    await see(TICKETS.unknown);
    expect(verdict()).toContain(online ? 'refused' : 'unknown');
  });

  test('already in', async () => {
    await see(TICKETS.one);
    // Counted at once, before the server is asked how the event is.
    expect(shownText()).toContain('本场到场1 / 4 人');
    await settle(4_000);
    await see(TICKETS.one);
    expect(verdict()).toContain('already');
    expect(shownText()).toContain('已入场过');
  });

  test('D4, a party comes in two parts; D5, an ok gives way to the camera by itself', async () => {
    await see(TICKETS.party);
    expect(shownText()).toContain('这次来了几位');
    await tap('这次来了几位 -1');
    await tap('放行 2 位');
    expect(shownText()).toContain('2 位');
    await settle(4_000);
    expect(verdict()).toBe('');
    await see(TICKETS.party);
    expect(verdict()).toMatch(/ok|alone/);
    expect(shownText()).toContain('本机核验3 人');
    await goOnline();
    expect(server().attended()).toBe(3);
  });

  test('undo takes the last one back; walk-ins are numbers', async () => {
    await see(TICKETS.one);
    await settle(2_000);
    await tap('撤销上一次');
    await settle(2_000);
    await tap('现场来访加 1 位');
    await settle(2_000);
    await tap('现场来访加 1 位');
    await settle(2_000);
    await tap('现场来访减 1 位');
    await settle(2_000);
    expect(shownText()).toContain('现场来访 1 人');
    await goOnline();
    expect(server().attended()).toBe(1);
  });
});

test('D6, what cannot be stored is not green, and nothing is kept of it', async () => {
  await pair();
  goOffline();
  phone.quota = 0;
  await see(TICKETS.one);
  expect(verdict()).toContain('unkept');
  expect(waitingNow()).toEqual([]);
});

test('D6, a kill between stored and green: after the launch it is on its way, and in the log', async () => {
  await pair();
  goOffline();
  await see(TICKETS.unknown);
  // The queue is written, and nothing after it.
  phone.writesLeft = 1;
  await tap('先放行，联网后核对');
  phone.writesLeft = Infinity;
  act(reloadAll);
  expect(waitingNow()).toHaveLength(1);
  phone.server = (url, sent) => server().answer(url, sent);
  await settle(20_000);
  expect(waitingNow()).toEqual([]);
  expect(server().door.facts()).toMatchObject([{ verdict: 'ok', flags: ['unverified'] }]);
});

test('flight mode from the second opening on: the list is there, and nothing personal stands in storage', async () => {
  await pair();
  goOffline();
  act(reloadAll);
  await see(TICKETS.one);
  expect(verdict()).toContain('alone');
  expect(stored()).not.toMatch(/王|ABCDEFGH/);
});

test('D7, a refused scan goes to 需处理, the rest goes on', async () => {
  await pair();
  goOffline();
  await see(TICKETS.one);
  const [first] = waitingNow();
  await settle(2_000);
  await tap('现场来访加 1 位');
  server().refuses.set(first?.id ?? '', 'not-found');
  await goOnline();
  expect(waitingNow()).toEqual([]);
  expect(shownText()).toContain('需处理 1 条');
  expect(server().attended()).toBe(1);
  render(<AttentionList now={DURING} />);
  expect(shownText()).toContain('活动不在这台设备的核验范围内');
  await tap('导出');
  expect(phone.acts.join()).toContain(TICKETS.one);
  await tap('已处理，移除');
  expect(shownText()).toContain('没有需要处理的记录');
});

test('D7, a token that is not known any more keeps the queue and asks to pair again', async () => {
  await pair();
  goOffline();
  await see(TICKETS.one);
  server().isKnown = false;
  await goOnline();
  expect(shownText()).toContain('请重新配对');
  expect(waitingNow()).toHaveLength(1);
  server().isKnown = true;
  server().token = 'another-token'.padEnd(43, '0');
  await type('配对码', DOOR_CODE);
  await tap('配对');
  await settle(50);
  expect(waitingNow()).toEqual([]);
  expect(server().attended()).toBe(1);
});

test('D9, revoked: the list goes at the first contact, and what was scanned is still handed in', async () => {
  await pair();
  goOffline();
  await see(TICKETS.one);
  expect(stored()).toContain('door-list/lab');
  server().isRevoked = true;
  await goOnline();
  expect(stored()).not.toContain('door-list/');
  expect(shownText()).toContain('授权已被收回');
  expect(server().door.facts()).toHaveLength(1);
});

test('D8, a day after the event its list and log are gone from the phone, and what waits is still handed in', async () => {
  await pair();
  await see(TICKETS.one);
  goOffline();
  await settle(4_000);
  await see(TICKETS.party);
  await tap('放行 3 位');
  expect(stored()).toContain('door-list/lab');
  jest.setSystemTime(DOOR_EVENT.endsAt + DAY_MS);
  await settle(20_000);
  expect(stored()).not.toContain('door-list/');
  expect(logNow()).toMatchObject([{ seats: 3 }]);
  await goOnline();
  expect(server().attended()).toBe(4);
  await settle(20_000);
  expect(logNow()).toEqual([]);
  expect(stored()).not.toContain('door-list/');
});

test('a refused camera says so, and leaves the typed code; the settings bring it back', async () => {
  await pair();
  await type('camera', 'fail');
  expect(shownText()).toContain('没有相机权限');
  await type('输入凭证号', TICKETS.one.slice(0, 5) + '-' + TICKETS.one.slice(5));
  await tap('核验');
  await settle(50);
  expect(shownText()).toContain('可以入场');
  await tap('去设置');
  expect(screen.getByLabelText('camera')).toBeTruthy();
});

test('the torch, and a strange code that stops nothing', async () => {
  await pair();
  await tap('打开补光');
  expect(screen.getByLabelText('camera').getAttribute('data-flash')).toBe('torch');
  await type('camera', 'https://example.cn/');
  expect(shownText()).toContain('这不是报名凭证的二维码');
  await see(TICKETS.one);
  expect(verdict()).toContain('ok');
});
