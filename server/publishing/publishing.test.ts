import { eq } from 'drizzle-orm';
import type { PublishBody } from '../../domain/event/event';
import { importContent } from '../content/import-content';
import { event } from '../db/schema';
import { NOW, type TestApp } from '../testing/app';
import { bodyOf, campaignOf, PROGRAMME, SIGN_UP } from '../testing/content';
import { ENGINES } from '../testing/database';
import { useTestServer } from '../testing/test-server';

describe.each(ENGINES)('events on %s', (engine) => {
  const testServer = useTestServer(engine);

  let at: TestApp;
  let clock: number;
  beforeEach(async () => {
    clock = NOW;
    at = await testServer.openFresh({ now: () => clock });
  });

  describe('publishing', () => {
    test('creates, then changes nothing, then updates, each change with the next revision', async () => {
      const created = await at.publish('e', { signUp: SIGN_UP });
      expect([created.status, created.json()]).toEqual([
        201,
        {
          outcome: 'created',
          event: {
            id: 'e',
            ...bodyOf({ signUp: SIGN_UP }),
            kind: '开放日',
            regionName: '拉萨市城关区',
            initials: 'syskfr whhdzx lssscjdglj',
            pinyin: 'ShiYanShiKaiFangRi WenHuaHuoDongZhongXin LaSaShiShiChangJianDuGuanLiJu LaSaShiChengGuanQu',
            status: 'scheduled',
            rev: 2,
          },
        },
      ]);
      const same = await at.publish('e', { signUp: SIGN_UP });
      expect([same.status, same.json()]).toMatchObject([200, { outcome: 'unchanged', event: { rev: 2 } }]);
      const changed = await at.publish('e', { title: '新题目', signUp: SIGN_UP });
      expect([changed.status, changed.json()]).toMatchObject([
        200,
        { outcome: 'updated', event: { title: '新题目', rev: 3 } },
      ]);
      expect((await at.ask('/api/v1/events/e')).json()).toMatchObject({ title: '新题目', rev: 3 });
    });

    test('the same instant in another offset changes nothing', async () => {
      await at.publish('e');
      const same = await at.publish('e', { startsAt: '2026-09-10T06:00:00.000Z' });
      expect(same.json()).toMatchObject({ outcome: 'unchanged', event: { startsAt: '2026-09-10T14:00:00+08:00' } });
    });

    test.each<[string, Partial<PublishBody>]>([
      ['the programme item, and with it the kind', { programmeId: 'course' }],
      ['the summary', { summary: '另一个介绍' }],
      ['the organiser', { organiser: { name: '别的单位', phone: '0891-6666666' } }],
      ['the venue', { venue: { name: '别处', address: '别的地址', latitude: 29.7, longitude: 91.2 } }],
      ['no venue', { venue: null }],
      ['the times', { startsAt: '2026-09-10T13:00:00+08:00' }],
      ['the audiences', { audiences: ['企业', '机构'] }],
      ['sign-up', { signUp: SIGN_UP }],
    ])('updates %s', async (_name, change) => {
      await at.publish('e');
      const answer = await at.publish('e', change);
      expect(answer.json()).toMatchObject({ outcome: 'updated', event: { ...change, rev: 3 } });
    });

    test('leaves a cancelled event cancelled, whatever is corrected in it', async () => {
      await at.publish('e');
      await at.cancel('e', '雪');
      expect((await at.publish('e')).json()).toMatchObject({ outcome: 'unchanged', event: { status: 'cancelled' } });
      expect((await at.publish('e', { title: '改正' })).json()).toMatchObject({
        outcome: 'updated',
        event: { title: '改正', status: 'cancelled', cancelReason: '雪' },
      });
    });

    test('many at once under one id make one event; under many ids, no revision twice', async () => {
      const same = await Promise.all(Array.from({ length: 8 }, () => at.publish('one')));
      expect(same.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
      const many = await Promise.all(Array.from({ length: 20 }, (_, index) => at.publish(`many-${index}`)));
      const revs = many.map((answer) => (answer.json() as { event: { rev: number } }).event.rev);
      expect(revs.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 3));
    });
  });

  describe('cancelling', () => {
    test('marks the event, once', async () => {
      await at.publish('e');
      const answer = await at.cancel('e', '场地维修');
      expect([answer.status, answer.json()]).toMatchObject([
        200,
        { outcome: 'updated', event: { status: 'cancelled', cancelReason: '场地维修', rev: 3 } },
      ]);
      expect((await at.cancel('e', '场地维修')).json()).toMatchObject({ outcome: 'unchanged', event: { rev: 3 } });
      expect((await at.cancel('e', '停电')).json()).toMatchObject({
        outcome: 'updated',
        event: { cancelReason: '停电' },
      });
    });

    test.each([
      ['an unknown event', 'none', '雪', 404, 'event-not-found'],
      ['no reason', 'e', '  ', 400, 'invalid-input'],
      ['a reason with money', 'e', '改为收费活动', 400, 'fee-not-allowed'],
    ])('is refused for %s', async (_name, id, reason, status, code) => {
      await at.publish('e');
      expect((await at.cancel(id, reason)).json()).toMatchObject({ status, code });
    });
  });

  describe('removing', () => {
    test('leaves nothing to be read', async () => {
      await at.publish('e');
      const answer = await at.remove('e');
      expect([answer.status, answer.text]).toEqual([204, '']);
      expect((await at.ask('/api/v1/events/e')).json()).toMatchObject({ status: 404, code: 'event-not-found' });
      expect((await at.remove('e')).status).toBe(404);
      expect((await at.cancel('e')).status).toBe(404);
    });

    test.each([
      ['a seat is taken', { taken: 1 }],
      ['somebody waits', { waiting: 2 }],
    ])('is refused while %s', async (_name, seats) => {
      await at.publish('e', { signUp: SIGN_UP });
      await testServer.database.db.update(event).set(seats).where(eq(event.id, 'e'));
      expect((await at.remove('e')).json()).toMatchObject({ status: 409, code: 'has-sign-ups' });
      expect((await at.ask('/api/v1/events/e')).status).toBe(200);
    });
  });

  test('an event of a campaign that was closed can only be read', async () => {
    await at.publish('e');
    const closed = { campaign: campaignOf('open', { state: 'archived' }), programme: PROGRAMME };
    await importContent(testServer.database.db, { official: [closed], makeSample: null }, NOW);
    for (const answer of [await at.publish('e', { title: '晚了' }), await at.cancel('e'), await at.remove('e')]) {
      expect(answer.json()).toMatchObject({ status: 409, code: 'campaign-closed' });
    }
    expect((await at.ask('/api/v1/events/e')).json()).toMatchObject({ title: '实验室开放日', rev: 2 });
  });

  describe('availability', () => {
    const ask = async (ids: string): Promise<unknown> => (await at.ask(`/api/v1/availability?ids=${ids}`)).json();

    test('has the seats of what takes sign-ups, and nothing else', async () => {
      await at.publish('with', { signUp: SIGN_UP });
      await at.publish('without');
      await at.publish('gone', { signUp: SIGN_UP });
      await at.remove('gone');
      await testServer.database.db.update(event).set({ taken: 7, waiting: 3 }).where(eq(event.id, 'with'));
      expect(await ask('with,without,gone,none,with')).toEqual({ with: { capacity: 20, taken: 7, waiting: 3 } });
    });

    test('is a second old at most', async () => {
      await at.publish('e', { signUp: SIGN_UP });
      expect(await ask('e')).toMatchObject({ e: { taken: 0 } });
      await testServer.database.db.update(event).set({ taken: 5 }).where(eq(event.id, 'e'));
      clock += 999;
      expect(await ask('e')).toMatchObject({ e: { taken: 0 } });
      clock += 1;
      expect(await ask('e')).toMatchObject({ e: { taken: 5 } });
    });

    const many = (count: number): string => Array.from({ length: count }, (_, index) => `e${index}`).join();
    test.each([
      ['no id', '', 400],
      ['no possible id', 'a b', 400],
      ['a hundred', many(100), 200],
      ['one too many', many(101), 400],
    ])('of %s', async (_name, ids, status) => {
      expect((await at.ask(`/api/v1/availability?ids=${encodeURIComponent(ids)}`)).status).toBe(status);
    });
  });
});
