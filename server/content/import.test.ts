import { asc, eq } from 'drizzle-orm';
import type { Campaign, ProgrammeItem } from '../../domain/campaign/campaign';
import { addDays, dayOf } from '../../domain/time/time';
import { openDatabase } from '../db/open';
import { campaign, event, meta, programmeItem } from '../db/schema';
import { makeApp, NOW, SLOW_MS } from '../testing/app';
import { bodyOf, campaignOf, PROGRAMME } from '../testing/content';
import { ENGINES, makeDatabase } from '../testing/database';
import { useTestServer } from '../testing/test-server';
import { importContent } from './import-content';
import type { MakeSample } from './import-sample';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Two events, on the first and the second day of the trial. */
const makeSample: MakeSample = (today) => {
  const year = Number(today.slice(0, 4));
  const id = `sample-${year}`;
  const on = (day: string): object => ({ startsAt: `${day}T10:00:00+08:00`, endsAt: `${day}T12:00:00+08:00` });
  return {
    campaign: campaignOf(id, { year, sample: true, period: { from: today, to: addDays(today, 9) } }),
    programme: PROGRAMME,
    events: [0, 1].map((days) => ({
      id: `sample-${days}`,
      ...bodyOf({ campaign: id, sample: true, ...on(addDays(today, days)) }),
    })),
  };
};

