import fc from 'fast-check';
import { applyDelta, EMPTY_REPLICA, nextCursor, type SyncState } from '../../domain/feed/delta';
import type { QualityEvent } from '../../domain/event/event';
import { sees } from '../../domain/region/region';
import { makeFreshApp, type TestApp } from '../testing/app';
import { ENGINES } from '../testing/database';
import { useTestServer } from '../testing/test-server';

const READERS = ['540100', '540000', '100000'] as const;
const RUNS = 20;
const PROPERTY_MS = 300_000;

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const change = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      id,
      region: fc.constantFrom('540102', '540202', '540000', '110101', '100000'),
      title: fc.constantFrom('甲', '乙', '丙'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), id, reason: fc.constantFrom('雪', '雨') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('remove' as const), id }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('pull' as const),
      reader: fc.nat(READERS.length - 1),
      pages: fc.constantFrom(1, 1, 1, 2, 9),
      /** The phone was killed: what it had not shown yet is gone. */
      forgets: fc.nat(4).map((dice) => dice === 0),
    }),
  },
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** What should stand, kept apart from the server's ways: the last word on every id. */
class Truth {
  private readonly standing = new Map<string, { region: string; title: string; cancelled: string | null }>();

  publish(event: string, region: string, title: string): void {
    this.standing.set(event, { region, title, cancelled: this.standing.get(event)?.cancelled ?? null });
  }
  cancel(event: string, reason: string): void {
    const known = this.standing.get(event);
    if (known) known.cancelled = reason;
  }
  remove(event: string): void {
    this.standing.delete(event);
  }
  seenBy(reader: string): unknown[] {
    return [...this.standing]
      .filter(([, { region }]) => sees(reader, region))
      .map(([event, { region, title, cancelled }]) => ({ id: event, region, title, cancelled }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

const shown = (events: Iterable<QualityEvent>): unknown[] =>
  [...events]
    .map(({ id: event, region, title, cancelReason }) => ({
      id: event,
      region,
      title,
      cancelled: cancelReason ?? null,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

async function pull(at: TestApp, region: string, from: SyncState, pages: number): Promise<SyncState> {
  let state = from;
  for (let page = 0; page < pages; page++) {
    const cursor = nextCursor(state);
    const answer = await at.feed({ region, ...(cursor !== null && { cursor }) });
    state = applyDelta(state, answer);
    if (!answer.more) break;
  }
  return state;
}

async function perform(at: TestApp, truth: Truth, states: SyncState[], step: Change): Promise<void> {
  switch (step.do) {
    case 'publish':
      truth.publish(step.id, step.region, step.title);
      await at.publish(step.id, { region: step.region, title: step.title });
      return;
    case 'cancel':
      truth.cancel(step.id, step.reason);
      await at.cancel(step.id, step.reason);
      return;
    case 'remove':
      truth.remove(step.id);
      await at.remove(step.id);
      return;
    case 'pull': {
      const state = states[step.reader];
      const region = READERS[step.reader];
      if (!state || region === undefined) throw new Error('no such reader');
      const next = await pull(at, region, state, step.pages);
      states[step.reader] = step.forgets ? { visible: next.visible, staging: null } : next;
    }
  }
}

describe.each(ENGINES)('phones that sync with %s', (engine) => {
  const testServer = useTestServer(engine);

  test(
    'end with what a full fetch has, whatever happened, in any page size, interrupted anywhere',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom(1, 1, 2, 3),
          fc.array(change, { minLength: 5, maxLength: 30 }),
          async (pageSize, steps) => {
            const at = await makeFreshApp(testServer.database, { pageSize });
            try {
              const truth = new Truth();
              const states = READERS.map((): SyncState => ({ visible: EMPTY_REPLICA, staging: null }));
              for (const first of ['a', 'b', 'c', 'd'] as const) {
                await perform(at, truth, states, { do: 'publish', id: first, region: '540102', title: '甲' });
              }
              for (const step of steps) await perform(at, truth, states, step);
              for (const [index, region] of READERS.entries()) {
                const { visible } = await pull(
                  at,
                  region,
                  states[index] ?? { visible: EMPTY_REPLICA, staging: null },
                  Infinity,
                );
                const full = await pull(at, region, { visible: EMPTY_REPLICA, staging: null }, Infinity);
                expect(shown(visible.events.values())).toEqual(truth.seenBy(region));
                expect(new Map([...visible.events].sort())).toEqual(new Map([...full.visible.events].sort()));
                expect([visible.campaign, visible.programme]).toEqual([full.visible.campaign, full.visible.programme]);
              }
            } finally {
              await at.app.close();
            }
          },
        ),
        { numRuns: RUNS },
      ),
    PROPERTY_MS,
  );
});
