/** No copy on the phone passes its limit, whatever the server sends. */
import * as fc from 'fast-check';
import { EMPTY_REPLICA, type Replica } from '../../domain/feed/delta';
import { MOST_COPY_BYTES } from '../../domain/policy';
import { connect, launch, LHASA, server, SHIGATSE, shown, stateOf } from '../testing/fake-feed-server';
import { phone } from '../testing/fake-taro';
import { onFreshPhones } from '../testing/fresh-phones';
import { copyBytes } from './copy-bytes';
import { pullFeed } from './pull';

onFreshPhones();
beforeEach(connect);

const LONG = '质'.repeat(900);
/** So many events of this length pass the limit. */
const TOO_MANY = Math.ceil(MOST_COPY_BYTES / LONG.length / 3);
const HALF = Math.floor(TOO_MANY / 2);
const storedBytes = (): number => [...phone.storage.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const publishMany = (from: number, to: number): void => {
  for (let index = from; index < to; index += 1) server.feed.change('publish', `m-${index}`, LONG);
};

test('a region with too many is given up after one page, and the copy of another stays', async () => {
  server.feed.change('publish', 'a');
  await launch(LHASA).pull();
  publishMany(0, TOO_MANY * 2);
  phone.requests = [];
  const large = launch(SHIGATSE);
  await large.pull();
  expect(stateOf(large)).toMatchObject({ problem: 'too-large', status: 'idle', lastSyncedAt: null });
  expect(shown(large)).toEqual([]);
  expect(phone.requests).toHaveLength(1);
  expect(shown(launch(LHASA))).toEqual(['a']);
});

test('a copy that a change would make too large stays as it was, and says so', async () => {
  server.size = 5_000;
  publishMany(0, HALF);
  const handle = launch();
  await handle.pull();
  const before = stateOf(handle);
  expect(before.problem).toBeNull();
  publishMany(HALF, TOO_MANY);
  await handle.pull();
  expect(stateOf(handle)).toEqual({ ...before, problem: 'too-large' });
  expect(storedBytes()).toBeLessThanOrEqual(MOST_COPY_BYTES * 1.01);
  for (let index = 0; index < HALF; index += 1) server.feed.change('remove', `m-${index}`);
  await handle.pull();
  expect(stateOf(handle).problem).toBeNull();
});

test('whatever is published, no copy passes its limit, and what fits is whole', async () => {
  const step = fc.record({
    id: fc.nat({ max: 30 }),
    what: fc.constantFrom('publish' as const, 'publish' as const, 'remove' as const),
    length: fc.nat({ max: 600 }),
  });
  const most = 6_000;
  const rounds = fc.array(fc.array(step, { maxLength: 15 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rounds, fc.integer({ min: 1, max: 9 }), async (changes, size) => {
      connect();
      server.size = size;
      let copy: Replica = EMPTY_REPLICA;
      const onReplica = (next: Replica): void => {
        expect(copyBytes(next)).toBeLessThanOrEqual(most);
        copy = next;
      };
      const isWanted = (): boolean => true;
      for (const steps of changes) {
        for (const { what, id, length } of steps) server.feed.change(what, `e-${id}`, '量'.repeat(length));
        const pull = { region: '540100', campaignId: undefined, from: copy, onReplica, isWanted, mostBytes: most };
        const problem = await pullFeed(pull);
        if (problem === null) expect(copy.events).toEqual(server.feed.truth());
        else expect(problem).toBe('too-large');
      }
    }),
    { numRuns: 60 },
  );
});
