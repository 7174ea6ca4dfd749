import { AccountServer, EVENT, problem, VISIT } from '../testing/fake-account-server';

let server: AccountServer;

/** The app as freshly installed or killed: every module anew, on a phone with this storage. */
async function install(storage: ReadonlyMap<string, string> = new Map()) {
  jest.resetModules();
  const { phone } = await import('../testing/fake-taro');
  phone.storage = new Map(storage);
  phone.server = (url, sent) => server.answer(url, sent);
  const outbox = await import('./outbox');
  const { mySignUps } = await import('./sign-ups');
  const { bootAccount } = await import('./boot-account');
  const { hasAccount } = await import('./session');
  const drafts = await import('./drafts');
  const { unkept } = await import('./room');
  const missed = (): string[] =>
    Object.values(unkept.getState().rows)
      .map((row) => row.missed)
      .sort();
  return { phone, ...outbox, mySignUps, bootAccount, hasAccount, drafts, missed };
}
type App = Awaited<ReturnType<typeof install>>;

const settle = (ms = 0): Promise<void> => jest.advanceTimersByTimeAsync(ms);
const submit = ({ submitSignUp }: App): void => {
  submitSignUp({ event: EVENT, consent: '2026-11', form: VISIT });
};
const statuses = ({ mySignUps }: App): string[] => mySignUps.getState().signUps.map(({ status }) => status);
const waiting = ({ outbox }: App): number => outbox.getState().entries.length;
const posts = ({ phone }: App): string[] =>
  phone.sent
    .filter(({ method, url }) => method === 'POST' && url === '/api/v1/sign-ups')
    .map(({ body }) => (body as { id: string }).id);

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 8, 10, 1) });
  server = new AccountServer();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('rule 9: a sign-up on its way', () => {
  test('is stored before it is sent, and is a sign-up only once the server has said so', async () => {
    const app = await install();
    let storedFirst = false;
    app.phone.server = (url, sent) => {
      if (url === '/api/v1/sign-ups') storedFirst = app.phone.storage.has('outbox');
      return server.answer(url, sent);
    };
    submit(app);
    expect([waiting(app), statuses(app)]).toEqual([1, []]);
    await settle();
    expect(storedFirst).toBe(true);
    expect([waiting(app), statuses(app)]).toEqual([0, ['confirmed']]);
    expect(app.mySignUps.getState().events[EVENT.id]?.title).toBe(EVENT.title);
  });

  test('makes the account that it needs', async () => {
    const app = await install();
    app.bootAccount();
    await settle();
    expect([app.phone.requests, app.hasAccount()]).toEqual([[], false]);
    submit(app);
    await settle();
    expect(app.hasAccount()).toBe(true);
  });

  test('a double tap makes one', async () => {
    const app = await install();
    submit(app);
    submit(app);
    await settle();
    expect(server.signUps.size).toBe(1);
    expect(posts(app)).toHaveLength(1);
  });

  test('a lost reply: the same id again, one sign-up', async () => {
    const app = await install();
    server.loseReply = true;
    submit(app);
    await settle();
    expect([waiting(app), statuses(app), app.sending.getState().hindrance]).toEqual([1, [], 'timeout']);
    await settle(10_000);
    expect(statuses(app)).toEqual(['confirmed']);
    expect(new Set(posts(app)).size).toBe(1);
    expect(server.signUps.size).toBe(1);
  });

  test('a killed app sends it at the next launch, with the same id', async () => {
    const app = await install();
    server.loseReply = true;
    submit(app);
    await settle();
    const [id] = posts(app);
    const next = await install(app.phone.storage);
    expect(waiting(next)).toBe(1);
    next.bootAccount();
    await settle();
    expect(posts(next)).toEqual([id]);
    expect([waiting(next), statuses(next), server.signUps.size]).toEqual([0, ['confirmed'], 1]);
  });

  test('killed between the answer and the tidying up: asked again, told the same, there once', async () => {
    const app = await install();
    submit(app);
    const beforeAnswer = new Map(app.phone.storage);
    await settle();
    const next = await install(new Map([...app.phone.storage, ['outbox', beforeAnswer.get('outbox') ?? '']]));
    next.bootAccount();
    await settle();
    expect([waiting(next), statuses(next), server.signUps.size]).toEqual([0, ['confirmed'], 1]);
  });

  test.each([
    [
      'the network returns',
      (app: App) => {
        app.phone.changeNetwork(true);
      },
    ],
    [
      'the app comes to the front',
      (app: App) => {
        app.phone.comeToFront();
      },
    ],
    ['its owner asks', (app: App) => void app.flushOutbox()],
  ])('without a network it waits; it is sent when %s', async (_, act) => {
    const app = await install();
    app.bootAccount();
    await settle();
    server.instead.set('POST /api/v1/sessions', ['offline']);
    submit(app);
    await settle();
    expect([waiting(app), app.sending.getState().hindrance]).toEqual([1, 'offline']);
    act(app);
    await settle();
    expect([waiting(app), statuses(app), app.sending.getState().hindrance]).toEqual([0, ['confirmed'], null]);
  });

  test('given up without a network, it is not sent when that returns, and what was typed is gone', async () => {
    const app = await install();
    app.bootAccount();
    await settle();
    server.instead.set('POST /api/v1/sessions', ['offline']);
    app.drafts.keepDraft(EVENT.id, VISIT);
    submit(app);
    await settle();
    app.giveUpSending(EVENT.id);
    app.phone.changeNetwork(true);
    await settle();
    expect([waiting(app), posts(app), server.signUps.size]).toEqual([0, [], 0]);
    expect(app.drafts.draftOf(EVENT.id)).toBeNull();
  });

  test('given up when the server had it, its answer lost, it shows up as what it is', async () => {
    const app = await install();
    server.loseReply = true;
    submit(app);
    await settle();
    app.giveUpSending(EVENT.id);
    await settle();
    expect([waiting(app), statuses(app), server.signUps.size]).toEqual([0, ['confirmed'], 1]);
  });

  test('by itself it tries ever more seldom, up to every five minutes', async () => {
    const app = await install();
    app.phone.loginCodes = Array.from({ length: 99 }, () => 'code');
    app.phone.server = () => 'offline';
    submit(app);
    await settle(62_000);
    const inAMinute = app.phone.requests.length;
    expect(inAMinute).toBeGreaterThan(3);
    expect(inAMinute).toBeLessThan(8);
    await settle(60 * 60_000);
    expect(app.phone.requests.length - inAMinute).toBeLessThan(16);
    await settle(5 * 60_000);
    app.phone.server = (url, sent) => server.answer(url, sent);
    await settle(5 * 60_000);
    expect(statuses(app)).toEqual(['confirmed']);
  });

  test.each([500, 502, 503, 429])('a server that answers %d is asked again', async (status) => {
    const app = await install();
    server.instead.set('POST /api/v1/sign-ups', [problem(status, 'unavailable')]);
    submit(app);
    await settle();
    expect([waiting(app), app.sending.getState().hindrance]).toEqual([1, 'server']);
    await settle(10_000);
    expect(statuses(app)).toEqual(['confirmed']);
  });

  test('a captive portal’s page is no answer', async () => {
    const app = await install();
    server.instead.set('POST /api/v1/sign-ups', [{ status: 200, body: '<html>' }]);
    submit(app);
    await settle();
    expect([waiting(app), statuses(app)]).toEqual([1, []]);
  });

  test('WeChat that does not tell who this is: said so, and tried again', async () => {
    const app = await install();
    app.phone.loginCodes = [null, 'code'];
    submit(app);
    await settle();
    expect(app.sending.getState().hindrance).toBe('wechat');
    await settle(10_000);
    expect(statuses(app)).toEqual(['confirmed']);
  });

  test('a storage without room: sent all the same where a login leads back to the account, and it is said', async () => {
    const app = await install();
    app.phone.quota = 0;
    submit(app);
    await settle();
    expect(statuses(app)).toEqual(['confirmed']);
    expect(app.missed()).toEqual(['account', 'ticket']);
  });
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
    const app = await install();
    app.phone.quota = 0;
    submit(app);
    await settle();
    expect([waiting(app), posts(app), app.sending.getState().hindrance]).toEqual([1, [], 'no-room']);
    expect(app.missed()).toEqual(['account', 'sign-up']);
    await settle(60 * 60_000);
    expect(posts(app)).toEqual([]);
    await app.sendUnkept(EVENT.id);
    expect([waiting(app), statuses(app), server.signUps.size]).toEqual([0, ['confirmed'], 1]);
    expect(app.missed()).toEqual(['account', 'ticket']);
  });

  test('sends once there is room, and the next launch has account and ticket', async () => {
    const app = await install();
    app.phone.quota = 0;
    submit(app);
    await settle();
    app.phone.quota = Infinity;
    await app.sendWithRoom();
    expect([statuses(app), app.missed()]).toEqual([['confirmed'], []]);
    const next = await install(app.phone.storage);
    expect([statuses(next), next.hasAccount()]).toEqual([['confirmed'], true]);
  });

  test('a past campaign’s copy goes before a sign-up is lost', async () => {
    const app = await install(new Map([['replica/campaign-2025/0.g', 'x'.repeat(9_000)]]));
    app.phone.quota = 9_050;
    submit(app);
    await settle();
    expect([statuses(app), app.missed()]).toEqual([['confirmed'], []]);
    expect([...app.phone.storage.keys()].filter((key) => key.startsWith('replica/'))).toEqual([]);
  });
});

