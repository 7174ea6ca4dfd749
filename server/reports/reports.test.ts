import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { reportsContract } from '../../domain/api/contract/reports';
import { REPORT_CONTACT_KEPT_DAYS, REPORT_CONTACT_MOST_DAYS } from '../../domain/policy';
import { ReportReceiptSchema } from '../../domain/report-fee/report';
import { DAY_MS } from '../../domain/time/time';
import { report } from '../db/report-schema';
import { event } from '../db/schema';
import { NOW, TOKEN, type Answer, type TestApp } from '../testing/app';
import { ENGINES } from '../testing/database';
import { newMember, newOrganisation, type StaffClient } from '../testing/staff';
import { useTestServer } from '../testing/test-server';
import { purgeContacts } from './purge-contacts';

const WHAT = '现场收取资料费50元，不给收据';
const CONTACT = '13912345678';

describe.each(ENGINES)('reports of fees on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let lhasa: string;
  let boss: StaffClient;
  beforeEach(async () => {
    at = await testServer.openFresh();
    const { db } = testServer.database;
    lhasa = await newOrganisation(db, '540100', '拉萨市市场监督管理局');
    boss = await newMember(at, db, lhasa, 'editor');
  });

  const send = (body: object, from = at): Promise<Answer> =>
    from.ask({ method: 'POST', url: '/api/v1/reports', payload: body });
  const lookUp = async (receipt: string): Promise<unknown> => (await at.ask(`/api/v1/reports/${receipt}`)).json();
  const receiptOf = (answer: Answer): string => v.parse(ReportReceiptSchema, answer.json()).receipt;
  /** An event of a county below the city. */
  const held = async (id: string, region = '540102'): Promise<string> => {
    await at.publish(id);
    const organisationId = await newOrganisation(testServer.database.db, region, `机构${region}`);
    await testServer.database.db.update(event).set({ organisationId }).where(eq(event.id, id));
    return organisationId;
  };
  const listOf = async (client: StaffClient, org: string, query = '') =>
    v.parse(
      reportsContract.reports.answers[200],
      (await client.ask('GET', `organisations/${org}/reports${query}`)).json(),
    ).reports;
  const operator = (method: 'GET' | 'POST', path = '', payload?: object): Promise<Answer> =>
    at.ask({
      ...{ method, url: `/api/v1/reports${path}`, headers: { authorization: `Bearer ${TOKEN}` } },
      ...(payload && { payload }),
    });

  test('goes to the superior, who looks into it, suspends the event and says what came of it', async () => {
    const own = await held('e');
    const holder = await newMember(at, testServer.database.db, own, 'admin');
    const id = randomUUID();
    const receipt = receiptOf(await send({ id, kind: 'fee', event: 'e', what: WHAT, sum: 50, contact: CONTACT }));
    expect(await lookUp(receipt.toLowerCase())).toEqual({ state: 'received' });
    // Nothing is hidden by itself.
    expect((await at.feed({ region: '540100' })).events).toMatchObject([{ id: 'e' }]);

    const [line] = await listOf(boss, lhasa);
    expect(line).toMatchObject({
      ...{ id, receipt, what: WHAT, sum: 50, hasContact: true, state: 'received' },
      event: { id: 'e', suspended: false },
      organisation: { name: '机构540102' },
    });
    expect(JSON.stringify(line)).not.toContain(CONTACT);
    expect(await listOf(holder, own)).toEqual([]);

    const path = `organisations/${lhasa}/reports/${id}`;
    expect((await boss.ask('GET', path)).json()).toMatchObject({ contact: CONTACT });
    expect((await boss.ask('POST', path, { state: 'checking', words: '正在联系主办单位' })).status).toBe(200);
    expect(await lookUp(receipt)).toEqual({ state: 'checking', words: '正在联系主办单位' });
    expect((await boss.ask('POST', `organisations/${lhasa}/events/e/suspend`, { reason: '核实收费' })).status).toBe(
      200,
    );
    expect((await listOf(boss, lhasa, '?state=checking'))[0]?.event?.suspended).toBe(true);
    expect(await listOf(boss, lhasa, '?state=handled')).toEqual([]);
    expect((await boss.ask('POST', path, { state: 'handled' })).json()).toMatchObject({ code: 'words-required' });
    expect((await boss.ask('POST', path, { state: 'handled', words: '已退费' })).status).toBe(200);
    expect((await boss.ask('POST', path, { state: 'checking', words: '' })).json()).toMatchObject({
      code: 'report-handled',
    });

    const admin = await newMember(at, testServer.database.db, lhasa, 'admin');
    const { text } = await admin.ask('GET', `organisations/${lhasa}/audit`);
    for (const act of ['report-opened', 'report-changed', 'event-suspended']) expect(text).toContain(act);
    for (const value of [WHAT, CONTACT, '已退费']) expect(text).not.toContain(value);
    // The holder has no way to it.
    for (const method of ['GET', 'POST']) {
      const payload = method === 'POST' ? { state: 'checking' } : undefined;
      expect((await holder.ask(method, `organisations/${own}/reports/${id}`, payload)).status).toBe(404);
    }
  });

  test('sent twice it is stored once; another body under its id is a conflict', async () => {
    await held('e');
    const body = { id: randomUUID(), kind: 'fee', event: 'e', what: WHAT, contact: CONTACT };
    const [one, two] = await Promise.all([send(body), send(body)]);
    expect(receiptOf(two)).toBe(receiptOf(one));
    expect((await listOf(boss, lhasa)).length).toBe(1);
    expect((await send({ ...body, what: '别的' })).json()).toMatchObject({ code: 'report-id-used' });
    expect((await send({ ...body, id: randomUUID(), event: 'never' })).json()).toMatchObject({
      code: 'event-not-found',
    });
    expect(receiptOf(await send({ kind: 'feedback', what: '字太小' }))).not.toBe(receiptOf(one));
  });

  test('what nobody is above, and feedback, is the operator’s', async () => {
    await at.publish('own');
    await testServer.database.db.update(event).set({ organisationId: lhasa }).where(eq(event.id, 'own'));
    const receipt = receiptOf(await send({ kind: 'fee', event: 'own', what: WHAT }));
    await send({ kind: 'feedback', what: '字太小' });
    expect(await listOf(boss, lhasa)).toEqual([]);
    const { reports } = v.parse(reportsContract.operatorReports.answers[200], (await operator('GET')).json());
    expect(reports.map(({ what }) => what).sort()).toEqual(['字太小', WHAT].sort());
    expect((await operator('POST', `/${receipt}`, { state: 'handled', words: '已核实' })).status).toBe(200);
    expect(await lookUp(receipt)).toEqual({ state: 'handled', words: '已核实' });
    await held('theirs');
    const other = receiptOf(await send({ kind: 'fee', event: 'theirs', what: WHAT }));
    expect((await operator('POST', `/${other}`, { state: 'checking' })).status).toBe(404);
  });

  test('is encrypted at rest, and the way to the person goes after a while', async () => {
    await held('e');
    const { db } = testServer.database;
    const handled = randomUUID();
    const waiting = randomUUID();
    for (const id of [handled, waiting]) await send({ id, kind: 'fee', event: 'e', what: WHAT, contact: CONTACT });
    const rows = JSON.stringify(await db.select().from(report));
    expect(rows).not.toContain(CONTACT);
    expect(rows).not.toContain(WHAT);
    await boss.ask('POST', `organisations/${lhasa}/reports/${handled}`, { state: 'handled', words: '已退费' });
    const kept = async (days: number): Promise<string[]> => {
      await db.transaction((tx) => purgeContacts(tx, NOW + days * DAY_MS));
      return (await listOf(boss, lhasa)).filter(({ hasContact }) => hasContact).map(({ id }) => id);
    };
    expect((await kept(REPORT_CONTACT_KEPT_DAYS - 1)).length).toBe(2);
    expect(await kept(REPORT_CONTACT_KEPT_DAYS)).toEqual([waiting]);
    expect(await kept(REPORT_CONTACT_MOST_DAYS)).toEqual([]);
    expect((await listOf(boss, lhasa))[0]?.what).toBe(WHAT);
  });

  test('from one address no more than 20 come in ten minutes; an unknown receipt is none', async () => {
    const limited = await testServer.openOther({ config: { rateLimit: 600 } });
    const statuses: number[] = [];
    const { db } = testServer.database;
    const before = await db.$count(report);
    for (let count = 0; count < 21; count += 1) {
      statuses.push((await send({ kind: 'feedback', what: '字太小' }, limited)).status);
    }
    expect([statuses.filter((status) => status === 201).length, statuses[20]]).toEqual([20, 429]);
    expect((await db.$count(report)) - before).toBe(20);
    for (const receipt of ['ABCDEFGHJK', 'x', '%00']) {
      expect((await at.ask(`/api/v1/reports/${receipt}`)).status).toBe(404);
    }
  });
});
