/** The door in the mini-program (docs/rules.md, "At the door"): a volunteer's phone, with a network and without. */
import * as v from 'valibot';
import { DevicesSchema, NewPairingSchema } from '../domain/check-in/device';
import { LiveScansSchema } from '../domain/check-in/live';
import { DAY_MS, formatInstant, MINUTE_MS } from '../domain/time/time';
import type { EngineDriver } from '../mini-program-host/driver';
import { eventBody } from './event-fixture';
import { type MemberDesk, openMemberDesk, PASSWORD } from './member-desk';
import { newOtherUser, openTerms } from './other-user';
import { useTestServer } from './use-test-server';

const at = useTestServer();
let desk: MemberDesk;

/** The event begins in ten minutes, so that its door is open. */
async function publish(id: string, title: string, capacity: number): Promise<void> {
  const startsAt = formatInstant(Date.now() + 10 * MINUTE_MS);
  const endsAt = formatInstant(Date.now() + 120 * MINUTE_MS);
  const signUp = openTerms({ capacity, maxParty: 4, closesAt: endsAt });
  await desk.publish(id, eventBody({ title, startsAt, endsAt, signUp }));
}

async function ticketOf(event: string, seats = 1): Promise<string> {
  const visitor = await newOtherUser(at);
  return (await visitor.signUp(event, seats)).ticket ?? '';
}

interface Guest {
  readonly ticket: () => Promise<string>;
  readonly cancel: () => Promise<void>;
}

async function newGuest(event: string): Promise<Guest> {
  const visitor = await newOtherUser(at);
  const { id } = await visitor.signUp(event, 1);
  return { ticket: () => visitor.ticketOf(id), cancel: () => visitor.cancel(id) };
}

async function offerCode(events: readonly string[]): Promise<string> {
  const window = { from: formatInstant(Date.now() - DAY_MS), to: formatInstant(Date.now() + DAY_MS) };
  const offered = await desk.ask('POST', `organisations/${desk.org}/devices/pairings`, {
    name: '东门',
    events,
    ...window,
  });
  return v.parse(NewPairingSchema, offered).code;
}

const see = (on: EngineDriver, ticket: string): Promise<void> => on.scan(`QM:${ticket}`);
const goOn = async (on: EngineDriver): Promise<void> => {
  await on.tap('继续扫码');
  await on.waitText('请将凭证二维码对准取景框');
};
const clear = (on: EngineDriver): Promise<void> => on.waitText('请将凭证二维码对准取景框');

beforeAll(async () => {
  desk = await openMemberDesk(at);
});

