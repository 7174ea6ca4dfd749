import { type Change, changesOf } from '../../domain/event/change';
import { eventNamed } from '../../domain/testing/fake-feed-server';
import { phone } from '../testing/fake-taro';
import { knownEvents, markChangesSeen, updateKnownEvents } from './known-events';
import { app, install, onNewApps, signedUp, statuses } from '../testing/fake-outbox';
import { cancelSignUp, mySignUps, pullSignUps } from './sign-ups';
import { EVENT } from '../testing/fake-account-server';

onNewApps();

const titled = (rev: number, title: string) => ({ ...EVENT, rev, title });
function changes(): readonly Change[] {
  const tracker = knownEvents.getState().trackers[EVENT.id];
  return tracker === undefined ? [] : changesOf(tracker);
}

test('readable offline after the app was killed', async () => {
  await signedUp();
  install(phone.storage);
  phone.server = () => 'offline';
  await pullSignUps();
  expect(mySignUps.getState().signUps[0]?.ticket).toBe('ABCDEFGH23');
  expect(knownEvents.getState().events[EVENT.id]).toEqual(EVENT);
});

test('promoted meanwhile: the list says so', async () => {
  app.server.status = 'waitlisted';
  await signedUp();
  expect(statuses()).toEqual(['waitlisted']);
  for (const [id, signUp] of app.server.signUps) app.server.signUps.set(id, { ...signUp, status: 'confirmed' });
  await pullSignUps();
  expect(statuses()).toEqual(['confirmed']);
});

describe('what changed in an event', () => {
  test('is kept until it is seen, through other syncs and a killed app', async () => {
    await signedUp();
    expect(changes()).toEqual([]);
    updateKnownEvents(() => titled(4, 'B'));
    updateKnownEvents(() => titled(5, 'C'));
    updateKnownEvents((id) => (id === 'other' ? eventNamed('other', 9) : undefined));
    install(phone.storage);
    expect(changes()).toEqual([{ field: 'title', from: EVENT.title, to: 'C' }]);
    app.server.events = [titled(5, 'C')];
    await pullSignUps();
    expect(changes()).toHaveLength(1);
    markChangesSeen(EVENT.id);
    install(phone.storage);
    expect(changes()).toEqual([]);
  });

  test('is heard from the list of sign-ups, too, though another region is chosen', async () => {
    await signedUp();
    app.server.events = [titled(4, 'B')];
    await pullSignUps();
    expect(changes()).toHaveLength(1);
    expect(knownEvents.getState().events[EVENT.id]?.title).toBe('B');
  });

  test('an older copy does not undo it', async () => {
    await signedUp();
    updateKnownEvents(() => titled(9, 'C'));
    updateKnownEvents(() => titled(4, 'B'));
    expect(knownEvents.getState().events[EVENT.id]?.title).toBe('C');
  });
});

test('a copy of which a part does not parse keeps the rest', async () => {
  await signedUp();
  const stored = JSON.parse(phone.storage.get('sign-ups') ?? '{}') as { signUps: unknown[] };
  const broken = { signUps: [{ nonsense: 1 }, ...stored.signUps] };
  install(new Map([...phone.storage, ['sign-ups', JSON.stringify(broken)]]));
  expect(statuses()).toEqual(['confirmed']);
});

describe('cancelling', () => {
  test('is done once the server says so', async () => {
    await signedUp();
    const [id = ''] = app.server.signUps.keys();
    await expect(cancelSignUp(id)).resolves.toEqual({ ok: true });
    expect(statuses()).toEqual(['cancelled']);
    await expect(cancelSignUp(id)).resolves.toEqual({ ok: true });
  });

  test.each([
    ['offline', 'offline'],
    [{ status: 409, body: '{"code":"event-started"}' }, 'event-started'],
    [{ status: 500, body: '' }, 'server'],
  ] as const)('%j leaves it as it is', async (answer, code) => {
    await signedUp();
    const [id = ''] = app.server.signUps.keys();
    app.server.instead.set(`POST /api/v1/sign-ups/${id}/cancel`, [answer]);
    await expect(cancelSignUp(id)).resolves.toEqual({ ok: false, code });
    expect(statuses()).toEqual(['confirmed']);
  });
});
