import * as fc from 'fast-check';
import { applyDecision, decideSeat, decideSeats } from './seats';
import { ReferenceSeats, termsOf } from '../testing/reference-seats';

const MINUTE = 60_000;
const at = (minute: number): number => minute * MINUTE;

describe('any sequence of sign-ups, cancellations and capacities', () => {
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ act: fc.constant('sign-up'), who: fc.nat(9), n: fc.integer({ min: 1, max: 4 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ act: fc.constant('correct'), who: fc.nat(40), n: fc.integer({ min: 1, max: 4 }) }),
    },
    { weight: 3, arbitrary: fc.record({ act: fc.constant('cancel'), who: fc.nat(40), n: fc.constant(0) }) },
    {
      weight: 1,
      arbitrary: fc.record({ act: fc.constant('capacity'), who: fc.constant(0), n: fc.integer({ min: 1, max: 12 }) }),
    },
  );

  test('keeps the rules at every step', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (steps, capacity) => {
        const ledger = new ReferenceSeats(termsOf(capacity, 4), at(1));
        let room = capacity;
        steps.forEach(({ act, who, n }, index) => {
          const takenBefore = ledger.taken();
          const queueBefore = ledger.waitlist().map(({ id }) => id);
          if (act === 'sign-up') {
            const decision = ledger.signUp(`s${index}`, `account ${who}`, n);
            // Newcomers never overtake.
            if (decision.ok && decision.status === 'confirmed') expect(queueBefore).toEqual([]);
          } else if (act === 'cancel') ledger.cancel(`s${who}`);
          else if (act === 'correct') ledger.correct(`s${who}`, n);
          else ledger.setCapacity((room = n));

          const taken = ledger.taken();
          const waitlist = ledger.waitlist();
          // Never over capacity, but after a cut, and then it only shrinks.
          expect(taken <= room || taken <= takenBefore).toBe(true);
          // Nobody eligible waits while the head fits.
          const [head] = waitlist;
          if (head !== undefined) expect(taken + head.seats).toBeGreaterThan(room);
          // The order is kept: those who waited and still do stand as they stood, newcomers behind them.
          const queue = waitlist.map(({ id }) => id);
          const stayed = queueBefore.filter((id) => queue.includes(id));
          expect(queue.slice(0, stayed.length)).toEqual(stayed);
          // One active sign-up per account.
          const active = ledger.all().filter(({ status }) => status === 'confirmed' || status === 'waitlisted');
          expect(new Set(active.map(({ account }) => account)).size).toBe(active.length);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('nobody is promoted before one who came earlier and still waits', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const ledger = new ReferenceSeats(termsOf(3, 4), at(1));
        steps.forEach(({ act, who, n }, index) => {
          const before = ledger.waitlist().map(({ id }) => id);
          if (act === 'sign-up') ledger.signUp(`s${index}`, `account ${who}`, n);
          else if (act === 'cancel') ledger.cancel(`s${who}`);
          else if (act === 'correct') ledger.correct(`s${who}`, n);
          else ledger.setCapacity(n);
          const confirmed = new Set(ledger.all().flatMap(({ id, status }) => (status === 'confirmed' ? [id] : [])));
          const waiting = new Set(ledger.waitlist().map(({ id }) => id));
          const firstWaiting = before.findIndex((id) => waiting.has(id));
          const overtakers = firstWaiting === -1 ? [] : before.slice(firstWaiting).filter((id) => confirmed.has(id));
          expect(overtakers).toEqual([]);
        });
      }),
      { numRuns: 200 },
    );
  });
});

test('a queue decided together comes out as one by one', () => {
  const requests = fc.array(
    fc.record({
      account: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      seats: fc.integer({ min: 1, max: 6 }),
      consent: fc.constantFrom('1', '1', '1', '0'),
      active: fc.boolean(),
    }),
  );
  const states = fc.record({ taken: fc.nat(12), waiting: fc.nat(2) });
  fc.assert(
    fc.property(requests, states, fc.constantFrom(-1, at(1), at(899), at(900), at(1001)), (queue, start, now) => {
      const terms = termsOf(10, 4);
      let state = start;
      const holders = new Set<string>();
      const expected = queue.map((each) => {
        const decision = decideSeat(terms, state, { ...each, active: each.active || holders.has(each.account) }, now);
        if (decision.ok) holders.add(each.account);
        state = applyDecision(state, each.seats, decision);
        return decision;
      });
      expect(decideSeats(terms, start, queue, now)).toEqual({ decisions: expected, state });
    }),
  );
});
