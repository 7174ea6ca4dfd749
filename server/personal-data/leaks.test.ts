import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { SessionAnswerSchema } from '../../domain/account';
import { SIGN_UP_FORMS } from '../../domain/event/event';
import { jobsOf } from '../jobs/jobs';
import { runJob } from '../jobs/run-job';
import type { MessageTemplate } from '../notices/templates';
import { makeFreshApp, openTestDatabase, SLOW_MS, type OpenTestDatabase, type TestApp } from '../testing/app';
import { OPEN, SIGN_UP } from '../testing/content';
import { ENGINES } from '../testing/database';
import { newParticipant, type Participant, participantOf } from '../testing/participants';
import { startFakeWechat, type FakeWechat } from '../testing/fake-wechat';

const OVER = Date.UTC(2026, 9, 20);
const TEMPLATES: readonly MessageTemplate[] = [{ id: 'news', kinds: ['changed'], fields: { thing1: 'title' } }];
/** What nobody but its owner may find anywhere. */
const [NAME, OTHER, MOBILE, CODE, FIRM, GROUP, TOPIC, POST, LOGIN, OPENID] = [
  ...['卓玛央宗', '次仁旺堆', '13912345678', '91350100M000100Y43', '雪域珠峰检测公司', '格桑花小组', '降低酥油茶误差'],
  ...['首席酥油师', 'login-code-of-dolma', 'openid-of-dolma'],
] as const;
const FIRM_OF = { enterprise: FIRM, creditCode: CODE };
const FORMS = {
  visit: { contactName: NAME, mobile: MOBILE, partySize: 1 },
  training: { ...FIRM_OF, attendees: [{ name: NAME, mobile: MOBILE, post: POST }] },
  qc: {
    ...{ ...FIRM_OF, groupName: GROUP, topic: TOPIC, topicType: 'innovation', members: 5 },
    ...{ presenter: NAME, mobile: MOBILE },
  },
  metrology: { contactName: NAME, mobile: MOBILE, partySize: 1, meters: ['gas'] },
};

const withoutTicketWords = (text: string): string =>
  text.replace(/"details":\{[^}]*\}/g, (details) =>
    [FIRM, GROUP, TOPIC].reduce((rest, word) => rest.replace(word, ''), details),
  );

