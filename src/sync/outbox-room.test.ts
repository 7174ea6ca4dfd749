import { phone } from '../testing/fake-taro';
import { knownEvents } from './known-events';
import { sending, sendUnkept, sendWithRoom } from './outbox';
import { app, install, onNewApps, posts, settle, statuses, submit, waiting } from '../testing/fake-outbox';
import { missedNow } from './room';
import { hasAccount } from './session';
import { EVENT } from '../testing/fake-account-server';

onNewApps();

const missed = (): string[] => [...missedNow()].sort();

test('a storage without room: sent all the same where a login leads back to the account, and it is said', async () => {
  phone.quota = 0;
  submit();
  await settle();
  expect(statuses()).toEqual(['confirmed']);
  expect(missed()).toEqual(['account', 'ticket']);
});

describe('a browser without room, where an account is lost with its token', () => {
  beforeEach(() => {
    process.env.TARO_ENV = 'h5';
    Object.defineProperty(globalThis, 'window', { value: new EventTarget(), configurable: true });
    Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  });
  afterEach(() => {
    delete process.env.TARO_ENV;
    Reflect.deleteProperty(globalThis, 'window');
    Reflect.deleteProperty(globalThis, 'navigator');
  });

  test('takes no seat before the person has accepted that it will be lost', async () => {
    phone.quota = 0;
    submit();
    await settle();
    expect([waiting(), posts(), sending.getState().failure]).toEqual([1, [], 'no-room']);
    expect(missed()).toEqual(['account', 'sign-up']);
    await settle(60 * 60_000);
    expect(posts()).toEqual([]);
    await sendUnkept(EVENT.id);
    expect([waiting(), statuses(), app.server.signUps.size]).toEqual([0, ['confirmed'], 1]);
    expect(missed()).toEqual(['account', 'ticket']);
  });

  test('sends once there is room, and the next launch has account and ticket', async () => {
    phone.quota = 0;
    submit();
    await settle();
    phone.quota = Infinity;
    await sendWithRoom();
    expect([statuses(), missed()]).toEqual([['confirmed'], []]);
    install(phone.storage);
    expect([statuses(), hasAccount()]).toEqual([['confirmed'], true]);
    expect(knownEvents.getState().events[EVENT.id]?.title).toBe(EVENT.title);
  });

  test('a past campaign’s copy goes before a sign-up is lost', async () => {
    install(new Map([['replica/campaign-2025/0.g', 'x'.repeat(9_000)]]));
    phone.quota = 9_050;
    submit();
    await settle();
    expect([statuses(), missed()]).toEqual([['confirmed'], []]);
    expect([...phone.storage.keys()].filter((key) => key.startsWith('replica/'))).toEqual([]);
  });
});
