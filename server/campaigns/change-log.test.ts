import fc from 'fast-check';
import { sees } from '../../domain/region/region';
import { type Change, ChangeLog } from './change-log';

const CODES = ['100000', '540000', '540100', '540102', '540202', '110000', '110101'] as const;

function changeOf(id: string, rev: number, region: string, change: Partial<Change> = {}): Change {
  return { id, rev, region, removed: false, seenIn: [region], ...change };
}
const idsOf = (changes: readonly Change[]): string[] => changes.map(({ id }) => id);

test('a change is for the readers of its region, and for nobody else', () => {
  const log = new ChangeLog();
  log.apply([changeOf('a', 1, '540102'), changeOf('b', 2, '110101')]);
  expect([log.lastChanged('540102'), log.lastChanged('540000'), log.lastChanged('110000')]).toEqual([1, 1, 2]);
  log.apply([changeOf('a', 3, '540102')]);
  expect([log.lastChanged('540102'), log.lastChanged('110101'), log.lastChanged('540202')]).toEqual([3, 2, 0]);
  log.apply([changeOf('n', 4, '100000')]);
  expect(CODES.map((code) => log.lastChanged(code))).toEqual(CODES.map(() => 4));
});

test('a move is for the readers of both places', () => {
  const log = new ChangeLog();
  log.apply([changeOf('a', 1, '540102'), changeOf('a', 2, '110101', { seenIn: ['540102', '110101'] })]);
  expect(['540102', '110101'].map((code) => idsOf(log.since(code, 1)))).toEqual([['a'], ['a']]);
  expect(['540102', '110101'].map((code) => log.since(code, 1).map((each) => log.isShown(each, code)))).toEqual([
    [false],
    [true],
  ]);
});

test('the whole country is told how many events stand in each province, when that changes', () => {
  const log = new ChangeLog();
  log.apply([changeOf('a', 1, '540102'), changeOf('b', 2, '540202'), changeOf('c', 3, '110101')]);
  expect([log.provinces(), log.lastChanged('100000')]).toEqual([
    [
      { code: '110000', count: 1 },
      { code: '540000', count: 2 },
    ],
    3,
  ]);
  log.apply([changeOf('a', 4, '540102')]);
  expect(log.lastChanged('100000')).toBe(3);
  log.apply([changeOf('a', 5, '540102', { removed: true }), changeOf('c', 6, '110101', { removed: true })]);
  expect([log.provinces(), log.lastChanged('100000')]).toEqual([[{ code: '540000', count: 1 }], 6]);
});

test('any history, asked at any time: what it says is what going through all of it says', () => {
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    region: fc.constantFrom(...CODES),
    removed: fc.boolean(),
    asks: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300, size: 'max' }), fc.nat(300), (steps, after) => {
      const log = new ChangeLog();
      const truth = new Map<string, Change>();
      const last = new Map<string, number>();
      const wrong: string[] = [];
      steps.forEach(({ id, region, removed, asks }, index) => {
        const seenIn = [...new Set([...(truth.get(id)?.seenIn ?? []), region])];
        const change = changeOf(id, index + 1, region, { removed, seenIn });
        truth.set(id, change);
        log.apply([change]);
        for (const code of CODES) if (seenIn.some((each) => sees(code, each))) last.set(code, change.rev);
        if (asks) wrong.push(...CODES.slice(1).filter((code) => log.lastChanged(code) !== (last.get(code) ?? 0)));
      });
      expect(wrong).toEqual([]);
      const expected = CODES.map((code) =>
        [...truth.values()]
          .filter(({ rev, seenIn }) => rev > after && seenIn.some((each) => sees(code, each)))
          .sort((a, b) => a.rev - b.rev),
      );
      expect(CODES.map((code) => log.since(code, after))).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