describe('rule 7: a typed refusal', () => {
  test('is kept for the form with what was wrong, and is not sent again', async () => {
    const app = await install();
    app.drafts.keepDraft(EVENT.id, VISIT);
    server.instead.set('POST /api/v1/sign-ups', [
      problem(400, 'invalid-input', [{ path: 'form.mobile', code: 'mobile' }]),
    ]);
    submit(app);
    await settle(60_000);
    expect(app.outbox.getState().entries[0]?.refusal).toEqual({
      code: 'invalid-input',
      findings: [{ path: 'mobile', code: 'mobile' }],
    });
    expect(posts(app)).toHaveLength(1);
    expect(app.drafts.draftOf(EVENT.id)).toEqual(VISIT);
  });

  test('survives a killed app', async () => {
    const app = await install();
    server.instead.set('POST /api/v1/sign-ups', [problem(409, 'closed')]);
    submit(app);
    await settle();
    const next = await install(app.phone.storage);
    expect(next.outbox.getState().entries[0]?.refusal?.code).toBe('closed');
  });

  test('the next try is another one, with an id of its own', async () => {
    const app = await install();
    server.instead.set('POST /api/v1/sign-ups', [problem(409, 'not-open')]);
    submit(app);
    await settle();
    submit(app);
    await settle();
    expect(new Set(posts(app)).size).toBe(2);
    expect([waiting(app), statuses(app)]).toEqual([0, ['confirmed']]);
  });

  test('already signed up on another phone: that sign-up is fetched', async () => {
    const app = await install();
    server.instead.set('POST /api/v1/sign-ups', [problem(409, 'already-signed-up')]);
    server.signUps.set('other', {
      id: 'other',
      eventId: EVENT.id,
      status: 'confirmed',
      seats: 1,
      ticket: 'ABCDEFGH23',
      createdAt: '2026-09-09T09:00:00+08:00',
    });
    submit(app);
    await settle();
    expect(app.mySignUps.getState().signUps.map(({ id }) => id)).toEqual(['other']);
  });
});

test('a refusal keeps the draft; once sent, it is gone', async () => {
  const app = await install();
  app.drafts.keepDraft(EVENT.id, VISIT);
  server.instead.set('POST /api/v1/sign-ups', [problem(409, 'not-open')]);
  submit(app);
  await settle();
  expect(app.drafts.draftOf(EVENT.id)).not.toBeNull();
  submit(app);
  await settle();
  expect(app.drafts.draftOf(EVENT.id)).toBeNull();
});

test('one entry that does not parse does not take the others along', async () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation();
  const app = await install();
  app.phone.server = () => 'offline';
  submit(app);
  await settle();
  const entries = JSON.parse(app.phone.storage.get('outbox') ?? '[]') as unknown[];
  const next = await install(new Map([['outbox', JSON.stringify([{ nonsense: true }, ...entries])]]));
  expect(waiting(next)).toBe(1);
  warn.mockRestore();
});
