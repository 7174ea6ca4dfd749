import { MINUTE_MS } from '../time/time';
import { arrivalsOf, attendanceOfEvent, countedScans, rehearsedScans, scansToSettle } from './attendance';
import { Door, DOOR_EVENT, DURING, type DoorParty } from './door-double';
import { bodyOfScan, decideLeaving } from './receive';
import type { Scan, ScanFact } from './scan';
import { decideSettlement, type Settlement } from './settlement';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const TICKET = 'ABCDEFGHJ2';
const PARTY: DoorParty = { id: uuid(900), ticket: TICKET, event: 'lab', seats: 3, status: 'confirmed' };
const WAITING: DoorParty = { ...PARTY, id: uuid(901), ticket: 'ABCDEFGHJ3', status: 'waitlisted' };
const ELSEWHERE: DoorParty = { ...PARTY, id: uuid(902), ticket: 'ABCDEFGHJ4', event: 'fair' };
const ALL = [PARTY, WAITING, ELSEWHERE];

type Enter = Extract<Scan, { readonly kind: 'enter' }>;
const enter = (n: number, change: Partial<Enter> = {}): Enter => ({
  id: uuid(n),
  kind: 'enter',
  event: 'lab',
  ticket: TICKET,
  seats: 3,
  at: DURING,
  offline: false,
  ...change,
});
const alone = (n: number, change: Partial<Enter> = {}): Enter => enter(n, { offline: true, ...change });
const undo = (n: number, undoes: number): Scan => ({
  id: uuid(n),
  kind: 'undo',
  event: 'lab',
  at: DURING,
  offline: false,
  undoes: uuid(undoes),
});
const fact = (received: ScanFact | 'conflict'): ScanFact => {
  if (received === 'conflict') throw new Error('conflict');
  return received;
};
const settle = (n: number, decision: 'accept' | 'void', at = 0): Settlement => ({
  id: `settlement ${at}`,
  scan: uuid(n),
  decision,
  word: '重复',
  at,
});

describe('a known id', () => {
  test('gets its stored verdict, even after the event was cancelled', () => {
    const door = new Door(ALL);
    const first = door.receive(enter(1), 'a');
    door.event = { ...DOOR_EVENT, status: 'cancelled' };
    expect(door.receive(enter(1), 'a')).toBe(first);
    expect(fact(door.receive(enter(2), 'a')).verdict).toBe('event-cancelled');
  });

  test.each<readonly [string, Scan]>([
    ['another ticket', enter(1, { ticket: WAITING.ticket })],
    ['other seats', enter(1, { seats: 2 })],
    ['another time', enter(1, { at: DURING + 1 })],
    ['another event', enter(1, { event: 'fair' })],
    ['a rehearsal', enter(1, { rehearsal: true })],
    ['another kind', { ...undo(1, 7) }],
  ])('with %s is a conflict', (_, other) => {
    const door = new Door(ALL);
    door.receive(enter(1), 'a');
    expect(door.receive(other, 'a')).toBe('conflict');
    expect(door.facts()).toHaveLength(1);
  });

  test('sent again as one that the device decided alone is the same scan', () => {
    const door = new Door(ALL);
    const first = door.receive(enter(1), 'a');
    expect(door.receive(alone(1), 'a')).toBe(first);
    expect(bodyOfScan(enter(1))).toBe(bodyOfScan(alone(1, { confirmed: true })));
  });
});

test.each<readonly [string, Enter, string]>([
  ['a ticket of nobody', enter(1, { ticket: 'ABCDEFGHJ9' }), 'invalid'],
  ['another event’s ticket', enter(1, { ticket: ELSEWHERE.ticket }), 'other-event'],
  ['one that waits', enter(1, { ticket: WAITING.ticket }), 'not-confirmed'],
])('the server is asked: %s is refused, kept and not counted', (_, scan, verdict) => {
  const door = new Door(ALL);
  expect(door.receive(scan, 'a')).toMatchObject({ verdict, seats: 0, flags: [] });
  expect(door.facts()).toHaveLength(1);
  expect(attendanceOfEvent(door.facts())).toBeNull();
});

