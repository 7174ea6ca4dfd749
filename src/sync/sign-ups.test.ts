import type { Change } from '../../domain/event/change';
import { eventNamed } from '../../domain/testing/fake-feed-server';
import type { Notice } from '../../domain/notice/inbox';
import { AccountServer, EVENT, VISIT } from './sign-ups-double';

let server: AccountServer;

async function install(storage: ReadonlyMap<string, string> = new Map()) {
  jest.resetModules();
  const { phone } = await import('../platform/taro-double');
  phone.storage = new Map(storage);
  phone.server = (url, sent) => server.answer(url, sent);
  const outbox = await import('./outbox');
  const signUps = await import('./sign-ups');
  const inbox = await import('./inbox');
  const me = await import('./me');
  const { changesOf } = await import('../../domain/event/change');
  const drafts = await import('./drafts');
  return { phone, ...outbox, ...signUps, ...inbox, ...me, ...drafts, changesOf };
}
type App = Awaited<ReturnType<typeof install>>;

async function signedUp(): Promise<App> {
  const app = await install();
  app.submitSignUp({ event: EVENT, consent: '2026-11', form: VISIT });
  await settle();
  return app;
}

const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(0);
const titled = (rev: number, title: string) => ({ ...EVENT, rev, title });
function changes({ mySignUps, changesOf }: App): readonly Change[] {
  const watch = mySignUps.getState().watches[EVENT.id];
  return watch === undefined ? [] : changesOf(watch);
}
const statuses = ({ mySignUps }: App): string[] => mySignUps.getState().signUps.map(({ status }) => status);

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 8, 10, 1) });
  server = new AccountServer();
});
afterEach(() => {
  jest.useRealTimers();
});

test('readable offline after the app was killed', async () => {
  const app = await signedUp();
  const next = await install(app.phone.storage);
  next.phone.server = () => 'offline';
  await next.pullSignUps();
  expect(next.mySignUps.getState().signUps[0]?.ticket).toBe('ABCDEFGH23');
  expect(next.mySignUps.getState().events[EVENT.id]).toEqual(EVENT);
});

test('promoted meanwhile: the list says so', async () => {
  server.status = 'waitlisted';
  const app = await signedUp();
  expect(statuses(app)).toEqual(['waitlisted']);
  for (const [id, signUp] of server.signUps) server.signUps.set(id, { ...signUp, status: 'confirmed' });
  await app.pullSignUps();
  expect(statuses(app)).toEqual(['confirmed']);
});

describe('what changed in an event', () => {
  test('is kept until it is seen, through other syncs and a killed app', async () => {
    const app = await signedUp();
    expect(changes(app)).toEqual([]);
    app.hearEvents(() => titled(4, 'B'));
    app.hearEvents(() => titled(5, 'C'));
    app.hearEvents((id) => (id === 'other' ? eventNamed('other', 9) : undefined));
    const next = await install(app.phone.storage);
    expect(changes(next)).toEqual([{ field: 'title', from: EVENT.title, to: 'C' }]);
    server.events = [titled(5, 'C')];
    await next.pullSignUps();
    expect(changes(next)).toHaveLength(1);
    next.markSignedUpSeen(EVENT.id);
    expect(changes(await install(next.phone.storage))).toEqual([]);
  });

  test('is heard from the list of sign-ups, too, though another region is chosen', async () => {
    const app = await signedUp();
    server.events = [titled(4, 'B')];
    await app.pullSignUps();
    expect(changes(app)).toHaveLength(1);
    expect(app.mySignUps.getState().events[EVENT.id]?.title).toBe('B');
  });

  test('an older copy does not undo it', async () => {
    const app = await signedUp();
    app.hearEvents(() => titled(9, 'C'));
    app.hearEvents(() => titled(4, 'B'));
    expect(app.mySignUps.getState().events[EVENT.id]?.title).toBe('C');
  });
});

