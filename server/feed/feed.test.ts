import type { ProgrammeItem } from '../../domain/campaign/campaign';
import type { QualityEvent } from '../../domain/event/event';
import type { FeedPage } from '../../domain/feed/feed';
import { importCampaign } from '../content/import-campaign';
import { importContent } from '../content/import-content';
import { itemReadings } from '../events/pinyin';
import { CONTENT, NOW, type TestApp, type TestAppOptions } from '../testing/app';
import { campaignOf, PROGRAMME, STARTS } from '../testing/content';
import { ENGINES } from '../testing/database';
import { useTestServer } from '../testing/test-server';

const LHASA = '540100';
const withInitials = (item: ProgrammeItem): ProgrammeItem => ({ ...item, ...itemReadings(item) });
/** In the order of their revisions, which a page need not keep. */
const ids = (page: FeedPage): string[] => [...page.events].sort((a, b) => a.rev - b.rev).map(({ id }) => id);

describe.each(ENGINES)('the feed on %s', (engine) => {
  const testServer = useTestServer(engine);

  let at: TestApp;
  const open = async (options?: TestAppOptions): Promise<void> => {
    at = await testServer.openFresh(options);
  };
  beforeEach(() => open());

  describe('a full copy', () => {
    test('has the campaign, its programme and what the region sees, and says where to ask on', async () => {
      await at.publish('here', { region: '540102' });
      await at.publish('national', { region: '100000' });
      await at.publish('elsewhere', { region: '540202' });
      await at.publish('above', { region: '540000' });
      const page = await at.feed({ region: LHASA });
      expect(page).toMatchObject({ reset: true, first: true, more: false, removed: [] });
      expect(page.campaign).toEqual(campaignOf('open'));
      expect(page.programme).toEqual(PROGRAMME.map(withInitials));
      expect(ids(page)).toEqual(['here', 'national']);
      expect(ids(await at.feed({ region: '540000' }))).toEqual(['here', 'national', 'elsewhere', 'above']);
      const country = await at.feed({ region: '100000' });
      expect([ids(country), country.provinces]).toEqual([['national'], [{ code: '540000', count: 3 }]]);
      expect(ids(await at.feed({ region: '540102' }))).toEqual(['here', 'national']);
    });

    test('has cancelled events with their reason, and no tombstones', async () => {
      await at.publish('stays');
      await at.publish('goes');
      await at.cancel('stays', '场地维修');
      await at.remove('goes');
      const page = await at.feed({ region: LHASA });
      expect(page.removed).toEqual([]);
      expect(page.events).toMatchObject([{ id: 'stays', status: 'cancelled', cancelReason: '场地维修' }]);
    });

    test('comes in pages, in the order of revisions, marked on each', async () => {
      await open({ pageSize: 2 });
      for (const id of ['a', 'b', 'c', 'd', 'e']) await at.publish(id);
      const first = await at.feed({ region: LHASA });
      const second = await at.feed({ region: LHASA, cursor: first.cursor });
      const third = await at.feed({ region: LHASA, cursor: second.cursor });
      expect([first, second, third].map(ids)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
      expect([first, second, third].map(({ reset }) => reset)).toEqual([true, true, true]);
      expect([first, second, third].map((page) => page.first)).toEqual([true, false, false]);
      expect([first, second, third].map((page) => page.total)).toEqual([
        first.events.length + second.events.length + third.events.length,
        undefined,
        undefined,
      ]);
      expect([first, second, third].map(({ more }) => more)).toEqual([true, true, false]);
      expect([second, third].map((page) => [page.campaign, page.programme])).toEqual([
        [null, null],
        [null, null],
      ]);
      const delta = await at.feed({ region: LHASA, cursor: third.cursor });
      expect(delta).toMatchObject({ reset: false, first: false, more: false, events: [], removed: [] });
    });

    test('within a page, puts like next to like, which compresses', async () => {
      const titles = ['乙', '甲', '乙', '甲'];
      for (const [index, title] of titles.entries()) await at.publish(`e${index}`, { title });
      expect((await at.feed({ region: LHASA })).events.map(({ title }) => title)).toEqual(['乙', '乙', '甲', '甲']);
    });

    test('a page that is exactly full is the last one', async () => {
      await open({ pageSize: 2 });
      for (const id of ['a', 'b']) await at.publish(id);
      expect(await at.feed({ region: LHASA })).toMatchObject({ more: false });
    });

    test('under way, tells what went after its first page', async () => {
      await open({ pageSize: 2 });
      for (const id of ['a', 'b', 'c', 'd', 'e', 'gone-before']) await at.publish(id);
      await at.remove('gone-before');
      const first = await at.feed({ region: LHASA });
      await at.remove('a');
      await at.publish('b', { region: '540202' });
      await at.publish('c', { title: '新题目' });
      const pages: FeedPage[] = [];
      let cursor = first.cursor;
      do {
        const page = await at.feed({ region: LHASA, cursor });
        pages.push(page);
        cursor = page.cursor;
      } while (pages.at(-1)?.more === true);
      expect(pages.flatMap(({ removed }) => removed)).toEqual(['a', 'b']);
      expect(pages.flatMap(ids)).toEqual(['d', 'e', 'c']);
      expect(pages.every(({ reset }) => reset)).toBe(true);
    });

    test('under way, brings a campaign that changed after its first page', async () => {
      await open({ pageSize: 1 });
      for (const id of ['a', 'b']) await at.publish(id);
      const first = await at.feed({ region: LHASA });
      const changed = campaignOf('open', { theme: '新主题' });
      await testServer.database.db.transaction((tx) => importCampaign(tx, changed, PROGRAMME));
      await at.publish('c');
      const second = await at.feed({ region: LHASA, cursor: first.cursor });
      expect(second.campaign).toEqual(changed);
      expect(second.programme).toBeNull();
    });
  });

  describe('a delta', () => {
    test('has what changed and nothing else', async () => {
      await at.publish('same');
      await at.publish('changes');
      const { cursor } = await at.feed({ region: LHASA });
      await at.publish('changes', { title: '新题目' });
      await at.publish('new');
      const page = await at.feed({ region: LHASA, cursor });
      expect(page).toMatchObject({
        reset: false,
        first: false,
        more: false,
        campaign: null,
        programme: null,
        removed: [],
      });
      expect(ids(page)).toEqual(['changes', 'new']);
      expect(page.events.map(({ title }) => title).sort()).toEqual(['实验室开放日', '新题目']);
    });

    test('names what was removed, only to regions that saw it', async () => {
      await at.publish('here');
      const [lhasa, rikaze] = [await at.feed({ region: LHASA }), await at.feed({ region: '540200' })];
      await at.remove('here');
      expect((await at.feed({ region: LHASA, cursor: lhasa.cursor })).removed).toEqual(['here']);
      expect((await at.feed({ region: '540200', cursor: rikaze.cursor })).removed).toEqual([]);
    });

    test('tells the old region that an event moved, and the new one that it is there', async () => {
      await at.publish('moves', { region: '540102' });
      const [lhasa, rikaze] = [await at.feed({ region: LHASA }), await at.feed({ region: '540200' })];
      await at.publish('moves', { region: '540202' });
      expect(await at.feed({ region: LHASA, cursor: lhasa.cursor })).toMatchObject({ events: [], removed: ['moves'] });
      const arrived = await at.feed({ region: '540200', cursor: rikaze.cursor });
      expect([ids(arrived), arrived.removed]).toEqual([['moves'], []]);
    });

    test('tells every region it ever stood in, however often it moved', async () => {
      await at.publish('moves', { region: '540102' });
      const { cursor } = await at.feed({ region: LHASA });
      for (const region of ['540202', '540302', '540402']) await at.publish('moves', { region });
      await at.remove('moves');
      expect((await at.feed({ region: LHASA, cursor })).removed).toEqual(['moves']);
    });

    test('tells everyone that a national event is gone', async () => {
      await at.publish('moves', { region: '100000' });
      const { cursor } = await at.feed({ region: '110000' });
      await at.publish('moves', { region: '540202' });
      expect((await at.feed({ region: '110000', cursor })).removed).toEqual(['moves']);
    });

    test('brings back an id that was removed and published again', async () => {
      await at.publish('again');
      await at.cancel('again');
      await at.remove('again');
      const { cursor } = await at.feed({ region: LHASA });
      await at.publish('again');
      const page = await at.feed({ region: LHASA, cursor });
      expect(page.events).toMatchObject([{ id: 'again', status: 'scheduled' }]);
      expect(page.events[0]?.cancelReason).toBeUndefined();
    });

    test('comes in pages too', async () => {
      await open({ pageSize: 2 });
      const { cursor } = await at.feed({ region: LHASA });
      for (const id of ['a', 'b', 'c']) await at.publish(id);
      const first = await at.feed({ region: LHASA, cursor });
      expect([ids(first), first.more, first.reset]).toEqual([['a', 'b'], true, false]);
      const second = await at.feed({ region: LHASA, cursor: first.cursor });
      expect([ids(second), second.more, second.reset]).toEqual([['c'], false, false]);
    });

    test('brings the campaign or the programme only when that one changed', async () => {
      const { cursor } = await at.feed({ region: LHASA });
      const changed = campaignOf('open', { theme: '新主题' });
      await importContent(
        testServer.database.db,
        { ...CONTENT, official: [{ campaign: changed, programme: PROGRAMME }] },
        NOW,
      );
      const other = await testServer.openOther();
      const page = await other.feed({ region: LHASA, cursor });
      expect([page.campaign, page.programme]).toEqual([changed, null]);
      const shorter = PROGRAMME.slice(0, 1);
      await importContent(
        testServer.database.db,
        { ...CONTENT, official: [{ campaign: changed, programme: shorter }] },
        NOW,
      );
      const third = await testServer.openOther();
      const next = await third.feed({ region: LHASA, cursor: page.cursor });
      expect([next.campaign, next.programme]).toEqual([null, shorter.map(withInitials)]);
    });
  });

  test('an event carries no null but venue and signUp', async () => {
    await at.publish('bare', { venue: null });
    const { text } = await at.ask(`/api/v1/feed?region=${LHASA}`);
    expect(text).toContain('"startsAt":"2026-09-10T14:00:00+08:00"');
    const [event] = (await at.feed({ region: LHASA })).events;
    const nulls = Object.entries(event as QualityEvent).filter(([, value]) => (value as unknown) === null);
    expect(nulls.map(([name]) => name).sort()).toEqual(['signUp', 'venue']);
    expect(event).toMatchObject({ regionName: '拉萨市城关区', kind: '开放日', startsAt: STARTS });
  });
});
