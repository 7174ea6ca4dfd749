/** Who works at the desk and who stands at the door at the same moment: neither undoes the other. */
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { ENCRYPTOR, type TestApp } from '../testing/app';
import { OPEN, SIGN_UP, STARTS } from '../testing/content';
import { type Desk, deskOf } from '../testing/desk';
import { newDevice, type SeededParty, seedParties, type TestDevice } from '../testing/door';
import { newMember, newOrganisation } from '../testing/staff';
import { useTestServer } from '../testing/test-server';
import { waitUntil } from '../testing/wait-until';

const WITHIN_MS = 10_000;
const CountSchema = v.object({ rows: v.tuple([v.object({ waiting: v.number() })]) });

const testServer = useTestServer('postgres');
let at: TestApp;
let now: number;
let editor: Desk;
let device: TestDevice;
const db = () => testServer.database.db;

beforeEach(async () => {
  now = OPEN;
  at = await testServer.openFresh({ now: () => now });
  const city = await newOrganisation(db(), '540100');
  editor = deskOf(await newMember(at, db(), city, 'editor'), city);
  await editor.create('e', { signUp: { ...SIGN_UP, capacity: 100, maxParty: 4 } });
  await editor.post('e', 'publish');
  device = await newDevice(at, editor);
  now = STARTS;
  editor = deskOf(await newMember(at, db(), city, 'editor', { now }), city);
});

/** Confirmed parties that the event counts, so that cancelling it has somebody to tell. */
async function seed(seats: readonly number[]): Promise<readonly SeededParty[]> {
  const parties = await seedParties(db(), ENCRYPTOR, seats);
  await db().execute(sql`update event set taken = ${seats.reduce((sum, each) => sum + each)} where id = 'e'`);
  return parties;
}

/** Until so many connections of this database wait for a lock. */
const waitForWaiting = (count: number): Promise<unknown> =>
  waitUntil(async () => {
    const answer = await db().execute(sql`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    return v.parse(CountSchema, answer).rows[0].waiting >= count ? true : undefined;
  }, WITHIN_MS);

/** Uploads stop before they write, with their sign-ups locked, until `meanwhile` is done. */
async function whileUploadsWait(meanwhile: () => Promise<void>): Promise<void> {
  await testServer.database.db.transaction(async (tx) => {
    await tx.execute(sql`lock table scan in share mode`);
    await meanwhile();
  });
}

test('an upload under way and an editor who cancels the event: both are done, and nobody waits in a circle', async () => {
  const parties = await seed([1, 2]);
  const deadlocks = async (): Promise<unknown> => {
    const answer = await db().execute(
      sql`select deadlocks::int from pg_stat_database where datname = current_database()`,
    );
    return v.parse(v.object({ rows: v.unknown() }), answer).rows;
  };
  const before = await deadlocks();
  const running: Promise<{ readonly status: number }>[] = [];
  await whileUploadsWait(async () => {
    running.push(device.upload(parties.map(({ ticket, seats }) => ({ ticket, seats, offline: true }))));
    await waitForWaiting(1);
    running.push(editor.post('e', 'cancel', { reason: '停电' }));
    await waitForWaiting(2);
  });
  expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 200]);
  expect((await editor.ask('GET', 'events/e/scans')).json()).toMatchObject({ attendance: { total: 3 }, flags: [] });
  expect(await deadlocks()).toEqual(before);
});

test('however an upload and a desk act fall upon each other, nothing is lost and nothing twice', async () => {
  const rounds = 4;
  const parties = await seed(Array.from({ length: 40 }, () => 1));
  const tickets = parties.map(({ ticket }) => ticket);
  const half = tickets.length / 2;
  // Rows that were changed lie in another order than their numbers.
  await db().execute(sql`update sign_up set seats = seats where seq % 3 = 0`);
  const uploads = Array.from({ length: rounds }, (_, n) =>
    device.upload(tickets.slice((n % 2) * half, (n % 2) * half + half).map((ticket) => ({ ticket, offline: true }))),
  );
  const answers = await Promise.all([...uploads, editor.post('e', 'cancel', { reason: '停电' })]);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  const rows = await db().execute(sql`
    select count(*)::int as scans, count(distinct sign_up_seq)::int as parties from scan`);
  expect(rows).toMatchObject({ rows: [{ scans: 20 * rounds, parties: 40 }] });
});