test('a copy of which a part does not parse keeps the rest', async () => {
  const app = await signedUp();
  const stored = JSON.parse(app.phone.storage.get('sign-ups') ?? '{}') as { signUps: unknown[]; watches: object };
  const broken = { ...stored, signUps: [{ nonsense: 1 }, ...stored.signUps], watches: { [EVENT.id]: 'nonsense' } };
  const next = await install(new Map([...app.phone.storage, ['sign-ups', JSON.stringify(broken)]]));
  expect(statuses(next)).toEqual(['confirmed']);
  expect(changes(next)).toEqual([]);
});

describe('cancelling', () => {
  test('is done once the server says so', async () => {
    const app = await signedUp();
    const [id = ''] = server.signUps.keys();
    await expect(app.cancelSignUp(id)).resolves.toEqual({ ok: true });
    expect(statuses(app)).toEqual(['cancelled']);
    await expect(app.cancelSignUp(id)).resolves.toEqual({ ok: true });
  });

  test.each([
    ['offline', 'offline'],
    [{ status: 409, body: '{"code":"event-started"}' }, 'event-started'],
    [{ status: 500, body: '' }, 'server'],
  ] as const)('%j leaves it as it is', async (answer, code) => {
    const app = await signedUp();
    const [id = ''] = server.signUps.keys();
    server.instead.set(`POST /api/v1/sign-ups/${id}/cancel`, [answer]);
    await expect(app.cancelSignUp(id)).resolves.toEqual({ ok: false, code });
    expect(statuses(app)).toEqual(['confirmed']);
  });
});

describe('the inbox', () => {
  const notice = (id: number): Notice => ({
    id,
    kind: 'promoted',
    eventId: EVENT.id,
    title: EVENT.title,
    at: '2026-09-11T09:00:00+08:00',
  });
  const unread = ({ phone }: App): number => {
    const stored = JSON.parse(phone.storage.get('inbox') ?? '{"notices":[],"readUpTo":0}') as {
      notices: Notice[];
      readUpTo: number;
    };
    return stored.notices.filter(({ id }) => id > stored.readUpTo).length;
  };

  test('comes page by page, each notice once', async () => {
    const app = await signedUp();
    server.notices.push(notice(1), notice(2), notice(3), notice(5), notice(8));
    await app.pullInbox();
    expect(unread(app)).toBe(5);
    await app.pullInbox();
    expect(unread(app)).toBe(5);
  });

  test('read without a network, the server hears of it with the next pull', async () => {
    const app = await signedUp();
    server.notices.push(notice(1));
    await app.pullInbox();
    server.instead.set('POST /api/v1/inbox/read', ['offline']);
    app.markInboxRead();
    await settle();
    expect([unread(app), server.readUpTo]).toEqual([0, 0]);
    await app.pullInbox();
    expect([unread(app), server.readUpTo]).toEqual([0, 1]);
  });

  test('read on another phone it is read here', async () => {
    const app = await signedUp();
    server.notices.push(notice(1));
    server.readUpTo = 1;
    await app.pullInbox();
    expect(unread(app)).toBe(0);
  });
});

describe('erasing', () => {
  test('takes everything from this phone, too', async () => {
    const app = await signedUp();
    app.rememberContact({ name: '王小明' });
    app.keepDraft('another', VISIT);
    await expect(app.eraseMe()).resolves.toBe('done');
    const left = [...app.phone.storage].map(([key, value]) => key + value).join('');
    expect(left).not.toMatch(/王小明|13800138000|ABCDEFGH23/);
    expect(app.phone.storage.has('session')).toBe(false);
  });

  test('without a network nothing changes', async () => {
    const app = await signedUp();
    server.instead.set('DELETE /api/v1/me', ['offline']);
    await expect(app.eraseMe()).resolves.toBe('offline');
    expect(statuses(app)).toEqual(['confirmed']);
  });
});

test('drafts: kept through a killed app, and dropped after a month', async () => {
  const app = await install();
  app.keepDraft('e', VISIT);
  app.phone.goToBack();
  const next = await install(app.phone.storage);
  next.sweepDrafts();
  expect(next.draftOf('e')).toEqual(VISIT);
  jest.setSystemTime(Date.UTC(2026, 9, 20));
  next.sweepDrafts();
  expect(next.draftOf('e')).toBeNull();
});
