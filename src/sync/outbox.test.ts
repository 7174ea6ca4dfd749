import { phone } from '../testing/fake-taro';
import { draftOf, keepDraft } from './drafts';
import { knownEvents } from './known-events';
import { flushOutbox, giveUpSending, sending } from './outbox';
import { app, install, launch, onNewApps, posts, settle, statuses, submit, waiting } from '../testing/fake-outbox';
import { hasAccount } from './session';
import { EVENT, problem, VISIT } from '../testing/fake-account-server';

onNewApps();

describe('rule 9: a sign-up on its way', () => {
  test('is stored before it is sent, and is a sign-up only once the server has said so', async () => {
    let storedFirst = false;
    phone.server = (url, sent) => {
      if (url === '/api/v1/sign-ups') storedFirst = phone.storage.has('outbox');
      return app.server.answer(url, sent);
    };
    submit();
    expect([waiting(), statuses()]).toEqual([1, []]);
    await settle();
    expect(storedFirst).toBe(true);
    expect([waiting(), statuses()]).toEqual([0, ['confirmed']]);
    expect(knownEvents.getState().events[EVENT.id]?.title).toBe(EVENT.title);
  });

  test('makes the account that it needs', async () => {
    launch();
    await settle();
    expect([phone.requests, hasAccount()]).toEqual([[], false]);
    submit();
    await settle();
    expect(hasAccount()).toBe(true);
  });

  test('a double tap makes one', async () => {
    submit();
    submit();
    await settle();
    expect(app.server.signUps.size).toBe(1);
    expect(posts()).toHaveLength(1);
  });

  test('a lost reply: the same id again, one sign-up', async () => {
    app.server.loseReply = true;
    submit();
    await settle();
    expect([waiting(), statuses(), sending.getState().failure]).toEqual([1, [], 'timeout']);
    await settle(10_000);
    expect(statuses()).toEqual(['confirmed']);
    expect(new Set(posts()).size).toBe(1);
    expect(app.server.signUps.size).toBe(1);
  });

  test('a killed app sends it at the next launch, with the same id', async () => {
    app.server.loseReply = true;
    submit();
    await settle();
    const [id] = posts();
    install(phone.storage);
    expect(waiting()).toBe(1);
    launch();
    await settle();
    expect(posts()).toEqual([id]);
    expect([waiting(), statuses(), app.server.signUps.size]).toEqual([0, ['confirmed'], 1]);
  });

  test('killed between the answer and the tidying up: asked again, told the same, there once', async () => {
    submit();
    const beforeAnswer = new Map(phone.storage);
    await settle();
    install(new Map([...phone.storage, ['outbox', beforeAnswer.get('outbox') ?? '']]));
    launch();
    await settle();
    expect([waiting(), statuses(), app.server.signUps.size]).toEqual([0, ['confirmed'], 1]);
  });

  test.each([
    [
      'the network returns',
      () => {
        phone.changeNetwork(true);
      },
    ],
    [
      'the app comes to the front',
      () => {
        phone.comeToFront();
      },
    ],
    ['its owner asks', () => void flushOutbox()],
  ])('without a network it waits; it is sent when %s', async (_, act) => {
    launch();
    await settle();
    app.server.instead.set('POST /api/v1/sessions', ['offline']);
    submit();
    await settle();
    expect([waiting(), sending.getState().failure]).toEqual([1, 'offline']);
    act();
    await settle();
    expect([waiting(), statuses(), sending.getState().failure]).toEqual([0, ['confirmed'], null]);
  });

  test('given up without a network, it is not sent when that returns, and what was typed is gone', async () => {
    launch();
    await settle();
    app.server.instead.set('POST /api/v1/sessions', ['offline']);
    keepDraft(EVENT.id, VISIT);
    submit();
    await settle();
    giveUpSending(EVENT.id);
    phone.changeNetwork(true);
    await settle();
    expect([waiting(), posts(), app.server.signUps.size]).toEqual([0, [], 0]);
    expect(draftOf(EVENT.id)).toBeNull();
  });

  test('given up when the server had it, its answer lost, it shows up as what it is', async () => {
    app.server.loseReply = true;
    submit();
    await settle();
    giveUpSending(EVENT.id);
    await settle();
    expect([waiting(), statuses(), app.server.signUps.size]).toEqual([0, ['confirmed'], 1]);
  });

  test('by itself it tries ever more seldom, up to every five minutes', async () => {
    phone.loginCodes = Array.from({ length: 99 }, () => 'code');
    phone.server = () => 'offline';
    submit();
    await settle(62_000);
    const inAMinute = phone.requests.length;
    expect(inAMinute).toBeGreaterThan(3);
    expect(inAMinute).toBeLessThan(8);
    await settle(60 * 60_000);
    // Chance takes up to half of each pause.
    expect(phone.requests.length - inAMinute).toBeLessThan(26);
    await settle(5 * 60_000);
    phone.server = (url, sent) => app.server.answer(url, sent);
    await settle(5 * 60_000);
    expect(statuses()).toEqual(['confirmed']);
  });

  test.each([500, 502, 503, 429])('a server that answers %d is asked again', async (status) => {
    app.server.instead.set('POST /api/v1/sign-ups', [problem(status, 'unavailable')]);
    submit();
    await settle();
    expect([waiting(), sending.getState().failure]).toEqual([1, 'server']);
    await settle(10_000);
    expect(statuses()).toEqual(['confirmed']);
  });

  test.each([429, 503])('a server that answers %d and says when to come back is not asked before', async (status) => {
    const busy = { status, body: '{"code":"unavailable"}', header: { 'Retry-After': '30' } };
    app.server.instead.set('POST /api/v1/sign-ups', [busy]);
    submit();
    await settle();
    expect([waiting(), sending.getState().failure]).toEqual([1, 'busy']);
    await settle(29_000);
    await flushOutbox();
    phone.comeToFront();
    phone.changeNetwork(true);
    await settle();
    expect(posts()).toHaveLength(1);
    await settle(31_000);
    expect([statuses(), new Set(posts()).size]).toEqual([['confirmed'], 1]);
  });

  test('a captive portal’s page is no answer', async () => {
    app.server.instead.set('POST /api/v1/sign-ups', [{ status: 200, body: '<html>' }]);
    submit();
    await settle();
    expect([waiting(), statuses()]).toEqual([1, []]);
  });

  test('WeChat that does not tell who this is: said so, and tried again', async () => {
    phone.loginCodes = [null, 'code'];
    submit();
    await settle();
    expect(sending.getState().failure).toBe('wechat');
    await settle(10_000);
    expect(statuses()).toEqual(['confirmed']);
  });
});

test('one entry that does not parse does not take the others along', async () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation();
  phone.server = () => 'offline';
  submit();
  await settle();
  const entries = JSON.parse(phone.storage.get('outbox') ?? '[]') as unknown[];
  install(new Map([['outbox', JSON.stringify([{ nonsense: true }, ...entries])]]));
  expect(waiting()).toBe(1);
  warn.mockRestore();
});