test.each<readonly [string, Enter, readonly string[], number | null]>([
  ['a ticket of nobody', alone(1, { ticket: 'ABCDEFGHJ9' }), ['unverified'], null],
  ['another event’s ticket', alone(1, { ticket: ELSEWHERE.ticket }), ['wrong-event'], null],
  ['one that waits', alone(1, { ticket: WAITING.ticket }), ['after-cancel'], null],
  ['before the door opens', alone(1, { at: 879 * MINUTE_MS }), ['late'], 3],
  ['a clock ahead', alone(1, { at: DURING + 6 * MINUTE_MS }), ['clock-off'], 3],
  ['an upload long after', alone(1, { at: DURING - 60 * MINUTE_MS }), [], 3],
  ['a clock behind, online', enter(1, { at: DURING - 6 * MINUTE_MS }), ['clock-off'], 3],
  ['nothing special', alone(1), [], 3],
  ['two faults', alone(1, { ticket: 'ABCDEFGHJ9', at: 0 }), ['unverified', 'late'], null],
])('flags: %s', (_, scan, flags, total) => {
  const door = new Door(ALL);
  expect(door.receive(scan, 'a')).toMatchObject({ verdict: 'ok', flags });
  expect(attendanceOfEvent(door.facts())?.total ?? null).toBe(total);
});

test('an event that was cancelled while a device was offline flags what comes up afterwards', () => {
  const door = new Door(ALL);
  door.event = { ...DOOR_EVENT, status: 'cancelled' };
  expect(door.receive(alone(1), 'a')).toMatchObject({ verdict: 'ok', flags: ['after-cancel'] });
});

test('the wrong time is passed by one more tap, and flagged', () => {
  const door = new Door(ALL, 100 * MINUTE_MS);
  const at = 100 * MINUTE_MS;
  expect(door.receive(enter(1, { at }), 'a')).toMatchObject({ verdict: 'wrong-time', seats: 0 });
  expect(door.receive(enter(2, { at, confirmed: true }), 'a')).toMatchObject({ verdict: 'ok', flags: ['late'] });
});

test('two devices without a network let the same party in: counted once, one flag, in either order', () => {
  for (const order of [
    [1, 2],
    [2, 1],
  ]) {
    const door = new Door(ALL);
    for (const n of order) door.receive(alone(n), `device ${n}`);
    expect(attendanceOfEvent(door.facts())?.total).toBe(3);
    expect(door.facts().map(({ flags }) => flags)).toEqual([[], ['duplicate']]);
  }
});

test('a party comes in parts, and no more of them than have seats', () => {
  const door = new Door(ALL);
  const first = fact(door.receive(enter(1, { seats: 2 }), 'a'));
  expect(first.seats).toBe(2);
  const second = fact(door.receive(enter(2, { seats: 2 }), 'b'));
  expect([second.seats, second.flags]).toEqual([1, []]);
  expect(door.receive(enter(3, { seats: 1 }), 'a')).toMatchObject({ verdict: 'already-in', seats: 0 });
});

test('a party’s first and last arrival, whatever order they come up in; none once undone', () => {
  const door = new Door(ALL);
  door.receive(alone(1, { seats: 1, at: DURING + 2 }), 'a');
  door.receive(alone(2, { seats: 1, at: DURING + 1 }), 'b');
  const arrivals = { first: { at: DURING + 1, device: 'b' }, last: { at: DURING + 2, device: 'a' } };
  expect(arrivalsOf(PARTY.id, countedScans(door.facts()))).toEqual(arrivals);
  expect(arrivalsOf(WAITING.id, countedScans(door.facts()))).toBeNull();
  door.receive(undo(3, 1), 'a');
  door.receive(undo(4, 2), 'b');
  expect(arrivalsOf(PARTY.id, countedScans(door.facts()))).toBeNull();
});

describe('undo', () => {
  test('frees the seats, before or after what it undoes', () => {
    const door = new Door(ALL);
    door.receive(undo(2, 1), 'a');
    door.receive(enter(1), 'a');
    expect(attendanceOfEvent(door.facts())).toBeNull();
    expect(door.receive(enter(3), 'a')).toMatchObject({ verdict: 'ok', seats: 3 });
  });

  test.each<readonly [string, Scan, string]>([
    ['another device', undo(2, 1), 'b'],
    ['another event', { ...undo(2, 1), event: 'fair' }, 'a'],
    ['a rehearsal', { ...undo(2, 1), rehearsal: true }, 'a'],
  ])('from %s does nothing', (_, scan, device) => {
    const door = new Door(ALL);
    door.receive(enter(1), 'a');
    door.receive(scan, device);
    expect(attendanceOfEvent(door.facts())?.total).toBe(3);
  });

  test('of an undo does nothing', () => {
    const door = new Door(ALL);
    door.receive(enter(1), 'a');
    door.receive(undo(2, 1), 'a');
    door.receive(undo(3, 2), 'a');
    expect(attendanceOfEvent(door.facts())).toBeNull();
  });
});

