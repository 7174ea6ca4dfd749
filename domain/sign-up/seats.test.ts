import {
  decidePromotion,
  decideSeat,
  decideSeats,
  overbooked,
  type SeatRequest,
  type SeatState,
  type SeatTerms,
  waitReason,
} from './seats';
import { ReferenceSeats, termsOf } from '../testing/reference-seats';

const MINUTE = 60_000;
const at = (minute: number): number => minute * MINUTE;
const EMPTY: SeatState = { taken: 0, waiting: 0 };
const CONFIRMED = { ok: true, status: 'confirmed' };

const request = (part: Partial<SeatRequest> = {}): SeatRequest => ({
  account: 'a',
  seats: 1,
  consent: '1',
  active: false,
  ...part,
});

describe('微信账号报名: only accounts that WeChat named', () => {
  const base = termsOf(9);
  const terms: SeatTerms = { ...base, signUp: base.signUp && { ...base.signUp, wechatOnly: true } };

  test.each([
    ['another account is refused', {}, { ok: false, code: 'wechat-account-needed' }],
    ['one of WeChat is taken', { wechat: true }, CONFIRMED],
    ['a second one of it is not', { wechat: true, active: true }, { ok: false, code: 'already-signed-up' }],
  ])('%s', (_, part, decision) => {
    expect(decideSeat(terms, EMPTY, request(part), at(1))).toEqual(decision);
  });

  test('before the opening it says only that', () => {
    expect(decideSeat(terms, EMPTY, request(), -1)).toEqual({ ok: false, code: 'not-open' });
  });
});

describe('rule 2: one active sign-up per account and event', () => {
  test('a second one is refused', () => {
    expect(decideSeat(termsOf(9), EMPTY, request({ active: true }), at(1))).toEqual({
      ok: false,
      code: 'already-signed-up',
    });
  });

  test('a cancelled one does not count', () => {
    const ledger = new ReferenceSeats(termsOf(9), at(1));
    ledger.signUp('1', 'a', 2);
    ledger.cancel('1');
    expect(ledger.signUp('2', 'a', 2)).toEqual(CONFIRMED);
  });

  test('two in one queue: the first is taken', () => {
    const { decisions, state } = decideSeats(termsOf(9), EMPTY, [request(), request()], at(1));
    expect(decisions).toEqual([CONFIRMED, { ok: false, code: 'already-signed-up' }]);
    expect(state).toEqual({ taken: 1, waiting: 0 });
  });

  test('a refused one in the queue does not bar the next of the same account', () => {
    const queue = [request({ seats: 8 }), request({ seats: 2 })];
    expect(decideSeats(termsOf(9, 4), EMPTY, queue, at(1)).decisions).toEqual([
      { ok: false, code: 'party-too-large' },
      CONFIRMED,
    ]);
  });
});

describe('rule 3: confirmed seats never exceed capacity', () => {
  test.each([
    ['the last seats', 8, 2, 'confirmed'],
    ['one seat too many', 9, 2, 'waitlisted'],
    ['nothing free', 10, 1, 'waitlisted'],
    ['overbooked by a cut', 12, 1, 'waitlisted'],
  ])('%s', (_, taken, seats, status) => {
    expect(decideSeat(termsOf(10), { taken, waiting: 0 }, request({ seats }), at(1))).toMatchObject({ status });
  });
});

describe('rule 4: all or nothing, first come first served', () => {
  test.each([
    ['full', { taken: 10, waiting: 0 }, 1, { position: 1, waitReason: 'full' }],
    ['full, and others wait', { taken: 10, waiting: 3 }, 1, { position: 4, waitReason: 'full' }],
    ['a party that does not fit waits whole', { taken: 8, waiting: 0 }, 3, { position: 1, waitReason: 'does-not-fit' }],
    ['a newcomer who fits does not overtake', { taken: 8, waiting: 1 }, 1, { position: 2, waitReason: 'behind' }],
  ])('%s', (_, state, seats, waiting) => {
    expect(decideSeat(termsOf(10), state, request({ seats }), at(1))).toEqual({
      ok: true,
      status: 'waitlisted',
      ...waiting,
    });
  });

  test.each([
    ['over maxParty', 10, 4, 5],
    ['over the capacity: it would wait for ever, and all behind it', 3, 50, 4],
  ])('a party %s is refused', (_, capacity, maxParty, seats) => {
    expect(decideSeat(termsOf(capacity, maxParty), EMPTY, request({ seats }), at(1))).toEqual({
      ok: false,
      code: 'party-too-large',
    });
  });

  test('the reason is told anew as seats come free', () => {
    expect([waitReason(1, 10, 10), waitReason(1, 9, 10), waitReason(2, 9, 10), waitReason(2, 12, 10)]).toEqual([
      'full',
      'does-not-fit',
      'behind',
      'full',
    ]);
  });
});