test('paired, it checks with and without a network, loses nothing to a kill, and is emptied once revoked', async () => {
  await publish('door-a', '开放日甲', 7);
  await publish('door-b', '开放日乙', 9);
  const one = await ticketOf('door-a');
  const party = await ticketOf('door-a', 3);
  const late = await ticketOf('door-a');
  const killed = await ticketOf('door-a');
  const gone = await newGuest('door-a');
  const cancelled = await gone.ticket();
  await gone.cancel();
  const leaver = await newGuest('door-a');
  const waiting = await newGuest('door-a');
  expect(await waiting.ticket()).toBe('');
  const elsewhere = await ticketOf('door-b');

  const on = (await at.open('weapp', { path: 'packages/door/index' })) as EngineDriver;
  await on.fill('配对码', (await offerCode(['door-a', 'door-b'])).toLowerCase());
  await on.tap('配对');
  await on.tap('开放日甲');
  await clear(on);
  await on.waitText('未核验');

  await see(on, one);
  await on.waitText('可以入场');
  await on.waitText('达*');
  await clear(on);
  await on.fill('输入凭证号', `${one.slice(0, 5)} ${one.slice(5)}`);
  await on.tap('核验');
  await on.waitText('已入场过');
  await goOn(on);
  for (const [ticket, words] of [
    [elsewhere, '这是另一场活动的凭证'],
    [cancelled, '报名已取消'],
    ['ZZZZZZZZZZ', '没有查到这张凭证'],
  ] as const) {
    await see(on, ticket);
    await on.waitText(words);
    await goOn(on);
  }
  await see(on, party);
  await on.waitText('这次来了几位');
  await on.tap('这次来了几位 -1');
  await on.tap('放行 2 位');
  await on.waitText('可以入场');
  await clear(on);
  await on.tap('现场来访加 1 位');
  await on.waitText('现场来访 1 人');
  await clear(on);
  await on.tap('撤销上一次');
  await on.waitText('现场来访 0 人');
  await clear(on);

  // Without a network, from the second opening on.
  await on.setOffline(true);
  await on.restart({ path: 'packages/door/index' });
  await clear(on);
  await see(on, party);
  await on.waitText('离线放行');
  await on.waitText('本机核验');
  await clear(on);
  await see(on, late);
  await on.waitText('离线放行');
  await clear(on);
  await see(on, elsewhere);
  await on.waitText('这是另一场活动的凭证');
  await goOn(on);
  await see(on, 'ZZZZZZZZZZ');
  await on.waitText('名单里没有');
  await on.tap('先放行，联网后核对');
  await on.waitText('已放行，待核对');
  // Somebody leaves, and whom this list has on the waitlist gets the seat.
  await leaver.cancel();
  await clear(on);
  await see(on, await waiting.ticket());
  await on.waitText('名单里在候补');
  await on.tap('先放行，联网后核对');
  await on.waitText('已放行，待核对');
  await on.waitText('4 条待上传');
  const stored = JSON.stringify(Object.entries(await on.storage()).filter(([key]) => key.startsWith('door-')));
  expect(stored).toContain('door-list/door-a');
  for (const secret of [one, party, late, elsewhere, 'ZZZZZZZZZZ', '达', '13900139000']) {
    expect(stored).not.toContain(secret);
  }

  // Killed between "stored" and "green": the queue is written, and nothing after it.
  await on.restart({ path: 'packages/door/index' });
  await clear(on);
  await on.page.evaluate(() => {
    const keep = localStorage.setItem.bind(localStorage);
    let isDead = false;
    Storage.prototype.setItem = (key: string, value: string): void => {
      if (isDead) throw new Error('killed');
      keep(key, value);
      if (!key.endsWith('door-scans')) return;
      isDead = true;
      throw new Error('killed');
    };
  });
  await see(on, killed);
  await on.waitText('没有存下');
  await on.restart({ path: 'packages/door/index' });
  await on.waitText('5 条待上传');

  // Killed in the upload: the server has it, and nobody was told.
  const upload = '**/api/v1/door/scans';
  const arrived = new Promise<void>((resolve) => {
    void on.page.route(upload, async (route) => {
      await route.fetch();
      resolve();
    });
  });
  await on.setOffline(false);
  await arrived;
  await on.page.unroute(upload);
  await on.restart({ path: 'packages/door/index' });
  await on.waitText('已联网');
  await on.waitGone('条待上传');
  const live = v.parse(LiveScansSchema, await desk.ask('GET', `organisations/${desk.org}/events/door-a/scans`));
  // Only what nobody knows waits for an editor.
  expect(live.attendance).toMatchObject({ scanned: 7, walkIn: 0, total: 7 });
  expect(live.open).toBe(1);
  expect(JSON.stringify(live)).toContain('unverified');

  const { devices } = v.parse(DevicesSchema, await desk.ask('GET', `organisations/${desk.org}/devices`));
  await desk.ask('POST', 'staff/proof', { password: PASSWORD });
  await desk.ask('DELETE', `organisations/${desk.org}/devices/${devices[0]?.id ?? ''}`);
  await on.background();
  await on.foreground();
  await on.waitText('授权已被收回');
  expect(Object.keys(await on.storage()).filter((key) => key.startsWith('door-list/'))).toEqual([]);
  expect(await on.errors()).toEqual([]);
});

test('a phone whose owner refuses the camera types, or scans with WeChat’s own page', async () => {
  await publish('door-c', '开放日丙', 9);
  const ticket = await ticketOf('door-c');
  const on = (await at.open('weapp')) as EngineDriver;
  await on.deny('camera');
  await on.restart({ path: 'packages/door/index' });
  await on.answer('scanCode', { result: `${at.origin}/door/#${await offerCode(['door-c'])}` });
  await on.tap('扫配对二维码');
  await on.waitText('没有相机权限');
  await on.answer('scanCode', { result: `QM:${ticket}` });
  await on.tap('微信扫码');
  await on.waitText('可以入场');
  expect(await on.errors()).toEqual([]);
});