test('a rehearsal is judged like any entry, whatever the time, never counted and leaves nothing to settle', () => {
  const door = new Door(ALL, 0);
  expect(door.receive(enter(1, { rehearsal: true }), 'a')).toMatchObject({ verdict: 'ok', flags: [] });
  expect(door.receive(enter(2, { rehearsal: true }), 'a')).toMatchObject({ verdict: 'already-in' });
  expect(attendanceOfEvent(door.facts())).toBeNull();
  expect(rehearsedScans(door.facts())).toHaveLength(1);
  door.now = DURING;
  expect(door.receive(enter(3), 'a')).toMatchObject({ verdict: 'ok', seats: 3 });
});

describe('attendance by how it was counted', () => {
  test('keeps tickets, names, walk-ins and paper apart', () => {
    const door = new Door(ALL);
    door.receive(enter(1, { seats: 1 }), 'a');
    door.receive({ ...base(2), kind: 'manual', signUpId: PARTY.id, seats: 2 }, 'a');
    door.receive({ ...base(3), kind: 'walk-in', seats: 4 }, 'a');
    door.receive({ ...base(4), kind: 'paper', seats: 20 }, null);
    const expected = { scanned: 1, manual: 2, walkIn: 4, paper: 20, total: 27 };
    expect(attendanceOfEvent(door.facts())).toEqual(expected);
  });

  test('a number on paper of none is a check; no check is none', () => {
    const door = new Door(ALL);
    expect(attendanceOfEvent(door.facts())).toBeNull();
    door.receive({ ...base(1), kind: 'paper', seats: 0 }, null);
    expect(attendanceOfEvent(door.facts())?.total).toBe(0);
  });

  test('a party that gave seats back counts to the fewer', () => {
    const facts = [4, 3].map((seats, n): ScanFact => ({
      ...fact(new Door(ALL).receive(alone(n, { seats: 4 }), 'a')),
      party: { id: 'p', seats },
    }));
    expect(attendanceOfEvent(facts)?.total).toBe(3);
  });
});

function base(n: number) {
  return { id: uuid(n), event: 'lab', at: DURING, offline: false } as const;
}

describe('settling', () => {
  const doubtful = () => {
    const door = new Door(ALL);
    door.receive(alone(1, { ticket: 'ABCDEFGHJ9', seats: 2 }), 'a');
    return door.facts();
  };

  test.each<readonly [string, readonly Settlement[], number | null, number]>([
    ['waits for an editor', [], null, 1],
    ['accepted, counts', [settle(1, 'accept')], 2, 0],
    ['voided, does not', [settle(1, 'void')], null, 0],
    ['the last word holds', [settle(1, 'void', 2), settle(1, 'accept', 1)], null, 0],
  ])('a code that is in no list: %s', (_, settlements, total, open) => {
    expect(attendanceOfEvent(doubtful(), settlements)?.total ?? null).toBe(total);
    expect(scansToSettle(doubtful(), settlements)).toHaveLength(open);
  });

  test('voiding takes a scan out that counted', () => {
    const door = new Door(ALL);
    door.receive(alone(1, { at: 0 }), 'a');
    expect(countedScans(door.facts())).toHaveLength(1);
    expect(countedScans(door.facts(), [settle(1, 'void')])).toHaveLength(0);
  });

  test('what was undone needs no settling', () => {
    const door = new Door(ALL);
    door.receive(alone(1, { at: 0 }), 'a');
    door.receive(undo(2, 1), 'a');
    expect(scansToSettle(door.facts(), [])).toEqual([]);
  });

  const [flagged = null] = doubtful();
  const clean = fact(new Door(ALL).receive(enter(1), 'a'));
  test.each([
    ['no such scan', null, { decision: 'accept', word: '' }, [], { ok: false, code: 'not-found' }],
    ['no flag', clean, { decision: 'accept', word: '' }, [], { ok: false, code: 'no-flags' }],
    ['void without a word', flagged, { decision: 'void', word: '' }, [], { ok: false, code: 'word-required' }],
    ['void with one', flagged, { decision: 'void', word: '重复' }, [], { ok: true, changed: true }],
    ['accepted', flagged, { decision: 'accept', word: '' }, [], { ok: true, changed: true }],
    ['the same again', flagged, { decision: 'void', word: '重复' }, [settle(1, 'void')], { ok: true, changed: false }],
    ['otherwise now', flagged, { decision: 'accept', word: '' }, [settle(1, 'void')], { ok: true, changed: true }],
  ] as const)('%s', (_, scan, body, settlements, decision) => {
    expect(decideSettlement(scan, body, settlements)).toEqual(decision);
  });
});

test('nobody cancels once one of the party is in', () => {
  expect(decideLeaving(0)).toEqual({ ok: true });
  expect(decideLeaving(1)).toEqual({ ok: false, code: 'already-in' });
});