describe.each(ENGINES)('the content that comes with the server, on %s', (engine) => {
  const testServer = useTestServer(engine);
  beforeEach(() => testServer.database.clear());

  const load = (official: Campaign, programme: readonly ProgrammeItem[], now = NOW): Promise<string[]> =>
    importContent(testServer.database.db, { official: [{ campaign: official, programme }], makeSample: null }, now);
  const trial = (now: number): Promise<string[]> =>
    importContent(testServer.database.db, { official: [], makeSample }, now);
  const campaigns = (): Promise<(typeof campaign.$inferSelect)[]> =>
    testServer.database.db.select().from(campaign).orderBy(asc(campaign.id));
  const events = (): Promise<(typeof event.$inferSelect)[]> =>
    testServer.database.db.select().from(event).orderBy(asc(event.id));

  test('is imported once', async () => {
    expect(await load(campaignOf('open'), PROGRAMME)).toEqual(['open']);
    const first = await campaigns();
    expect(await load(campaignOf('open'), PROGRAMME)).toEqual([]);
    expect(await campaigns()).toEqual(first);
    expect(first).toMatchObject([{ id: 'open', rev: 1, contentRev: 1, programmeRev: 1, state: 'open' }]);
  });

  test('changes with its next version: each part with its own revision', async () => {
    await load(campaignOf('open'), PROGRAMME);
    expect(await load(campaignOf('open', { theme: '新' }), PROGRAMME)).toEqual(['open']);
    expect(await campaigns()).toMatchObject([{ theme: '新', rev: 2, contentRev: 2, programmeRev: 1 }]);
    await load(campaignOf('open', { theme: '新', state: 'archived' }), [...PROGRAMME].reverse());
    expect(await campaigns()).toMatchObject([{ state: 'archived', rev: 3, contentRev: 3, programmeRev: 3 }]);
  });

  test('drops a programme item that went, unless events stand under it', async () => {
    await load(campaignOf('open'), PROGRAMME);
    const at = await makeApp(testServer.database);
    await at.publish('e', { programmeId: 'course' });
    await at.app.close();
    await load(campaignOf('open'), []);
    const left = await testServer.database.db.select({ id: programmeItem.id }).from(programmeItem);
    expect(left).toEqual([{ id: 'course' }]);
  });

  test('keeps the epoch', async () => {
    await load(campaignOf('open'), PROGRAMME);
    const [first] = await testServer.database.db.select().from(meta);
    await load(campaignOf('open', { theme: '新' }), PROGRAMME);
    expect(await testServer.database.db.select().from(meta)).toEqual([first]);
    expect(first?.epoch).toMatch(/^[0-9a-f-]{36}$/);
  });

  describe('the trial campaign', () => {
    test('stands as it was made while anything of it is to come', async () => {
      expect(await trial(NOW)).toEqual(['sample']);
      const first = await events();
      expect(first).toMatchObject([
        { id: 'sample-0', sample: true, startsAt: Date.UTC(2026, 8, 1, 2) },
        { id: 'sample-1', startsAt: Date.UTC(2026, 8, 2, 2) },
      ]);
      expect(await trial(NOW + DAY_MS)).toEqual([]);
      expect(await events()).toEqual(first);
    });

    test('is dated anew, under the same ids, once all of it is over', async () => {
      await trial(NOW);
      const at = await makeApp(testServer.database);
      await at.cancel('sample-0');
      await at.app.close();
      expect(await trial(NOW + 2 * DAY_MS)).toEqual(['sample']);
      const day = dayOf(NOW + 2 * DAY_MS);
      expect(await campaigns()).toMatchObject([{ sampleDay: day, content: { period: { from: day } } }]);
      expect(await events()).toMatchObject([
        { id: 'sample-0', startsAt: Date.UTC(2026, 8, 3, 2), status: 'scheduled', cancelReason: null, removed: false },
        { id: 'sample-1', startsAt: Date.UTC(2026, 8, 4, 2) },
      ]);
    });

    test('is dated anew when its period has ended, though someone published a later event', async () => {
      await trial(NOW);
      const at = await makeApp(testServer.database);
      const later = { startsAt: '2026-12-01T10:00:00+08:00', endsAt: '2026-12-01T11:00:00+08:00' };
      await at.publish('mine', { campaign: 'sample-2026', ...later });
      await at.app.close();
      expect(await trial(NOW + 5 * DAY_MS)).toEqual([]);
      expect(await trial(NOW + 11 * DAY_MS)).toEqual(['sample']);
      expect((await events()).map(({ id }) => id)).toEqual(['mine', 'sample-0', 'sample-1']);
    });

    test('takes the place of last year’s, which goes', async () => {
      await trial(NOW);
      await trial(NOW + 365 * DAY_MS);
      expect((await campaigns()).map(({ id }) => id)).toEqual(['sample-2027']);
      expect((await events()).map(({ id, campaignId }) => [id, campaignId])).toEqual([
        ['sample-0', 'sample-2027'],
        ['sample-1', 'sample-2027'],
      ]);
    });

    test('does not change over the New Year while anything of it is to come', async () => {
      await trial(Date.UTC(2026, 11, 31));
      expect(await trial(Date.UTC(2026, 11, 31, 20))).toEqual([]);
      expect((await campaigns()).map(({ id }) => id)).toEqual(['sample-2026']);
    });

    test('brings what a new version changed, on the days that it has', async () => {
      await trial(NOW);
      const better: MakeSample = (today) => {
        const made = makeSample(today);
        return { ...made, events: made.events.map((each) => ({ ...each, title: '更好的题目' })) };
      };
      await importContent(testServer.database.db, { official: [], makeSample: better }, NOW + DAY_MS);
      expect(await events()).toMatchObject([
        { title: '更好的题目', startsAt: Date.UTC(2026, 8, 1, 2) },
        { title: '更好的题目', startsAt: Date.UTC(2026, 8, 2, 2) },
      ]);
    });

    test('must not have events that could not be published', async () => {
      const wrong: MakeSample = (today) => {
        const made = makeSample(today);
        return { ...made, events: made.events.map((each) => ({ ...each, title: '收费' })) };
      };
      await expect(importContent(testServer.database.db, { official: [], makeSample: wrong }, NOW)).rejects.toThrow(
        'fee-not-allowed',
      );
      expect(await campaigns()).toEqual([]);
    });
  });
});

test(
  'several that start at once on an empty PostgreSQL migrate and import once',
  async () => {
    const { options, remove } = await makeDatabase('postgres');
    const events = { onConnectionLost: (): void => undefined, onLockLost: (): void => undefined };
    const starts = await Promise.all(
      [1, 2, 3].map(async () => {
        const database = await openDatabase(options, events);
        await database.migrate();
        const official = [{ campaign: campaignOf('open'), programme: PROGRAMME }];
        return { database, imported: await importContent(database.db, { official, makeSample }, NOW) };
      }),
    );
    try {
      expect(starts.map(({ imported }) => imported.length).sort()).toEqual([0, 0, 2]);
      const [first] = starts;
      const revs = await first?.database.db
        .select({ rev: campaign.rev })
        .from(campaign)
        .where(eq(campaign.id, 'sample-2026'));
      expect(revs).toEqual([{ rev: 3 }]);
    } finally {
      await Promise.all(starts.map(({ database }) => database.close()));
      await remove();
    }
  },
  SLOW_MS,
);
