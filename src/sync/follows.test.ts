import { changesOf } from '../../domain/event/change';
import { eventNamed } from '../../domain/testing/fake-feed-server';

/** The app started anew on a phone with this storage: its stores read what is stored. */
async function start(storage: ReadonlyMap<string, string> = new Map()) {
  jest.resetModules();
  const { phone } = await import('../platform/taro-double');
  phone.storage = new Map(storage);
  return { phone, ...(await import('./follows')) };
}

const fieldsOf = ({ follows }: Awaited<ReturnType<typeof start>>, id: string): string[] => {
  const watch = follows.getState().watches[id];
  return watch === undefined ? [] : changesOf(watch).map(({ field }) => field);
};

test('what is followed is there after a restart, latest first, and gone once it is followed no more', async () => {
  const first = await start();
  first.follow(eventNamed('a', 1));
  first.follow(eventNamed('b', 1));
  first.follow(eventNamed('a', 1));
  const second = await start(first.phone.storage);
  expect(second.follows.getState().ids).toEqual(['b', 'a']);
  second.unfollow('b');
  second.unfollow('never');
  const third = await start(second.phone.storage);
  expect(third.follows.getState()).toMatchObject({ ids: ['a'], events: { a: { id: 'a' } } });
  expect(Object.keys(third.follows.getState().watches)).toEqual(['a']);
});

test('what changed accumulates until it is seen, over restarts and unrelated news', async () => {
  const first = await start();
  first.follow(eventNamed('a', 1));
  first.hearOfFollowed((id) => (id === 'a' ? eventNamed('a', 2, { title: 'moved' }) : undefined));
  first.hearOfFollowed((id) => (id === 'b' ? eventNamed('b', 3) : undefined));
  const later = await start(first.phone.storage);
  later.hearOfFollowed(() => eventNamed('a', 4, { title: 'moved', startsAt: '2026-09-18T15:00:00+08:00' }));
  expect(fieldsOf(later, 'a')).toEqual(['time', 'title']);
  later.markFollowedSeen('a');
  expect(fieldsOf(await start(later.phone.storage), 'a')).toEqual([]);
});

test('a stored copy that is damaged loses only what is damaged', async () => {
  const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const app = await start();
  app.follow(eventNamed('a', 1));
  app.follow(eventNamed('b', 1));
  const rows = JSON.parse(app.phone.storage.get('follows') ?? '[]') as unknown[];
  const damaged = JSON.stringify([{ event: 7 }, ...rows.slice(1), null]);
  expect((await start(new Map([['follows', damaged]]))).follows.getState().ids).toEqual(['a']);
  expect((await start(new Map([['follows', 'no JSON']]))).follows.getState().ids).toEqual([]);
  warned.mockRestore();
});

test('two hundred are enough', async () => {
  const app = await start();
  for (let index = 0; index < 200; index += 1) expect(app.follow(eventNamed(`e${index}`, 1))).toBe('ok');
  expect(app.follow(eventNamed('one-more', 1))).toBe('full');
  app.unfollow('e7');
  expect(app.follow(eventNamed('one-more', 1))).toBe('ok');
});

test('without room it is followed for as long as the app runs, and that is known', async () => {
  const app = await start();
  app.phone.quota = 10;
  expect(app.follow(eventNamed('a', 1))).toBe('ok');
  expect(app.follows.getState().ids).toEqual(['a']);
  expect((await import('./room')).isUnkept('follows')).toBe(true);
});
