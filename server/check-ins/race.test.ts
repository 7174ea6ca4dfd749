import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { readAttendance } from '../attendance/read-attendance';
import { scan } from '../db/door-schema';
import { ENCRYPTOR, type TestApp } from '../testing/app';
import { OPEN, SIGN_UP, STARTS } from '../testing/content';
import { ENGINES } from '../testing/database';
import { type Desk, deskOf } from '../testing/desk';
import { newDevice, type ScanChange, type SeededParty, seedParties, type TestDevice } from '../testing/door';
import { randomOfRun } from '../testing/seeded-random';
import { newMember, newOrganisation } from '../testing/staff';
import { useTestServer } from '../testing/test-server';

const SIZE = { postgres: { devices: 40, tickets: 200 }, embedded: { devices: 4, tickets: 12 } } as const;
const SLOW_MS = 120_000;
const RUNS = 6;
const random = randomOfRun('races at the door');

describe.each(ENGINES)('many devices at once on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  let editor: Desk;
  const db = () => testServer.database.db;
  beforeEach(async () => {
    now = OPEN;
    at = await testServer.openFresh({ now: () => now });
    const city = await newOrganisation(db(), '540100');
    editor = deskOf(await newMember(at, db(), city, 'editor'), city);
    await editor.create('e', { signUp: { ...SIGN_UP, capacity: 1_000 } });
    await editor.post('e', 'publish');
  });
  const pairMany = async (count: number): Promise<TestDevice[]> => {
    const devices: TestDevice[] = [];
    for (let n = 0; n < count; n += 1) devices.push(await newDevice(at, editor, ['e'], { name: `门${n}` }));
    now = STARTS;
    return devices;
  };
  const insideOf = async (): Promise<number> => (await readAttendance(db(), ['e'])).get('e')?.total ?? 0;

  test(
    'each ticket scanned one to three times at once: nobody beyond the seats, nobody of them left out',
    async () => {
      const { devices: many, tickets } = SIZE[engine];
      const parties = await seedParties(
        db(),
        ENCRYPTOR,
        Array.from({ length: tickets }, () => random(1, 5)),
      );
      const devices = await pairMany(many);
      const queues = devices.map((): ScanChange[] => []);
      const asked = new Map<string, number>();
      for (const { ticket } of parties) {
        for (let times = random(1, 4); times > 0; times -= 1) {
          const seats = random(1, 5);
          queues[random(0, many)]?.push({ ticket, seats });
          asked.set(ticket, (asked.get(ticket) ?? 0) + seats);
        }
      }
      const results = await Promise.all(
        devices.map(async (device, index) => {
          const own: Awaited<ReturnType<TestDevice['send']>>[number][] = [];
          for (const each of queues[index] ?? []) own.push(await device.scan(each));
          return own;
        }),
      );
      const admitted = results
        .flat()
        .reduce((sum, result) => sum + ('verdict' in result && result.verdict === 'ok' ? (result.seats ?? 0) : 0), 0);
      const expected = parties.reduce((sum, { ticket, seats }) => sum + Math.min(seats, asked.get(ticket) ?? 0), 0);
      expect([admitted, await insideOf()]).toEqual([expected, expected]);
    },
    SLOW_MS,
  );

  test('two devices let the same party in alone, uploaded in reverse, one upload lost half-way: once in, one flag', async () => {
    const [party] = await seedParties(db(), ENCRYPTOR, [2]);
    const [first, second] = await pairMany(2);
    const scanOfParty = { ticket: party?.ticket, seats: 2, offline: true };
    const [one, other] = [
      { ...scanOfParty, id: randomUUID() },
      { ...scanOfParty, id: randomUUID() },
    ];
    await second?.send([other]);
    // The answer is lost on its way: the device sends all of it again, and the same at the same moment.
    await Promise.all([first?.send([one]), first?.send([one])]);
    await first?.send([one]);
    expect(await insideOf()).toBe(2);
    const rows = await db().select({ id: scan.id, flags: scan.flags }).from(scan);
    expect(rows.sort((a, b) => a.flags.length - b.flags.length)).toEqual([
      { id: other.id, flags: [] },
      { id: one.id, flags: ['duplicate'] },
    ]);
  });

  test(
    'whatever is sent, lost, sent again and in whatever order, the same people are in',
    async () => {
      const devices = await pairMany(3);
      const step = fc.record({
        party: fc.nat({ max: 2 }),
        device: fc.nat({ max: 2 }),
        seats: fc.integer({ min: 1, max: 3 }),
        times: fc.integer({ min: 1, max: 2 }),
        undone: fc.boolean(),
        rank: fc.nat(),
      });
      const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const before = await insideOf();
        const parties: readonly SeededParty[] = await seedParties(db(), ENCRYPTOR, [1, 2, 4]);
        const sent = steps.flatMap(({ party, device, seats, times, undone, rank }) => {
          const id = randomUUID();
          const enter = { id, ticket: parties[party]?.ticket, seats, offline: true };
          const undo = { id: randomUUID(), kind: 'undo', undoes: id, offline: true };
          return [
            ...Array.from({ length: times }, (_, n) => ({ device, scan: enter, rank: rank * (n + 1) })),
            ...(undone ? [{ device, scan: undo, rank: rank % 7 }] : []),
          ];
        });
        for (const each of [...sent].sort((a, b) => a.rank - b.rank)) await devices[each.device]?.send([each.scan]);
        const expected = parties.reduce((sum, { seats }, party) => {
          const own = steps.filter((each) => each.party === party && !each.undone);
          return (
            sum +
            Math.min(
              seats,
              own.reduce((all, each) => all + each.seats, 0),
            )
          );
        }, 0);
        expect((await insideOf()) - before).toBe(expected);
      });
      await fc.assert(property, { numRuns: RUNS, seed: random(0, 2 ** 31) });
    },
    SLOW_MS,
  );
});