describe('rule 5: promotion', () => {
  const waitlist = [
    { id: 'x', seats: 2 },
    { id: 'y', seats: 3 },
    { id: 'z', seats: 1 },
  ];
  const promoted = (taken: number, terms: SeatTerms = termsOf(10), now = at(1)): string[] =>
    decidePromotion(terms, taken, waitlist, now).map(({ id }) => id);

  test.each([
    ['nothing free', 10, []],
    ['the head does not fit and blocks those who would', 9, []],
    ['the head fits exactly', 8, ['x']],
    ['the second does not fit and blocks the third', 7, ['x']],
    ['two fit', 5, ['x', 'y']],
    ['all fit', 4, ['x', 'y', 'z']],
  ])('%s', (_, taken, ids) => {
    expect(promoted(taken)).toEqual(ids);
  });

  test('still happens after sign-up has closed, until the event starts', () => {
    expect(promoted(8, termsOf(10), at(1000) - 1)).toEqual(['x']);
    expect(promoted(0, termsOf(10), at(1000))).toEqual([]);
  });

  test('waits while a superior looks into the event', () => {
    expect(promoted(8, { ...termsOf(10), suspended: true })).toEqual([]);
  });

  test('a cancellation promotes at once; who cancels and returns goes to the tail', () => {
    const ledger = new ReferenceSeats(termsOf(2), at(1));
    for (const account of ['a', 'b', 'c']) ledger.signUp(account, account, 2);
    ledger.cancel('a');
    ledger.signUp('a-again', 'a', 2);
    expect(ledger.promoted).toEqual(['b']);
    expect(ledger.waitlist().map(({ id }) => id)).toEqual(['c', 'a-again']);
  });

  test('a waiting party that gives up lets those behind it through', () => {
    const ledger = new ReferenceSeats(termsOf(3), at(1));
    ledger.signUp('1', 'a', 2);
    ledger.signUp('2', 'b', 2);
    ledger.signUp('3', 'c', 1);
    ledger.cancel('2');
    expect(ledger.promoted).toEqual(['3']);
  });
});

describe('rule 6: capacity', () => {
  test('cut below what is confirmed: nobody is evicted, nothing promoted until seats are truly free', () => {
    const ledger = new ReferenceSeats(termsOf(4), at(1));
    for (const account of ['a', 'b', 'c']) ledger.signUp(account, account, 2);
    ledger.setCapacity(2);
    expect([ledger.taken(), overbooked(ledger.taken(), 2)]).toEqual([4, 2]);
    ledger.cancel('a');
    expect(ledger.promoted).toEqual([]);
    ledger.cancel('b');
    expect(ledger.promoted).toEqual(['c']);
    expect(overbooked(ledger.taken(), 2)).toBe(0);
  });

  test('raised: the head is promoted', () => {
    const ledger = new ReferenceSeats(termsOf(2), at(1));
    ledger.signUp('1', 'a', 2);
    ledger.signUp('2', 'b', 2);
    ledger.setCapacity(3);
    expect(ledger.promoted).toEqual([]);
    ledger.setCapacity(4);
    expect(ledger.promoted).toEqual(['2']);
  });
});

describe('rule 7: the server’s clock, and typed refusals', () => {
  test.each([
    ['before opening', -1, 'not-open'],
    ['at closing', at(900), 'closed'],
    ['long over', at(2000), 'closed'],
  ])('%s', (_, now, code) => {
    expect(decideSeat(termsOf(9), EMPTY, request(), now)).toEqual({ ok: false, code });
  });

  test('from opening until just before closing one may', () => {
    expect(decideSeat(termsOf(9), EMPTY, request(), 0)).toEqual(CONFIRMED);
    expect(decideSeat(termsOf(9), EMPTY, request(), at(900) - 1)).toEqual(CONFIRMED);
  });

  test('another privacy text than the one that holds', () => {
    expect(decideSeat(termsOf(9), EMPTY, request({ consent: '0' }), at(1))).toEqual({
      ok: false,
      code: 'consent-outdated',
    });
  });

  test('an event without sign-up', () => {
    expect(decideSeat({ ...termsOf(9), signUp: null }, EMPTY, request(), at(1))).toEqual({
      ok: false,
      code: 'no-sign-up',
    });
  });

  describe('sign-up that is still open after the start', () => {
    const open: SeatTerms = {
      ...termsOf(9),
      signUp: { opensAt: 0, closesAt: at(1090), capacity: 9, maxParty: 9 },
    };
    test('gives free seats, whoever waited in vain', () => {
      expect(decideSeat(open, { taken: 8, waiting: 5 }, request(), at(1050))).toEqual(CONFIRMED);
    });
    test('has no waitlist any more', () => {
      expect(decideSeat(open, { taken: 9, waiting: 0 }, request(), at(1050))).toEqual({ ok: false, code: 'full' });
    });
  });
});

describe('rule 8: an event that its organiser cancelled', () => {
  test('takes nobody', () => {
    const cancelled = { ...termsOf(9), status: 'cancelled' } as const;
    expect(decideSeat(cancelled, EMPTY, request({ active: true }), at(1))).toEqual({
      ok: false,
      code: 'event-cancelled',
    });
    expect(decidePromotion(cancelled, 0, [{ id: 'x', seats: 1 }], at(1))).toEqual([]);
  });

  test('leaves nobody active', () => {
    const ledger = new ReferenceSeats(termsOf(2), at(1));
    ledger.signUp('1', 'a', 2);
    ledger.signUp('2', 'b', 2);
    ledger.signUp('3', 'c', 2);
    ledger.cancel('3');
    ledger.cancelEvent();
    expect(ledger.all().map(({ status }) => status)).toEqual(['event-cancelled', 'event-cancelled', 'cancelled']);
  });
});
