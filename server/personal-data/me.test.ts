import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { MeSchema } from '../../domain/account';
import { account, notice, session, signUp } from '../db/account-schema';
import { event } from '../db/schema';
import type { TestApp } from '../testing/app';
import { ENDS, OPEN, SIGN_UP } from '../testing/content';
import { ENGINES } from '../testing/database';
import { newParticipant, VISIT } from '../testing/participants';
import { seatsOf } from '../testing/sign-up-event';
import { useTestServer } from '../testing/test-server';

describe.each(ENGINES)('one’s own data on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  beforeEach(async () => {
    now = OPEN;
    at = await testServer.openFresh({ now: () => now });
    await at.publish('e', { signUp: { ...SIGN_UP, capacity: 1 } });
  });

  const taken = () => seatsOf(testServer.database.db);

  test('is handed out whole, as it was filled in', async () => {
    const wang = await newParticipant(at);
    await wang.signUp('e');
    await at.publish('e', { title: '新题目', signUp: SIGN_UP });
    const me = v.parse(v.strictObject(MeSchema.entries), (await wang.ask('GET', 'me')).json());
    expect(me).toMatchObject({
      account: { id: wang.id, kind: 'device', createdAt: '2026-09-02T08:00:00+08:00' },
      sessions: [{ createdAt: '2026-09-02T08:00:00+08:00' }],
      grants: [],
      signUps: [
        {
          eventId: 'e',
          eventTitle: '新题目',
          status: 'confirmed',
          consent: { version: '1', at: '2026-09-02T08:00:00+08:00' },
          form: VISIT,
        },
      ],
      notices: [{ kind: 'changed' }],
    });
  });

  test('is one’s own', async () => {
    const [wang, li] = [await newParticipant(at), await newParticipant(at)];
    await wang.signUp('e');
    expect((await li.ask('GET', 'me')).json()).toMatchObject({ account: { id: li.id }, signUps: [], notices: [] });
  });

  test('is erased: nothing is left, the token opens nothing, the seat goes to who waits', async () => {
    const [wang, li] = [await newParticipant(at), await newParticipant(at)];
    await wang.signUp('e');
    await li.signUp('e');
    await at.publish('e', { title: '新题目', signUp: { ...SIGN_UP, capacity: 1 } });
    expect((await wang.ask('DELETE', 'me')).status).toBe(204);
    expect((await wang.ask('GET', 'me')).json()).toMatchObject({ code: 'unauthorized' });
    for (const [table, column] of [
      [signUp, signUp.accountId],
      [notice, notice.accountId],
      [session, session.accountId],
      [account, account.id],
    ] as const) {
      expect(await testServer.database.db.select().from(table).where(eq(column, wang.id))).toEqual([]);
    }
    expect(await li.only()).toMatchObject({ status: 'confirmed' });
    expect((await li.inbox()).notices.map(({ kind }) => kind)).toEqual(['changed', 'promoted']);
    expect(await taken()).toEqual({ taken: 1, waiting: 0 });
  });

  test('erased while waiting: the waitlist closes up', async () => {
    const [wang, li, zhao] = [await newParticipant(at), await newParticipant(at), await newParticipant(at)];
    for (const person of [wang, li, zhao]) await person.signUp('e');
    await li.ask('DELETE', 'me');
    expect(await zhao.only()).toMatchObject({ position: 1 });
    expect(await taken()).toEqual({ taken: 1, waiting: 1 });
  });

  test('erased after the event: that a seat was held stays counted', async () => {
    const wang = await newParticipant(at);
    await wang.signUp('e');
    now = ENDS;
    await wang.ask('DELETE', 'me');
    expect(await taken()).toEqual({ taken: 1, waiting: 0 });
  });

  test('erased while a sign-up of the same account is under way: no seat is lost, nothing is left', async () => {
    for (let round = 0; round < 6; round += 1) {
      await at.publish(`r${round}`, { signUp: SIGN_UP });
      const wang = await newParticipant(at);
      await wang.signUp('e');
      const [signed, erased] = await Promise.all([wang.trySignUp(`r${round}`), wang.ask('DELETE', 'me')]);
      expect([[201, 401].includes(signed.status), erased.status]).toEqual([true, 204]);
      expect(await testServer.database.db.select().from(account)).toEqual([]);
      expect(await testServer.database.db.select().from(signUp)).toEqual([]);
      const rows = await testServer.database.db.select({ taken: event.taken }).from(event);
      expect(rows.map((row) => row.taken)).toEqual(rows.map(() => 0));
    }
  });
});
