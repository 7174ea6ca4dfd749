import * as v from 'valibot';
import { MOST_SCANS, ScanResultSchema, ScanSchema, ScanUploadSchema } from './scan';

const TICKET = 'ABCDEFGHJ2';
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

describe('on the wire', () => {
  const wire = { id: uuid(1), event: 'lab', at: '2026-09-08T09:00:00+08:00', offline: false };
  test('a scan’s time becomes epoch ms', () => {
    const parsed = v.parse(ScanSchema, { ...wire, kind: 'enter', ticket: TICKET, seats: 1 });
    expect(parsed.at).toBe(Date.UTC(2026, 8, 8, 1));
  });

  test.each([
    ['a ticket that is none', { ...wire, kind: 'enter', ticket: 'ABC', seats: 1 }],
    ['no seat', { ...wire, kind: 'enter', ticket: TICKET, seats: 0 }],
    ['half a seat', { ...wire, kind: 'enter', ticket: TICKET, seats: 1.5 }],
    ['more than a party', { ...wire, kind: 'enter', ticket: TICKET, seats: 51 }],
    ['both a ticket and a sign-up', { ...wire, kind: 'enter', ticket: TICKET, signUpId: uuid(2), seats: 1 }],
    ['a manual one without a sign-up', { ...wire, kind: 'manual', seats: 1 }],
    ['an undo of nothing', { ...wire, kind: 'undo' }],
    ['an undo with seats', { ...wire, kind: 'undo', undoes: uuid(2), seats: 1 }],
    ['a walk-in with a ticket', { ...wire, kind: 'walk-in', seats: 1, ticket: TICKET }],
    ['less than nobody on paper', { ...wire, kind: 'paper', seats: -1 }],
    ['an unknown kind', { ...wire, kind: 'exit', seats: 1 }],
    ['an id that is none', { ...wire, id: '1', kind: 'walk-in', seats: 1 }],
    ['a time without an offset', { ...wire, at: '2026-09-08T09:00:00', kind: 'walk-in', seats: 1 }],
    ['a name', { ...wire, kind: 'walk-in', seats: 1, name: '卓玛' }],
  ])('refuses %s', (_, scan) => {
    expect(v.is(ScanSchema, scan)).toBe(false);
  });
});

test.each([
  ['one', 1, true],
  ['as many as fit', MOST_SCANS, true],
  ['none', 0, false],
  ['one too many', MOST_SCANS + 1, false],
])('an upload of %s', (_, count, taken) => {
  expect(v.is(ScanUploadSchema, { scans: Array(count).fill({}) })).toBe(taken);
});

test.each([
  ['a verdict', { id: uuid(1), verdict: 'ok', seats: 2, remaining: 1, flags: ['late'] }, true],
  ['one refused alone', { id: uuid(1), code: 'scan-conflict' }, true],
  ['an unknown verdict', { id: uuid(1), verdict: 'maybe', flags: [] }, false],
  ['an unknown flag', { id: uuid(1), verdict: 'ok', flags: ['odd'] }, false],
])('an answer: %s', (_, result, taken) => {
  expect(v.is(ScanResultSchema, result)).toBe(taken);
});