describe.each(ENGINES)('what is personal, on %s', (engine) => {
  let database: OpenTestDatabase;
  let wechat: FakeWechat;
  let at: TestApp;
  let now: number;
  /** Log lines of every level, and every answer but the one that hands a person their own data. */
  let seen: string[];
  const markers = new Set<string>();
  beforeAll(async () => {
    database = await openTestDatabase(engine);
    wechat = await startFakeWechat();
  }, SLOW_MS);
  afterAll(async () => {
    await wechat.close();
    await database.closeAndRemove();
  }, SLOW_MS);
  beforeEach(async () => {
    now = OPEN;
    seen = [];
    markers.clear();
    for (const each of [NAME, OTHER, MOBILE, CODE, FIRM, GROUP, TOPIC, POST, LOGIN, OPENID]) markers.add(each);
    const config = { logLevel: 'trace', wechat: wechat.config, messageTemplates: TEMPLATES };
    const made = await makeFreshApp(database, { now: () => now, config, logTo: { write: (line) => seen.push(line) } });
    at = {
      ...made,
      ask: async (request) => {
        const answer = await made.ask(request);
        const { url } = typeof request === 'string' ? { url: request } : request;
        if (typeof url !== 'string') throw new Error('an address is a text here');
        const isLogin = url.endsWith('/sessions');
        // Its owner's ticket names the enterprise and the group; people only masked.
        const text = url.startsWith('/api/v1/sign-ups') ? withoutTicketWords(answer.text) : answer.text;
        if (url !== '/api/v1/me' && !isLogin) seen.push(text, JSON.stringify(answer.headers));
        if (isLogin && answer.status === 201) markers.add(v.parse(SessionAnswerSchema, answer.json()).token);
        return answer;
      },
    };
    for (const form of SIGN_UP_FORMS) await at.publish(form, { signUp: { ...SIGN_UP, form, capacity: 1 } });
  });
  afterEach(() => at.app.close());

  const find = (texts: readonly string[]): string[] => {
    // As it is, as a URL or a header would carry it, and as JSON in ASCII would.
    const forms = (text: string): string[] => [
      text,
      encodeURIComponent(text),
      Buffer.from(text).toString('base64').replace(/=+$/, ''),
      Buffer.from(text).toString('hex'),
    ];
    return [...markers].filter((marker) => texts.some((text) => forms(marker).some((form) => text.includes(form))));
  };
  const dump = async (): Promise<string[]> => {
    const ask = async (query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> => {
      const answer: unknown = await database.db.execute(query);
      return v.parse(v.object({ rows: v.array(v.record(v.string(), v.unknown())) }), answer).rows;
    };
    const tables = await ask(sql`select table_name from information_schema.tables where table_schema = 'public'`);
    const names = tables.map(({ table_name: name }) => String(name));
    expect(names).toEqual(expect.arrayContaining(['account', 'session', 'sign_up', 'notice', 'push_message']));
    const rows = await Promise.all(
      names.map((name) => ask(sql`select ${sql.identifier(name)}::text from ${sql.identifier(name)}`)),
    );
    return rows.flat().map((row) => JSON.stringify(row));
  };
  const dolma = async (): Promise<Participant> => {
    const code = `${LOGIN}-${randomUUID()}`;
    wechat.codes.set(code, OPENID);
    const opened = await at.ask({ method: 'POST', url: '/api/v1/sessions', payload: { kind: 'wechat', code } });
    const { token, account } = v.parse(SessionAnswerSchema, opened.json());
    return participantOf(at, account.id, token);
  };
  const refused = async (person: Participant, eventId: keyof typeof FORMS): Promise<void> => {
    const form: Record<string, unknown> = FORMS[eventId];
    for (const change of [
      { ...form, mobile: `${MOBILE}${MOBILE}` },
      { ...form, contactName: `${NAME}${MOBILE}`, presenter: `${NAME}1`, attendees: [{ name: `${NAME}1` }] },
      { ...form, [NAME]: MOBILE, idCard: CODE },
      { ...form, enterprise: FIRM.repeat(30), creditCode: `${CODE}0` },
      { form },
    ]) {
      expect((await person.trySignUp(eventId, { form: change })).status).toBe(400);
    }
    expect((await person.trySignUp(eventId, { form, consent: NAME })).status).toBe(409);
    expect((await person.trySignUp('never', { form })).status).toBe(404);
    expect((await person.trySignUp(NAME, { form })).status).toBe(400);
  };

  test('is in no log, no answer but its owner’s, no metric and, in plain, in no table, whatever is done with it', async () => {
    const first = await dolma();
    await first.ask('POST', 'messages/grants', { templates: ['news'] });
    for (const eventId of SIGN_UP_FORMS) {
      await refused(first, eventId);
      const id = randomUUID();
      expect((await first.trySignUp(eventId, { id, form: FORMS[eventId] })).status).toBe(201);
      expect((await first.trySignUp(eventId, { id, form: FORMS[eventId] })).status).toBe(201);
      expect((await first.trySignUp(eventId, { id, form: { ...FORMS[eventId], mobile: '13700000000' } })).status).toBe(
        409,
      );
      expect((await first.trySignUp(eventId, { form: FORMS[eventId] })).status).toBe(409);
      const second = await newParticipant(at);
      expect((await second.trySignUp(eventId, { form: FORMS[eventId] })).json()).toMatchObject({
        signUp: { status: 'waitlisted' },
      });
      await at.publish(eventId, { title: '换了地方', signUp: { ...SIGN_UP, form: eventId, capacity: 2 } });
      const third = await newParticipant(at);
      const { signUps } = await first.list();
      expect((await first.cancel(signUps.find((each) => each.eventId === eventId)?.id ?? '')).status).toBe(200);
      expect((await third.trySignUp(eventId, { form: FORMS[eventId] })).status).toBe(201);
      await second.inbox();
      await second.list();
    }
    expect((await first.ask('GET', 'me')).text).toContain(MOBILE);
    expect(find(await dump())).toEqual([]);
    await first.ask('DELETE', 'me');
    await at.cancel('visit', '大雪封路');
    now = OVER;
    for (const job of jobsOf(TEMPLATES)) await runJob(database.db, job, now);
    for (const path of [
      '/metrics',
      '/api/openapi.json',
      '/api/v1/feed?region=540000',
      '/api/v1/availability?ids=visit',
    ]) {
      expect((await at.ask(path)).status).toBe(200);
    }
    expect(find(seen)).toEqual([]);
    expect(find(await dump())).toEqual([]);
    expect(seen.filter((line) => line.includes('"route"')).length).toBeGreaterThan(60);
  });

  test('is in nothing that a broken request brings about', async () => {
    const person = await dolma();
    const text = JSON.stringify({ id: randomUUID(), eventId: 'visit', consent: '1', form: FORMS.visit });
    const send = (payload: string, headers: Record<string, string> = {}, url = '/api/v1/sign-ups') =>
      at.ask({
        method: 'POST',
        url,
        payload,
        headers: { 'content-type': 'application/json', ...person.headers, ...headers },
      });
    const statuses = [
      await send(text.slice(0, -5)),
      await send(`${text}${NAME}`),
      await send(text, { 'content-type': 'text/plain' }),
      await send(text, { 'content-type': `x/${CODE}` }),
      await send(`[${text}]`),
      await send(JSON.stringify({ form: NAME.repeat(20_000) })),
      await send(text, { authorization: `Bearer ${MOBILE}` }),
      await send(text, {}, `/api/v1/sign-ups/${MOBILE}/cancel`),
      await send(text, {}, `/api/v1/sign-ups/${encodeURIComponent(NAME)}/cancel`),
      await send(text, {}, `/api/v1/${encodeURIComponent(NAME)}?mobile=${MOBILE}`),
      await send(text, { 'x-forwarded-for': MOBILE, 'user-agent': encodeURIComponent(NAME) }, '/api/v1/feed'),
      await send(JSON.stringify({ kind: 'wechat', code: LOGIN, name: NAME }), {}, '/api/v1/sessions'),
      await send(JSON.stringify({ kind: 'wechat', code: LOGIN }), {}, '/api/v1/sessions'),
    ].map(({ status }) => status);
    expect(statuses).toEqual([400, 400, 400, 415, 400, 413, 401, 404, 404, 404, 405, 400, 401]);
    expect(find([...seen, (await at.ask('/metrics')).text, ...(await dump())])).toEqual([]);
  });

  test.each([
    [
      'a table is gone',
      sql`alter table sign_up rename to sign_up_away`,
      sql`alter table sign_up_away rename to sign_up`,
    ],
    [
      // Which the database answers with the row.
      'rows are refused',
      sql`alter table sign_up add constraint no_rows check (seats > 100) not valid`,
      sql`alter table sign_up drop constraint no_rows`,
    ],
  ])('is in nothing that is said while the database fails: %s', async (_, fail, mend) => {
    const person = await dolma();
    await database.db.execute(fail);
    try {
      for (const eventId of SIGN_UP_FORMS) {
        const answer = await person.trySignUp(eventId, { form: FORMS[eventId] });
        expect(answer.json()).toMatchObject({ status: 500, code: 'internal-error' });
      }
      await person.ask('GET', 'sign-ups');
    } finally {
      await database.db.execute(mend);
    }
    expect(seen.some((line) => line.includes('request failed'))).toBe(true);
    expect(find([...seen, (await at.ask('/metrics')).text, ...(await dump())])).toEqual([]);
  });

  test('has no place in an address: the routes take codes, ids and cursors, nothing else but what members search for', async () => {
    const Document = v.object({
      paths: v.record(
        v.string(),
        v.record(v.string(), v.looseObject({ parameters: v.optional(v.array(v.looseObject({ name: v.string() }))) })),
      ),
    });
    const { paths } = v.parse(Document, (await at.ask('/api/openapi.json')).json());
    const names = Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap(({ parameters = [] }) => parameters.map(({ name }) => name));
    expect([...new Set(names)].sort()).toEqual([
      'after',
      'asOf',
      'before',
      'below',
      'by',
      'campaign',
      'card',
      'cursor',
      'design',
      'event',
      'format',
      'from',
      'id',
      'ids',
      'key',
      'n',
      'of',
      'org',
      'organisation',
      'picture',
      // What members search for on their desk: a title, or a name on a roster. Our log has no queries.
      'q',
      'reason',
      'receipt',
      'region',
      'scan',
      'signUp',
      'state',
      'to',
      'token',
      'unsent',
    ]);
  });
});
