import { eq, sql } from 'drizzle-orm';
import { DAY_MS } from '../../domain/time/time';
import { signUp } from '../db/account-schema';
import { event } from '../db/schema';
import { openDatabase } from '../db/open';
import { openTestDatabase, SLOW_MS, type TestApp } from '../testing/app';
import { ENDS, OPEN, SIGN_UP, STARTS } from '../testing/content';
import { ENGINES } from '../testing/database';
import { newParticipant } from '../testing/participants';
import { useTestServer } from '../testing/test-server';
import { jobsOf } from './jobs';
import { runJob, type Job } from './run-job';
import { runEvery } from './schedule';

describe.each(ENGINES)('jobs on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  beforeEach(async () => {
    now = OPEN;
    at = await testServer.openFresh({ now: () => now });
    await at.publish('e', { signUp: { ...SIGN_UP, capacity: 1 } });
  });

  const run = async (name: string): Promise<boolean> => {
    const job = jobsOf([]).find((each) => each.name === name);
    if (!job) throw new Error(`no job ${name}`);
    return runJob(testServer.database.db, job, now);
  };
  const people = () => Promise.all([newParticipant(at), newParticipant(at)]);

  describe('a job', () => {
    const countJob = (counted: number[], everyMs = 1000): Job => ({
      name: 'count',
      everyMs,
      run: async (tx, when) => {
        await tx.execute(sql`select 1`);
        counted.push(when);
      },
    });

    test('that many processes want to do at once is done once, and again when it is due again', async () => {
      const counted: number[] = [];
      const job = countJob(counted);
      const tries = await Promise.all(Array.from({ length: 6 }, () => runJob(testServer.database.db, job, 5_000)));
      expect(tries.filter(Boolean)).toHaveLength(1);
      expect(await runJob(testServer.database.db, job, 5_999)).toBe(false);
      expect(await runJob(testServer.database.db, job, 6_000)).toBe(true);
      expect(counted).toEqual([5_000, 6_000]);
    });

    test('that fails has done nothing, and is due still', async () => {
      const failing: Job = {
        name: 'fail',
        everyMs: 1000,
        run: async (tx) => {
          await tx.update(event).set({ title: '改坏了' });
          throw new Error('in the middle');
        },
      };
      await expect(runJob(testServer.database.db, failing, 5_000)).rejects.toThrow('in the middle');
      expect((await testServer.database.db.select({ title: event.title }).from(event))[0]?.title).toBe('实验室开放日');
      expect(await runJob(testServer.database.db, { ...failing, run: () => Promise.resolve() }, 5_000)).toBe(true);
    });
  });

  describe('purging', () => {
    test('takes the personal fields 30 days after the end, and leaves the counts', async () => {
      const [wang, li] = await people();
      await wang.signUp('e');
      await li.signUp('e');
      now = ENDS + 30 * DAY_MS - 1;
      await run('purge-forms');
      expect(await wang.only()).toMatchObject({ contact: '王**' });
      now += 3_600_001;
      await run('purge-forms');
      const rows = await testServer.database.db
        .select({ encrypted: signUp.encrypted, keyId: signUp.keyId })
        .from(signUp);
      expect(rows).toEqual([
        { encrypted: null, keyId: null },
        { encrypted: null, keyId: null },
      ]);
      expect(await wang.only()).not.toHaveProperty('contact');
      expect(await wang.only()).toMatchObject({ status: 'confirmed', seats: 1 });
      expect((await wang.ask('GET', 'me')).json()).toMatchObject({ signUps: [{ form: null }] });
      const [counts] = await testServer.database.db.select({ taken: event.taken }).from(event).where(eq(event.id, 'e'));
      expect(counts).toEqual({ taken: 1 });
    });

    test('leaves an event that was put off', async () => {
      const [wang] = await people();
      await wang.signUp('e');
      await at.publish('e', { endsAt: '2026-09-30T16:00:00+08:00', signUp: { ...SIGN_UP, capacity: 1 } });
      now = ENDS + 31 * DAY_MS;
      await run('purge-forms');
      expect(await wang.only()).toMatchObject({ contact: '王**' });
    });
  });

  describe('a reminder', () => {
    const reminders = async (person: Awaited<ReturnType<typeof newParticipant>>): Promise<number> =>
      (await person.inbox()).notices.filter(({ kind }) => kind === 'reminder').length;

    test('goes to who holds a seat, once, within the day before', async () => {
      const [wang, li] = await people();
      await wang.signUp('e');
      await li.signUp('e');
      now = STARTS - DAY_MS - 1;
      await run('remind');
      expect(await reminders(wang)).toBe(0);
      for (const later of [600_001, 1_200_002]) {
        now = STARTS - DAY_MS + later;
        await run('remind');
      }
      expect([await reminders(wang), await reminders(li)]).toEqual([1, 0]);
    });

    test('comes again for another day, and not at all for a cancelled event', async () => {
      const [wang] = await people();
      await wang.signUp('e');
      now = STARTS - DAY_MS / 2;
      await run('remind');
      await at.publish('e', {
        startsAt: '2026-09-12T14:00:00+08:00',
        endsAt: '2026-09-12T16:00:00+08:00',
        signUp: { ...SIGN_UP, capacity: 1 },
      });
      now += 2 * DAY_MS;
      await run('remind');
      expect(await reminders(wang)).toBe(2);
    });

    test('does not go to who signed up within the day before', async () => {
      await at.publish('e', { signUp: { ...SIGN_UP, closesAt: '2026-09-10T14:00:00+08:00' } });
      const [wang] = await people();
      now = STARTS - DAY_MS + 1;
      await wang.signUp('e');
      await run('remind');
      expect(await reminders(wang)).toBe(0);
    });
  });

  test('who waited in vain is told once the event has started', async () => {
    const [wang, li] = await people();
    await wang.signUp('e');
    await li.signUp('e');
    now = STARTS - 1;
    await run('tell-expired');
    expect((await li.inbox()).notices).toEqual([]);
    for (const later of [60_000, 120_000]) {
      now = STARTS + later;
      await run('tell-expired');
    }
    expect((await li.inbox()).notices.map(({ kind }) => kind)).toEqual(['expired']);
    expect((await wang.inbox()).notices).toEqual([]);
  });
});

