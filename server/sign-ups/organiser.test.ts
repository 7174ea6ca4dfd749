import type { PublishBody } from '../../domain/event/event';
import type { TestApp } from '../testing/app';
import { ENDS, OPEN, SIGN_UP, STARTS } from '../testing/content';
import { ENGINES } from '../testing/database';
import { newParticipants, seatsOf } from '../testing/sign-up-event';
import { useTestServer } from '../testing/test-server';

describe.each(ENGINES)('what the organiser changes, on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  beforeEach(async () => {
    now = OPEN;
    at = await testServer.openFresh({ now: () => now });
  });

  const people = () => newParticipants(at);
  const publish = (capacity: number, body: Partial<PublishBody> = {}) =>
    at.publish('e', { signUp: { ...SIGN_UP, capacity }, ...body });
  const seats = () => seatsOf(testServer.database.db);

  describe('rule 5: a raised capacity', () => {
    test('promotes the head at once, who finds a notice', async () => {
      await publish(2);
      const [a, b, c] = await people();
      await a.signUp('e', 2);
      await b.signUp('e', 2);
      await c.signUp('e', 1);
      await publish(4);
      expect(await b.only()).toMatchObject({ status: 'confirmed' });
      expect(await c.only()).toMatchObject({ status: 'waitlisted', position: 1, waitReason: 'full' });
      const { notices } = await b.inbox();
      expect(notices).toEqual([
        { id: 1, kind: 'promoted', eventId: 'e', title: '实验室开放日', at: '2026-09-02T08:00:00+08:00' },
      ]);
      expect((await a.inbox()).notices).toEqual([]);
      expect(await seats()).toEqual({ taken: 4, waiting: 1 });
    });

    test('after the start promotes nobody; put off: the waitlist is back', async () => {
      await publish(1);
      const [a, b] = await people();
      await a.signUp('e');
      await b.signUp('e');
      now = STARTS;
      await publish(2);
      expect(await b.only()).toMatchObject({ status: 'expired' });
      await publish(2, { startsAt: '2026-09-12T14:00:00+08:00', endsAt: '2026-09-12T16:00:00+08:00' });
      expect(await b.only()).toMatchObject({ status: 'confirmed' });
    });
  });

  test('rule 6, a capacity that is cut below what is confirmed: nobody is evicted, the organiser is told, nothing is promoted until seats are free', async () => {
    await publish(4);
    const [a, b, c] = await people();
    const first = await a.signUp('e', 2);
    const second = await b.signUp('e', 2);
    await c.signUp('e', 2);
    expect((await publish(2)).json()).toMatchObject({ outcome: 'updated', overbooked: 2 });
    expect(await b.only()).toMatchObject({ status: 'confirmed' });
    await a.cancel(first.id);
    expect(await c.only()).toMatchObject({ status: 'waitlisted', waitReason: 'full' });
    await b.cancel(second.id);
    expect(await c.only()).toMatchObject({ status: 'confirmed' });
    expect((await publish(2, { summary: '' })).json()).not.toHaveProperty('overbooked');
  });

  describe('rule 8: a cancelled event', () => {
    test('every active sign-up becomes event-cancelled, and every person finds a notice with the reason', async () => {
      await publish(1);
      const [a, b, c] = await people();
      await a.signUp('e');
      await b.signUp('e');
      const given = await c.signUp('e');
      await c.cancel(given.id);
      await at.cancel('e', '场地检修');
      for (const person of [a, b]) {
        const mine = await person.only();
        expect(mine).toMatchObject({ status: 'event-cancelled' });
        expect(mine).not.toHaveProperty('ticket');
        expect((await person.inbox()).notices).toMatchObject([{ kind: 'event-cancelled', reason: '场地检修' }]);
      }
      expect(await c.only()).toMatchObject({ status: 'cancelled' });
      expect((await c.inbox()).notices).toEqual([]);
      expect(await seats()).toEqual({ taken: 0, waiting: 0 });
      expect((await at.remove('e')).status).toBe(204);
    });

    test('told once, however often it is cancelled', async () => {
      await publish(1);
      const [a] = await people();
      await a.signUp('e');
      await at.cancel('e', '场地检修');
      await at.cancel('e', '天气原因');
      expect((await a.inbox()).notices).toHaveLength(1);
    });
  });

  describe('a changed event', () => {
    test('is told field by field, old → new, to those who hold or await a seat', async () => {
      await publish(1);
      const [a, b, c] = await people();
      await a.signUp('e');
      await b.signUp('e');
      const given = await c.signUp('e');
      await c.cancel(given.id);
      await publish(1, { title: '新题目', startsAt: '2026-09-10T13:00:00+08:00' });
      for (const person of [a, b]) {
        expect((await person.inbox()).notices).toMatchObject([
          {
            kind: 'changed',
            title: '新题目',
            changes: [
              {
                field: 'time',
                from: { startsAt: '2026-09-10T14:00:00+08:00' },
                to: { startsAt: '2026-09-10T13:00:00+08:00' },
              },
              { field: 'title', from: '实验室开放日', to: '新题目' },
            ],
          },
        ]);
      }
      expect((await c.inbox()).notices).toEqual([]);
    });

    test('a change that nobody plans by, or of an event that is over, is not told', async () => {
      await publish(1);
      const [a] = await people();
      await a.signUp('e');
      await publish(1, { summary: '另一个介绍' });
      now = ENDS;
      await publish(1, { title: '新题目' });
      expect((await a.inbox()).notices).toEqual([]);
    });

    test('changed and promoted at once: both, in this order', async () => {
      await publish(1);
      const [a, b] = await people();
      await a.signUp('e');
      await b.signUp('e');
      await publish(2, { title: '新题目' });
      expect((await b.inbox()).notices.map(({ id, kind }) => [id, kind])).toEqual([
        [1, 'changed'],
        [2, 'promoted'],
      ]);
    });
  });

  test('an event with active sign-ups cannot be removed; once nobody can get in any more who waited, it can', async () => {
    await publish(1);
    const [a, b] = await people();
    await a.signUp('e');
    await b.signUp('e');
    expect((await at.remove('e')).json()).toMatchObject({ status: 409, code: 'has-sign-ups' });
    now = STARTS;
    await a.ask('DELETE', 'me');
    expect((await at.remove('e')).status).toBe(204);
    expect(await b.only()).toMatchObject({ status: 'expired' });
  });

  describe('the inbox', () => {
    test('is read on from where one was, and what was read stays read', async () => {
      await publish(1);
      const [a] = await people();
      await a.signUp('e');
      for (let count = 1; count <= 52; count += 1) await publish(1, { title: `第 ${count} 个题目` });
      const first = await a.inbox();
      expect([first.notices.length, first.more, first.readUpTo]).toEqual([50, true, 0]);
      const rest = await a.inbox(50);
      expect([rest.notices.map(({ id }) => id), rest.more]).toEqual([[51, 52], false]);
      const read = (upTo: unknown) => a.ask('POST', 'inbox/read', { upTo });
      expect((await read(51)).status).toBe(204);
      expect((await read(3)).status).toBe(204);
      expect((await a.inbox()).readUpTo).toBe(51);
      // What comes later was not read.
      expect((await read(9_999)).status).toBe(204);
      expect((await a.inbox()).readUpTo).toBe(52);
      for (const upTo of [-1, 1.5, '1', 2 ** 60]) expect((await read(upTo)).status).toBe(400);
      for (const after of ['-1', 'x', '1e3', '9'.repeat(40)]) {
        expect((await a.ask('GET', `inbox?after=${after}`)).status).toBe(400);
      }
    });

    test('is one’s own', async () => {
      await publish(1);
      const [a, b] = await people();
      await a.signUp('e');
      await at.cancel('e');
      expect((await a.inbox()).notices).toHaveLength(1);
      expect((await b.inbox()).notices).toEqual([]);
    });
  });
});
