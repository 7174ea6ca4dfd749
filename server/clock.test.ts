import { DAY_MS, MINUTE_MS } from '../domain/time/time';
import { jobsOf } from './jobs/jobs';
import { runJob } from './jobs/run-job';
import { ENCRYPTOR, type TestApp } from './testing/app';
import { OPEN, SIGN_UP } from './testing/content';
import { ENGINES } from './testing/database';
import { findBrokenInvariants, readSeats } from './testing/invariants';
import { newParticipant } from './testing/participants';
import { newMember, newOrganisation, ORIGIN, PASSWORD } from './testing/staff';
import { useTestServer } from './testing/test-server';

describe.each(ENGINES)('a clock that is set, on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  /** What the system says, and what nobody can set. */
  let now: number;
  let uptime: number;
  const pass = (ms: number): void => {
    now += ms;
    uptime += ms;
  };
  beforeEach(async () => {
    now = OPEN;
    uptime = 0;
    at = await testServer.openFresh({ now: () => now, uptime: () => uptime });
    await at.publish('e', { signUp: { ...SIGN_UP, capacity: 2 } });
  });

  test('back after each sign-up: who came first is first, and the seats shown are as they are', async () => {
    const people = [];
    for (let index = 0; index < 5; index += 1) people.push(await newParticipant(at));
    const standings: unknown[] = [];
    for (const person of people) {
      const { status, position } = await person.signUp('e');
      standings.push(position ?? status);
      pass(2_000);
      now -= 10 * MINUTE_MS;
      const seats = (await at.ask('/api/v1/availability?ids=e')).json();
      const taken = Math.min(2, standings.length);
      expect(seats).toEqual({ e: { capacity: 2, taken, waiting: standings.length - taken } });
    }
    expect(standings).toEqual(['confirmed', 'confirmed', 1, 2, 3]);
    await people[0]?.cancel((await people[0].only())?.id ?? '');
    const after = await Promise.all(people.map(async (person) => (await person.only())?.status));
    expect(after).toEqual(['cancelled', 'confirmed', 'confirmed', 'waitlisted', 'waitlisted']);
    const broken = (await readSeats(testServer.database.db)).flatMap((each) => findBrokenInvariants(each, ENCRYPTOR));
    expect(broken).toEqual([]);
  });

  test('far ahead and back: jobs run, nobody is kept out, and no proof lasts', async () => {
    const { db } = testServer.database;
    const org = await newOrganisation(db, '540100');
    now += 30 * DAY_MS;
    const member = await newMember(at, db, org, 'admin', { now });
    const person = await newParticipant(at);
    for (const job of jobsOf([])) expect([job.name, await runJob(db, job, now)]).toEqual([job.name, true]);
    const signIn = async (password: string): Promise<number> => {
      const payload = { login: member.login, password };
      const url = '/api/v1/staff/sessions';
      return (await at.ask({ method: 'POST', url, headers: { origin: ORIGIN }, payload })).status;
    };
    for (let count = 0; count < 6; count += 1) await signIn('yak butter lamp 5');
    expect(await signIn(PASSWORD)).toBe(429);

    now = OPEN;
    for (const job of jobsOf([])) expect([job.name, await runJob(db, job, now)]).toEqual([job.name, true]);
    expect((await member.ask('POST', `organisations/${org}/tokens`, { name: '门户', scopes: ['read'] })).status).toBe(
      403,
    );
    expect(await signIn(PASSWORD)).toBe(201);
    expect((await person.signUp('e')).status).toBe('confirmed');
    expect((await at.publish('e', { title: '新题目', signUp: { ...SIGN_UP, capacity: 2 } })).status).toBe(200);
    expect(await at.feed({ region: '540000' })).toMatchObject({ events: [{ title: '新题目' }] });
  });
});