test(
  'two processes: a job is done by one of them',
  async () => {
    const database = await openTestDatabase('postgres');
    const silent = { onConnectionLost: () => undefined, onLockLost: () => undefined };
    const other = await openDatabase(database.options, silent);
    try {
      let ran = 0;
      const job: Job = {
        name: 'both',
        everyMs: 1000,
        run: async (tx) => {
          ran += 1;
          await tx.execute(sql`select pg_sleep(0.05)`);
        },
      };
      await Promise.all([database.db, other.db, database.db, other.db].map((db) => runJob(db, job, 5_000)));
      expect(ran).toBe(1);
    } finally {
      await other.close();
      await database.closeAndRemove();
    }
  },
  SLOW_MS,
);

test('a schedule survives a failure, never does two things at once, and stops after what it is doing', async () => {
  jest.useFakeTimers();
  try {
    const failures: unknown[] = [];
    let finish = (): void => undefined;
    let looks = 0;
    const look = (): Promise<void> => {
      looks += 1;
      if (looks === 1) return Promise.reject(new Error('first'));
      return new Promise((resolve) => (finish = resolve));
    };
    const schedule = runEvery(1000, look, (error) => failures.push(error));
    await jest.advanceTimersByTimeAsync(5000);
    expect([looks, failures.length]).toEqual([2, 1]);
    let stopped = false;
    const stopping = schedule.stop().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(5000);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(looks).toBe(2);
  } finally {
    jest.useRealTimers();
  }
});
