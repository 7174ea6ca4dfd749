import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import {
  SummariesBelowSchema,
  SummaryAnswerSchema,
  SummaryBelowSchema,
  SummaryVersionSchema,
} from '../../domain/summary/summary-answer';
import { parseInstant } from '../../domain/time/time';
import { audit } from '../db/audit-schema';
import { campaign } from '../db/schema';
import { runJob } from '../jobs/run-job';
import { jobsOf } from '../jobs/jobs';
import type { Answer, TestApp } from '../testing/app';
import { ENDS, OPEN, SIGN_UP } from '../testing/content';
import { ENGINES } from '../testing/database';
import { type Desk, deskOf } from '../testing/desk';
import { newParticipant } from '../testing/participants';
import { newMember, newOrganisation } from '../testing/staff';
import { useTestServer } from '../testing/test-server';

const S = 'summaries/open';
const DEADLINE = { dueOn: '2026-10-09', documentNo: '测试〔2026〕1号', paragraph: '五' };
const TEXTS = { measures: '一、进社区。\n二、进企业。', results: '', problems: '', next: '' };
const CASE = {
  ...{ title: '开放日走进校园', body: '学生参观实验室。', paragraph: '测试〔2026〕1号 一' },
  ...{ events: [], visibility: 'superiors', pictures: [] },
};
const day = (text: string): number => parseInstant(`${text}T10:00:00+08:00`) ?? Number.NaN;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe.each(ENGINES)('summaries on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  let ids: Record<'region' | 'city' | 'county', string>;
  let county: Desk;
  let city: Desk;
  const db = () => testServer.database.db;
  const open = async (organisationId: string, role: 'admin' | 'editor' | 'viewer' = 'editor') =>
    deskOf(await newMember(at, db(), organisationId, role, { now }), organisationId);
  const reopen = async (): Promise<void> => {
    county = await open(ids.county);
    city = await open(ids.city);
  };
  beforeEach(async () => {
    now = OPEN;
    at = await testServer.openFresh({ now: () => now });
    await db()
      .update(campaign)
      .set({ content: sql`jsonb_set(content::jsonb, '{summaryDeadline}', ${JSON.stringify(DEADLINE)}::jsonb)::json` })
      .where(sql`id = 'open'`);
    ids = {
      region: await newOrganisation(db(), '540000'),
      city: await newOrganisation(db(), '540100'),
      county: await newOrganisation(db(), '540102'),
    };
    await reopen();
  });

  const answerOf = (answer: Answer) => {
    if (answer.status !== 200) throw new Error(answer.text);
    return v.parse(SummaryAnswerSchema, answer.json());
  };
  const read = async (desk = county) => answerOf(await desk.ask('GET', S));
  const put = (desk: Desk, edits: number, body: object) => desk.ask('PUT', S, body, { 'if-match': `"${edits}"` });
  const write = async (desk = county, change: object = {}) =>
    answerOf(await put(desk, (await read(desk)).edits, { texts: TEXTS, hand: {}, cases: [], ...change }));
  const submit = async (desk = county) => answerOf(await desk.ask('POST', `${S}/submit`));
  const below = async (desk = city) => v.parse(SummariesBelowSchema, (await desk.ask('GET', `${S}/below`)).json());
  const decide = (act: string, body: object, desk = city, of = ids.county) =>
    desk.ask('POST', `${S}/below/${of}/${act}`, body);
  const codeOf = (answer: Answer) => (answer.json() as { code?: string }).code ?? answer.status;
  const versionOf = async (n: number, desk = county, of = '') =>
    v.parse(SummaryVersionSchema, (await desk.ask('GET', `${S}/versions/${n}${of}`)).json());

  test('nothing was begun: an empty draft, with the figures and the deadline', async () => {
    expect(await read()).toMatchObject({
      ...{ state: 'draft', version: 0, edits: 0, hash: null, versions: [] },
      body: { hand: { media: null } },
      deadline: { ...DEADLINE, daysLeft: 37 },
      figures: { total: { planned: 0 }, paragraphs: [{ key: '测试〔2026〕1号 一' }] },
    });
    expect(codeOf(await county.ask('GET', 'summaries/none'))).toBe('not-found');
  });

  test('F2: written, submitted, withdrawn, returned with a reason, submitted again, accepted; then it stays', async () => {
    await write();
    const first = await submit();
    expect(first).toMatchObject({ state: 'submitted', version: 1 });
    expect(codeOf(await put(county, first.edits, { texts: {}, hand: {}, cases: [] }))).toBe('summary-submitted');
    expect(codeOf(await county.ask('POST', `${S}/submit`))).toBe('summary-submitted');
    expect(answerOf(await county.ask('POST', `${S}/withdraw`)).state).toBe('draft');
    expect(codeOf(await county.ask('POST', `${S}/withdraw`))).toBe('summary-not-submitted');
    expect(codeOf(await decide('accept', { version: 1, hash: first.hash }))).toBe('summary-not-submitted');
    await write(county, { texts: { ...TEXTS, results: '有成效。' } });
    const second = await submit();
    expect(second.version).toBe(2);
    expect(codeOf(await decide('accept', { version: 1, hash: first.hash }))).toBe('summary-changed');
    expect(codeOf(await decide('accept', { version: 2, hash: first.hash }))).toBe('summary-changed');
    expect(codeOf(await decide('return', { version: 1, reason: '请补充' }))).toBe('summary-changed');
    const returned = await decide('return', { version: 2, reason: '请补充案例' });
    expect(v.parse(SummaryBelowSchema, returned.json())).toMatchObject({ state: 'returned', reason: '请补充案例' });
    expect(await read()).toMatchObject({ state: 'returned', reason: '请补充案例' });
    await write(county, { cases: [CASE] });
    const third = await submit();
    const accept = { version: 3, hash: third.hash };
    expect((await decide('accept', accept)).status).toBe(200);
    expect((await decide('accept', accept)).status).toBe(200);
    expect(codeOf(await decide('return', { version: 3, reason: '晚了' }))).toBe('summary-accepted');
    expect(codeOf(await county.ask('POST', `${S}/withdraw`))).toBe('summary-accepted');
    expect(codeOf(await put(county, (await read()).edits, { texts: {}, hand: {}, cases: [] }))).toBe(
      'summary-accepted',
    );
    const acts = await db()
      .select()
      .from(audit)
      .where(sql`act like 'summary-%' and organisation_id = ${ids.county}`);
    expect(acts.map(({ act }) => act)).toEqual([
      ...['summary-changed', 'summary-submitted', 'summary-withdrawn', 'summary-changed', 'summary-submitted'],
      ...['summary-returned', 'summary-changed', 'summary-submitted', 'summary-accepted'],
    ]);
  });

  test('two write at once: the second learns of it', async () => {
    const { edits } = await read();
    const body = { texts: TEXTS, hand: {}, cases: [] };
    expect((await put(county, edits, body)).status).toBe(200);
    expect(codeOf(await put(county, edits, body))).toBe('summary-changed');
    expect(codeOf(await county.ask('PUT', S, body))).toBe('if-match-required');
  });

  test.each([
    ['a mobile number', { texts: { ...TEXTS, next: '联系13800138000' } }, 'texts.next', 'mobile-number'],
    ['an identity number', { cases: [{ ...CASE, body: '540102199003071234' }] }, 'cases.0.body', 'identity-number'],
    ['money asked for', { texts: { ...TEXTS, results: '报名费每人50元' } }, 'texts.results', 'fee-not-allowed'],
    ['a paragraph that there is not', { cases: [{ ...CASE, paragraph: '九' }] }, 'cases.0.paragraph', 'not-allowed'],
    ['another’s event', { cases: [{ ...CASE, events: ['none'] }] }, 'cases.0.events.0', 'event-not-found'],
    [
      'a picture that was not sent',
      { cases: [{ ...CASE, pictures: ['00000000-0000-4000-8000-000000000000'] }] },
      ...(['cases.0.pictures.0', 'picture-not-found'] as const),
    ],
  ])('F2: refuses %s', async (_, change, path, code) => {
    const answer = await put(county, 0, { texts: TEXTS, hand: {}, cases: [], ...change });
    expect(answer.json()).toMatchObject({ code: 'invalid-input', errors: [{ path, code }] });
  });

  test('F3: a version is frozen, its hash anybody’s to recompute; what happened since stands beside it', async () => {
    await county.create('e', { signUp: SIGN_UP });
    await county.post('e', 'publish');
    await write(county, { hand: { leaflets: 300 }, cases: [{ ...CASE, events: ['e'] }] });
    await submit();
    const wang = await newParticipant(at);
    await wang.signUp('e', 2);
    const version = await versionOf(1);
    expect(createHash('sha256').update(version.text).digest('hex')).toBe(version.hash);
    expect(JSON.parse(version.text)).toEqual(version.snapshot);
    expect(version.snapshot).toMatchObject({
      ...{ version: 1, late: false, contains: [] },
      figures: { total: { planned: 1, signUps: 0 }, paragraphs: [{ planned: 1 }] },
      body: { hand: { leaflets: 300, media: null } },
    });
    expect(version.since.differences).toContainEqual({ path: 'figures.total.signUps', before: 0, after: 2 });
    await county.ask('POST', `${S}/withdraw`);
    await write(county, { hand: { leaflets: 500 } });
    await submit();
    const second = await versionOf(2);
    expect(second.differences).toContainEqual({ path: 'body.hand.leaflets', before: 300, after: 500 });
    expect(await versionOf(1)).toMatchObject({ hash: version.hash, text: version.text });
    await expect(db().execute(sql`update summary_version set late = true`)).rejects.toThrow();
    await expect(db().execute(sql`delete from summary_version`)).rejects.toThrow();
  });

  test('A1: a superior reads what was handed in, nothing else; nobody beside or below does', async () => {
    const sibling = await open(await newOrganisation(db(), '540103'), 'admin');
    const of = `?of=${ids.county}`;
    const ask = (desk: Desk) => desk.ask('GET', `${S}/versions/1${of}`);
    await write();
    await submit();
    expect((await ask(city)).status).toBe(200);
    expect((await ask(await open(ids.region, 'viewer'))).status).toBe(200);
    for (const desk of [sibling, await open(ids.county)]) {
      expect((await desk.ask('GET', `${S}/versions/1?of=${ids.city}`)).status).toBe(404);
    }
    expect((await ask(sibling)).status).toBe(404);
    for (const act of ['accept', 'return', 'received']) {
      const body = { accept: { version: 1, hash: 'a'.repeat(64) }, return: { version: 1, reason: '退' } }[act];
      expect((await decide(act, body ?? { on: '2026-09-01', who: '卓玛' }, sibling)).status).toBe(404);
    }
    await county.ask('POST', `${S}/withdraw`);
    expect((await ask(city)).status).toBe(404);
  });

  test('F5: every organisation below, those without account, what came on paper; the roll-up names versions and never waits', async () => {
    const other = await newOrganisation(db(), '540121', '林周县局');
    await write(county, { hand: { leaflets: 300 } });
    const first = await submit();
    expect((await decide('received', { on: '2026-09-03', who: '卓玛' }, city, other)).json()).toMatchObject({
      code: 'in-future',
    });
    expect((await decide('received', { on: '2026-09-01', who: '卓玛' }, city, other)).status).toBe(200);
    const page = await below();
    expect(page.organisations).toMatchObject([
      { id: ids.county, state: 'submitted', last: { version: 1, hash: first.hash }, hasAccount: true },
      { id: other, state: null, last: null, hasAccount: false, received: { on: '2026-09-01', who: '卓玛' } },
    ]);
    expect(page.rollUp).toMatchObject({
      ...{ contains: [{ organisation: ids.county, version: 1 }], missing: [], offline: [{ organisation: other }] },
      hand: { leaflets: { sum: 300, from: 1 } },
    });
    expect((await city.ask('DELETE', `${S}/below/${other}/received`)).status).toBe(200);
    expect((await below()).rollUp.missing).toMatchObject([{ organisation: other, why: 'no-account' }]);
    const rows: unknown = await db().execute(sql`select * from summary_received`);
    expect(JSON.stringify(rows)).not.toContain('卓玛');
    expect(codeOf(await decide('received', { on: '2026-09-01', who: '卓玛' }))).toBe('summary-submitted');
  });

  test('F5: a city whose county changes after the city was accepted', async () => {
    await write();
    const first = await submit();
    await write(city);
    const own = await submit(city);
    expect((await versionOf(1, city)).snapshot.contains).toMatchObject([
      { organisation: ids.county, hash: first.hash },
    ]);
    const region = await open(ids.region, 'admin');
    const accepted = await decide('accept', { version: 1, hash: own.hash }, region, ids.city);
    expect(accepted.status).toBe(200);
    await county.ask('POST', `${S}/withdraw`);
    expect((await read(city)).changedBelow).toMatchObject([{ organisation: ids.county, contained: 1, now: null }]);
    await write(county, { texts: { ...TEXTS, next: '再做。' } });
    await submit();
    const after = await read(city);
    expect(after).toMatchObject({ state: 'accepted', hash: own.hash });
    expect(after.changedBelow).toMatchObject([{ organisation: ids.county, contained: 1, now: 2 }]);
  });

  test('F4: after the deadline’s day in China it is late, and goes on', async () => {
    now = day('2026-10-09') + 13 * 3_600_000;
    await reopen();
    await write();
    expect((await submit()).versions).toMatchObject([{ late: false }]);
    now = day('2026-10-10') - 9 * 3_600_000;
    await reopen();
    await county.ask('POST', `${S}/withdraw`);
    expect((await submit()).versions).toMatchObject([{ late: true }, { late: false }]);
  });

  test('F4: reminders 7, 3 and 1 days before, each once, only to those who owe', async () => {
    const job = jobsOf([]).find(({ name }) => name === 'remind-of-summaries');
    if (!job) throw new Error('there is no such job');
    const daysOf = async (desk: Desk) => (await read(desk)).reminders.map(({ daysBefore }) => daysBefore);
    for (const on of ['2026-09-30', '2026-10-02', '2026-10-02', '2026-10-06', '2026-10-08', '2026-10-10']) {
      now = Math.max(day(on), now + 2 * 3_600_000);
      await reopen();
      await runJob(db(), job, now);
      if (on === '2026-10-06') await submit(city);
    }
    expect([await daysOf(county), await daysOf(city)]).toEqual([
      [1, 3, 7],
      [3, 7],
    ]);
    // Nobody is above it.
    expect(await daysOf(await open(ids.region))).toEqual([]);
  });

  const send = (file: Buffer) => {
    const head = 'content-disposition: form-data; name="file"; filename="x.jpg"';
    const payload = Buffer.concat([Buffer.from(`--x\r\n${head}\r\n\r\n`), file, Buffer.from('\r\n--x--\r\n')]);
    return county.ask('POST', `${S}/pictures`, payload, { 'content-type': 'multipart/form-data; boundary=x' });
  };

  test('F2: pictures are kept cleaned, shown to the organisation and its superior, refused if they are none', async () => {
    const { id } = v.parse(v.object({ id: v.string(), type: v.literal('image/png') }), (await send(PNG)).json());
    expect(v.parse(v.object({ id: v.string() }), (await send(PNG)).json()).id).toBe(id);
    expect((await send(Buffer.from('<svg onload="alert(1)"/>'))).json()).toMatchObject({
      ...{ code: 'picture-refused', errors: [{ path: 'file', code: 'not-a-picture' }] },
    });
    expect((await send(Buffer.alloc(2 * 1024 * 1024 + 10, 1))).json()).toMatchObject({
      errors: [{ code: 'too-large' }],
    });
    await write(county, { cases: [{ ...CASE, pictures: [id] }] });
    const shown = await county.ask('GET', `${S}/pictures/${id}`);
    expect([shown.status, shown.headers['content-type'], shown.raw]).toEqual([200, 'image/png', PNG]);
    const of = `?of=${ids.county}`;
    expect((await city.ask('GET', `${S}/pictures/${id}${of}`)).status).toBe(404);
    await submit();
    expect((await city.ask('GET', `${S}/pictures/${id}${of}`)).status).toBe(200);
    expect((await city.ask('GET', `${S}/pictures/${id}`)).status).toBe(404);
  });

  test('F6: the files of a version, each export in the log', async () => {
    now = ENDS;
    await reopen();
    await write(county, { cases: [CASE] });
    await submit();
    for (const [ending, magic] of [
      ['docx', 'PK'],
      ['xlsx', 'PK'],
    ] as const) {
      const file = await county.ask('GET', `${S}/versions/1.${ending}`);
      expect([file.status, file.raw.subarray(0, 2).toString()]).toEqual([200, magic]);
    }
    const acts = await db()
      .select()
      .from(audit)
      .where(sql`act = 'summary-exported'`);
    expect(acts.map(({ fields }) => fields)).toEqual([['docx'], ['xlsx']]);
    expect((await county.ask('GET', `${S}/versions/2.docx`)).status).toBe(404);
  });
});
