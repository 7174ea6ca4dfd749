import * as fc from 'fast-check';
import { attendanceOf, attendanceOfEvent, countedScans } from './attendance';
import { Door, DURING, type DoorParty } from './door-double';
import type { Scan } from './scan';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const ticketOf = (n: number): string => `ABCDEFGHJ${'23456789'.charAt(n)}`;

const PARTIES = 4;
const seatsOfParties = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: PARTIES, maxLength: PARTIES });

interface Step {
  readonly act: 'enter' | 'manual' | 'walk-in' | 'paper' | 'undo';
  readonly device: number;
  readonly party: number;
  readonly seats: number;
  /** Which scan an undo takes back. */
  readonly back: number;
  readonly rehearsal: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('enter', 'enter', 'enter', 'manual', 'walk-in', 'paper', 'undo'),
  device: fc.nat(3),
  party: fc.nat(PARTIES - 1),
  seats: fc.integer({ min: 1, max: 4 }),
  back: fc.nat(29),
  rehearsal: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

interface Sent {
  readonly scan: Scan;
  readonly device: string;
}

function sendingsOf(steps: readonly Step[], offline: boolean): readonly Sent[] {
  return steps.map(({ act, device, party, seats, back, rehearsal }, index) => {
    const base = {
      id: uuid(index),
      event: 'lab',
      at: DURING,
      offline,
      ...(rehearsal ? { rehearsal: true as const } : {}),
    };
    const scanOf = (): Scan => {
      switch (act) {
        case 'enter':
          return { ...base, kind: act, ticket: ticketOf(party), seats };
        case 'manual':
          return { ...base, kind: act, signUpId: uuid(1000 + party), seats };
        case 'walk-in':
        case 'paper':
          return { ...base, kind: act, seats };
        case 'undo':
          return { ...base, kind: act, undoes: uuid(back) };
      }
    };
    return { scan: scanOf(), device: `device ${device}` };
  });
}

const partiesOf = (seats: readonly number[]): readonly DoorParty[] =>
  seats.map((each, n) => ({
    id: uuid(1000 + n),
    ticket: ticketOf(n),
    event: 'lab',
    seats: each,
    status: 'confirmed',
  }));

function receiveAll(parties: readonly DoorParty[], order: readonly Sent[]): Door {
  const door = new Door(parties);
  for (const { scan, device } of order) door.receive(scan, device);
  return door;
}

const attendances = (door: Door, parties: readonly DoorParty[]): readonly number[] => {
  const counted = countedScans(door.facts());
  return parties.map(({ id, seats }) => attendanceOf(id, seats, counted));
};

/** The rule in its own words: min(seats, Σ seats of scans not undone). */
function expected(parties: readonly DoorParty[], sent: readonly Sent[]): readonly number[] {
  const isUndone = ({ scan, device }: Sent): boolean =>
    sent.some(
      (undo) =>
        undo.scan.kind === 'undo' &&
        undo.scan.undoes === scan.id &&
        undo.device === device &&
        undo.scan.rehearsal === scan.rehearsal,
    );
  return parties.map(({ id, ticket, seats }) => {
    const sum = sent.reduce((total, each) => {
      const { scan } = each;
      if (scan.rehearsal === true || isUndone(each)) return total;
      const isOfParty =
        (scan.kind === 'enter' && scan.ticket === ticket) || (scan.kind === 'manual' && scan.signUpId === id);
      return isOfParty ? total + scan.seats : total;
    }, 0);
    return Math.min(seats, sum);
  });
}

/** Two orders of the same scans, with some of them sent again. */
const history = (offline: boolean, undo: boolean) =>
  fc
    .array(step, { maxLength: 30 })
    .map((steps) => sendingsOf(undo ? steps : steps.filter(({ act }) => act !== 'undo'), offline))
    .chain((sent) =>
      fc.record({
        sent: fc.constant(sent),
        one: fc.shuffledSubarray([...sent], { minLength: sent.length }),
        other: fc.shuffledSubarray([...sent], { minLength: sent.length }),
        again: fc.subarray([...sent]),
      }),
    );

test('what devices decided alone counts to the same in every order, however often it is sent, and never above the seats', () => {
  fc.assert(
    fc.property(seatsOfParties, history(true, true), (seats, { sent, one, other, again }) => {
      const parties = partiesOf(seats);
      const first = receiveAll(parties, [...one, ...again]);
      const second = receiveAll(parties, [...again, ...other, ...again]);
      expect(attendances(first, parties)).toEqual(expected(parties, sent));
      expect(attendances(second, parties)).toEqual(attendances(first, parties));
      expect(attendanceOfEvent(second.facts())).toEqual(attendanceOfEvent(first.facts()));
    }),
    { numRuns: 300, seed: 14 },
  );
});

test('what the server decided counts to the same in every order too, and nobody is let in above the seats', () => {
  fc.assert(
    fc.property(seatsOfParties, history(false, false), (seats, { sent, one, other }) => {
      const parties = partiesOf(seats);
      const first = receiveAll(parties, one);
      expect(attendances(first, parties)).toEqual(expected(parties, sent));
      expect(attendances(receiveAll(parties, other), parties)).toEqual(expected(parties, sent));
      const counted = countedScans(first.facts());
      for (const { id, seats: own } of parties) {
        const admitted = counted.filter(({ party }) => party?.id === id).reduce((sum, fact) => sum + fact.seats, 0);
        expect(admitted).toBeLessThanOrEqual(own);
      }
    }),
    { numRuns: 300, seed: 15 },
  );
});

test('with some asked and some offline, with undo and losses, never above the seats and never below what stands', () => {
  fc.assert(
    fc.property(
      seatsOfParties,
      history(true, true),
      fc.array(fc.boolean(), { maxLength: 30 }),
      (seats, { one }, online) => {
        const parties = partiesOf(seats);
        const mixed = one.map(({ scan, device }, n) => ({ device, scan: { ...scan, offline: online[n] !== true } }));
        const door = receiveAll(parties, mixed);
        const counted = countedScans(door.facts());
        attendances(door, parties).forEach((inside, n) => {
          const sum = counted
            .filter(({ party }) => party?.id === uuid(1000 + n))
            .reduce((all, fact) => all + fact.seats, 0);
          expect(inside).toBe(Math.min(seats[n] ?? 0, sum));
        });
      },
    ),
    { numRuns: 200, seed: 16 },
  );
});

test('the event’s attendance from its scans alone, as after a purge, is the one with its sign-ups', () => {
  fc.assert(
    fc.property(seatsOfParties, history(true, true), (seats, { sent, one }) => {
      const parties = partiesOf(seats);
      const facts = receiveAll(parties, one).facts();
      const counted = countedScans(facts);
      const numbers = counted.filter(({ party }) => party === null).reduce((sum, fact) => sum + fact.seats, 0);
      const before = expected(parties, sent).reduce((sum, inside) => sum + inside, numbers);
      const after = attendanceOfEvent(facts);
      expect(after?.total ?? 0).toBe(before);
      expect(after === null).toBe(counted.length === 0);
    }),
    { numRuns: 300, seed: 17 },
  );
});
