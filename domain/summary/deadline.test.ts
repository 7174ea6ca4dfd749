import * as fc from 'fast-check';
import { DAY_MS, parseInstant } from '../time/time';
import { isLate, type Reminded, type Reminder, remindersDue } from './deadline';

const DUE = '2025-10-09';
const at = (text: string): number => parseInstant(text) ?? Number.NaN;

test.each([
  ['days before', '2025-10-01T09:00:00+08:00', false],
  ['the last second', '2025-10-09T23:59:59+08:00', false],
  ['the first after it', '2025-10-10T00:00:00+08:00', true],
  ['still the 9th in London, the 10th in China', '2025-10-09T17:00:00Z', true],
])('late: %s', (_, text, late) => {
  expect(isLate(at(text), DUE)).toBe(late);
});

const open: Reminded = { organisation: 'a', state: null, received: false, sent: [] };
test.each<readonly [string, string, Partial<Reminded>, readonly [Reminder, number] | null]>([
  ['eight days before', '2025-10-01', {}, null],
  ['seven days before', '2025-10-02', {}, [7, 7]],
  ['seven days before, a draft', '2025-10-02', { state: 'draft' }, [7, 7]],
  ['seven days before, returned', '2025-10-02', { state: 'returned' }, [7, 7]],
  ['seven days before, once only', '2025-10-02', { sent: [7] }, null],
  ['submitted', '2025-10-02', { state: 'submitted' }, null],
  ['accepted', '2025-10-02', { state: 'accepted' }, null],
  ['received on paper', '2025-10-02', { received: true }, null],
  ['the server was down on the day', '2025-10-04', {}, [7, 5]],
  ['three days before', '2025-10-06', { sent: [7] }, [3, 3]],
  ['three days before, the first was missed', '2025-10-06', {}, [3, 3]],
  ['one day before', '2025-10-08', { sent: [7, 3] }, [1, 1]],
  ['the last day, if missed', '2025-10-09', { sent: [7, 3] }, [1, 0]],
  ['the last day', '2025-10-09', { sent: [7, 3, 1] }, null],
  ['after it', '2025-10-10', {}, null],
])('reminder: %s', (_, day, change, due) => {
  const expected = due === null ? [] : [{ organisation: 'a', reminder: due[0], daysLeft: due[1] }];
  expect(remindersDue([{ ...open, ...change }], DUE, at(`${day}T08:00:00+08:00`))).toEqual(expected);
});

test('however often it is looked, each reminder goes out at most once', () => {
  const start = at('2025-09-25T00:00:00+08:00');
  fc.assert(
    fc.property(fc.array(fc.nat(20 * DAY_MS), { maxLength: 60 }), (looks) => {
      const sent: Reminder[] = [];
      for (const look of [...looks].sort((a, b) => a - b)) {
        const due = remindersDue([{ ...open, sent: [...sent] }], DUE, start + look);
        sent.push(...due.map(({ reminder }) => reminder));
      }
      expect(new Set(sent).size).toBe(sent.length);
      expect(sent).toEqual([...sent].sort((a, b) => b - a));
    }),
    { numRuns: 300, seed: 15 },
  );
});
