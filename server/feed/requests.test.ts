import { eq } from 'drizzle-orm';
import { importContent } from '../content/import-content';
import { renewEpoch } from '../db/epoch';
import { campaign } from '../db/schema';
import { NOW, type TestApp } from '../testing/app';
import { campaignOf, PROGRAMME } from '../testing/content';
import { ENGINES } from '../testing/database';
import { useTestServer } from '../testing/test-server';

const LHASA = '540100';

describe.each(ENGINES)('what is asked of the feed on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  beforeEach(async () => {
    at = await testServer.openFresh();
  });

  describe('a cursor that does not fit gets the first page of a full copy', () => {
    const expectFull = async (query: Record<string, string>): Promise<void> => {
      expect(await at.feed(query)).toMatchObject({ reset: true, first: true, events: [{ id: 'here' }] });
    };
    beforeEach(() => at.publish('here'));

    test.each([
      ['a letter', 'x'],
      ['no base64url', '!!!'],
      ['numbers', 'MTIz'],
      ['very long', 'a'.repeat(5000)],
      ['a null byte', '\0'],
      ['a path', '../..'],
    ])('garbage: %s', (_name, cursor) => expectFull({ region: LHASA, cursor }));

    test('any changed character', async () => {
      const { cursor } = await at.feed({ region: LHASA });
      for (let i = 0; i < cursor.length; i++) {
        const other = cursor[i] === 'A' ? 'B' : 'A';
        await expectFull({ region: LHASA, cursor: cursor.slice(0, i) + other + cursor.slice(i + 1) });
      }
      await expectFull({ region: LHASA, cursor: `${cursor}A` });
    });

    test('of another region', async () => {
      const { cursor } = await at.feed({ region: '540000' });
      await expectFull({ region: LHASA, cursor });
    });

    test('of another campaign', async () => {
      const { cursor } = await at.feed({ region: LHASA, campaign: 'past' });
      await expectFull({ region: LHASA, cursor });
    });

    test('of another epoch', async () => {
      const { cursor } = await at.feed({ region: LHASA });
      await renewEpoch(testServer.database.db);
      const other = await testServer.openOther();
      expect(await other.feed({ region: LHASA, cursor })).toMatchObject({ reset: true, first: true });
    });

    test('ahead of the database, which an older backup brought back', async () => {
      const { cursor } = await at.feed({ region: LHASA });
      await testServer.database.db.update(campaign).set({ rev: 1 }).where(eq(campaign.id, 'open'));
      const other = await testServer.openOther();
      expect(await other.feed({ region: LHASA, cursor })).toMatchObject({ reset: true, first: true });
    });

    test('ahead only of what this process knows yet: it asks the database', async () => {
      const other = await testServer.openOther();
      await other.publish('later');
      const { cursor } = await other.feed({ region: LHASA });
      expect(await at.feed({ region: LHASA, cursor })).toMatchObject({ reset: false, events: [], removed: [] });
    });
  });

  describe('which campaign', () => {
    const trial = campaignOf('trial', { year: 2027, sample: true });
    const load = async (...campaigns: ReturnType<typeof campaignOf>[]): Promise<void> => {
      const official = campaigns.map((each) => ({ campaign: each, programme: PROGRAMME }));
      await testServer.database.clear();
      await importContent(testServer.database.db, { official, makeSample: null }, NOW);
    };
    const currentId = async (sample = true): Promise<string | undefined> => {
      const other = await testServer.openOther({ config: { sample } });
      return (await other.feed({ region: LHASA })).campaign?.id;
    };

    test('unasked, the open one; an official before a trial; else the latest', async () => {
      await load(campaignOf('old', { year: 2024, state: 'archived' }), campaignOf('now'), trial);
      expect(await currentId()).toBe('now');
      await load(campaignOf('past', { year: 2025, state: 'archived' }), trial);
      expect(await currentId()).toBe('trial');
      await load(
        campaignOf('old', { year: 2024, state: 'archived' }),
        campaignOf('past', { year: 2025, state: 'archived' }),
      );
      expect(await currentId()).toBe('past');
    });

    test('asked for, an archived one can still be read', async () => {
      expect((await at.feed({ region: LHASA, campaign: 'past' })).campaign?.state).toBe('archived');
    });

    test('trial campaigns are nowhere when they are off', async () => {
      await load(campaignOf('past', { year: 2025, state: 'archived' }), trial);
      await (await testServer.openOther()).publish('of-trial', { campaign: 'trial' });
      const off = await testServer.openOther({ config: { sample: false } });
      expect((await off.feed({ region: LHASA })).campaign?.id).toBe('past');
      expect(await off.ask(`/api/v1/feed?region=${LHASA}&campaign=trial`)).toMatchObject({ status: 404 });
      expect((await off.ask('/api/v1/campaigns')).json()).toMatchObject({ campaigns: [{ id: 'past' }] });
      expect(await off.ask('/api/v1/events/of-trial')).toMatchObject({ status: 404 });
      expect((await off.publish('more', { campaign: 'trial' })).json()).toMatchObject({ code: 'unknown-campaign' });
    });

    test('all are listed, latest first', async () => {
      await load(campaignOf('past', { year: 2025, state: 'archived' }), trial);
      expect((await at.ask('/api/v1/campaigns')).status).toBe(200);
      const other = await testServer.openOther();
      expect((await other.ask('/api/v1/campaigns')).json()).toEqual({
        campaigns: [
          { id: 'trial', year: 2027, theme: '测试主题', state: 'open', sample: true },
          { id: 'past', year: 2025, theme: '测试主题', state: 'archived' },
        ],
      });
    });
  });

  describe('one campaign alone', () => {
    test.each([
      ['the one that a phone gets that names none', 'current', 'open'],
      ['the one that is named, archived or not', 'past', 'past'],
    ])('%s, as the feed has it', async (_, named, id) => {
      await at.publish('here');
      const { campaign: inFeed } = await at.feed({ region: LHASA, campaign: id });
      expect((await at.ask(`/api/v1/campaigns/${named}`)).json()).toEqual({ campaign: inFeed });
    });

    test('is not sent again to whoever has it: an event is no part of it', async () => {
      const { headers } = await at.ask('/api/v1/campaigns/open');
      await at.publish('here');
      const again = { url: '/api/v1/campaigns/open', headers: { 'if-none-match': String(headers.etag) } };
      expect(await at.ask(again)).toMatchObject({ status: 304, text: '' });
    });

    test('is sent anew once it changed', async () => {
      const { headers } = await at.ask('/api/v1/campaigns/open');
      const changed = { campaign: campaignOf('open', { theme: '新的主题' }), programme: PROGRAMME };
      await importContent(testServer.database.db, { official: [changed], makeSample: null }, NOW);
      const other = await testServer.openOther();
      const again = { url: '/api/v1/campaigns/open', headers: { 'if-none-match': String(headers.etag) } };
      expect((await other.ask(again)).json()).toMatchObject({ campaign: { theme: '新的主题' } });
    });

    test.each(['1999', '%00', 'x'.repeat(90)])('one that is not there: %s', async (id) => {
      const answer = await at.ask(`/api/v1/campaigns/${id}`);
      expect(answer.status).toBe(404);
      expect(answer.json()).toMatchObject({ code: 'campaign-not-found' });
    });
  });

  describe('refuses', () => {
    test.each([
      ['/api/v1/feed', 400, { code: 'invalid-input', errors: [{ path: 'region', code: 'required' }] }],
      ['/api/v1/feed?region=54', 400, { code: 'invalid-input', errors: [{ path: 'region', code: 'region' }] }],
      [
        '/api/v1/feed?region=999999',
        400,
        { code: 'unknown-region', errors: [{ path: 'region', code: 'unknown-region' }] },
      ],
      ['/api/v1/feed?region=540000&campaign=none', 404, { code: 'campaign-not-found' }],
      ['/api/v1/feed?region=540000&region=540100', 400, { code: 'invalid-input' }],
    ])('%s', async (url, status, problem) => {
      const answer = await at.ask(url);
      expect([answer.status, answer.json()]).toEqual([status, expect.objectContaining({ ...problem, status })]);
    });
  });
});
