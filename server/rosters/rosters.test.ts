import { eq } from 'drizzle-orm';
import { audit } from '../db/audit-schema';
import { purgeForms } from '../personal-data/purge';
import { readFileSheets } from '../spreadsheets/read-file';
import { cellText } from '../../domain/event-import/sheet';
import { DAY_MS } from '../../domain/time/time';
import type { TestApp } from '../testing/app';
import { ENDS, OPEN, SIGN_UP } from '../testing/content';
import { ENGINES } from '../testing/database';
import { type Desk, deskOf } from '../testing/desk';
import { FILLED } from '../testing/forms';
import { newParticipants } from '../testing/sign-up-event';
import { newMember, newOrganisation } from '../testing/staff';
import { useTestServer } from '../testing/test-server';

interface Page {
  readonly rows: readonly Record<string, unknown>[];
}

describe.each(ENGINES)('rosters on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  let city: string;
  let editor: Desk;
  let above: Desk;
  let ids: Record<'wang' | 'li', string>;
  const db = () => testServer.database.db;
  const roster = async (query = '', desk = editor): Promise<Page> =>
    (await desk.ask('GET', `events/e/roster?${query}`)).json() as Page;
  const actsOf = async (act: 'person-opened' | 'roster-exported') =>
    db().select().from(audit).where(eq(audit.act, act));

  beforeEach(async () => {
    now = OPEN;
    at = await testServer.openFresh({ now: () => now });
    const region = await newOrganisation(db(), '540000');
    city = await newOrganisation(db(), '540100');
    editor = deskOf(await newMember(at, db(), city, 'editor'), city);
    above = deskOf(await newMember(at, db(), region, 'admin'), region);
    await editor.create('e', { signUp: { ...SIGN_UP, capacity: 3, maxParty: 3 } });
    await editor.post('e', 'publish');
    const [a, b] = await newParticipants(at);
    const wang = await a.signUp('e', 2);
    const form = { contactName: '=HYPERLINK("x")', mobile: '13900139000', partySize: 2 };
    const li = await b.trySignUp('e', { form: { ...form, contactName: '李梅朵' } });
    expect(li.status).toBe(201);
    ids = { wang: wang.id, li: (li.json() as { signUp: { id: string } }).signUp.id };
  });

  test('R1, the list is masked, searched by name or last four, filtered by state', async () => {
    const { rows } = await roster();
    expect(rows).toMatchObject([
      { id: ids.wang, name: '王**', mobile: '138****8000', seats: 2, state: 'confirmed' },
      { id: ids.li, name: '李**', mobile: '139****9000', seats: 2, state: 'waitlisted', ticket: null },
    ]);
    const [wang] = rows;
    expect(wang?.ticket).toMatch(/^[2-9A-Z]{4}$/);
    expect(JSON.stringify(rows)).not.toMatch(/小明|梅朵|1380013|1390013/);
    const found = async (query: string) => (await roster(query)).rows.map(({ id }) => id);
    expect(await found(`q=${encodeURIComponent('梅朵')}`)).toEqual([ids.li]);
    expect(await found('q=8000')).toEqual([ids.wang]);
    expect(await found(`q=${String(wang?.ticket).toLowerCase()}`)).toEqual([ids.wang]);
    // A number is found by its end alone, so that nobody tries it out digit by digit.
    expect(await found('q=1380')).toEqual([]);
    expect(await found('state=waitlisted')).toEqual([ids.li]);
    expect(await roster()).toMatchObject({
      counts: { confirmed: 1, seats: 2, waitlisted: 1 },
      next: null,
      purgedAt: null,
    });
  });

  test('R1, one person in full is one line of the log, which names nobody', async () => {
    const opened = await editor.ask('GET', `events/e/roster/${ids.wang}?reason=contact`);
    expect([opened.status, opened.headers['cache-control'], opened.json()]).toMatchObject([
      200,
      'no-store',
      { seats: 2, form: { kind: 'visit', values: { contactName: '王小明', mobile: '13800138000' } } },
    ]);
    const lines = await actsOf('person-opened');
    expect(lines).toMatchObject([
      { organisationId: city, objectKind: 'sign-up', objectId: ids.wang, fields: [], reason: 'contact' },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/王小明|13800138000/);
  });

  test('nobody else sees who comes: a superior, a sibling, a viewer are answered as if there were no such event', async () => {
    const county = await newOrganisation(db(), '540102');
    const desks = [
      above,
      deskOf(await newMember(at, db(), county, 'admin'), county),
      deskOf(await newMember(at, db(), city, 'viewer'), city),
    ];
    for (const desk of desks) {
      for (const path of ['roster', `roster/${ids.wang}`]) {
        const missing = (await desk.ask('GET', `events/none/${path}`)).json();
        expect((await desk.ask('GET', `events/e/${path}`)).json()).toEqual(missing);
      }
      const body = { columns: ['name'], purpose: 'entry' };
      expect((await desk.post('e', 'roster/export', body)).status).toBe(404);
    }
    expect([await actsOf('person-opened'), await actsOf('roster-exported')]).toEqual([[], []]);
  });

  test('whoever stands at the door of this event sees the list, masked, and opens nobody', async () => {
    const door = deskOf(await newMember(at, db(), city, 'door', { events: ['e'] }), city);
    const elsewhere = deskOf(await newMember(at, db(), city, 'door', { events: ['f'] }), city);
    expect((await roster('', door)).rows).toHaveLength(2);
    expect((await elsewhere.ask('GET', 'events/e/roster')).status).toBe(404);
    expect((await door.ask('GET', `events/e/roster/${ids.wang}`)).status).toBe(404);
  });

  test('R1, after the purge the page says since when', async () => {
    now = ENDS + 30 * DAY_MS;
    await db().transaction((tx) => purgeForms(tx, now));
    const late = deskOf(await newMember(at, db(), city, 'editor', { now }), city);
    expect(await roster('', late)).toMatchObject({
      purgedAt: '2026-10-10T16:00:00+08:00',
      rows: [
        { name: null, mobile: null, seats: 2, state: 'confirmed' },
        { name: null, state: 'expired' },
      ],
    });
  });

  describe('R2, the export', () => {
    const sheetOf = (answer: { readonly raw: Buffer }, name: string) =>
      readFileSheets({ name, bytes: answer.raw })[0].rows.map((row) => row.map((cell) => cellText(cell)));

    test.each(['xlsx', 'csv'])('as %s is read back as it was written, and stands in the log', async (format) => {
      const columns = ['name', 'mobile', 'seats', 'state', 'signedUpAt'];
      const answer = await editor.post('e', 'roster/export', { columns, purpose: 'contact', format });
      expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
      const [heading, titles, ...people] = sheetOf(answer, `roster.${format}`);
      expect(heading?.[0]).toMatch(/机构 540100.*联系/);
      expect(titles).toEqual(['姓名', '手机号', '人数', '报名状态', '报名时间']);
      expect(people).toEqual([
        ['王小明', '13800138000', '2', '已报名', '2026-09-02T08:00:00+08:00'],
        ['李梅朵', '13900139000', '2', '候补中', '2026-09-02T08:00:00+08:00'],
      ]);
      expect(await actsOf('roster-exported')).toMatchObject([
        { organisationId: city, objectKind: 'roster', objectId: 'e', fields: columns, reason: 'contact' },
      ]);
    });

    test('a training has a line for each who attends', async () => {
      await editor.create('t', { signUp: { ...SIGN_UP, form: 'training' } });
      await editor.post('t', 'publish');
      const [a] = await newParticipants(at);
      expect((await a.trySignUp('t', { form: FILLED.training })).status).toBe(201);
      const body = { columns: ['name', 'enterprise', 'creditCode', 'post', 'seats'], purpose: 'certificate' };
      const [, , ...people] = sheetOf(await editor.post('t', 'roster/export', body), 'roster.xlsx');
      expect(people).toEqual([['达瓦·次仁', '1', '拉萨某检测有限公司', '91350100M000100Y43', '质量主管']]);
    });

    test.each([
      ['without a column', { columns: [], purpose: 'entry' }],
      ['without a purpose', { columns: ['name'] }],
      ['for another purpose', { columns: ['name'], purpose: 'marketing' }],
      ['with a column that there is not', { columns: ['identity'], purpose: 'entry' }],
    ])('is refused %s', async (_, body) => {
      expect((await editor.post('e', 'roster/export', body)).status).toBe(400);
      expect(await actsOf('roster-exported')).toEqual([]);
    });

    test('asks for a fresh proof', async () => {
      now += 6 * 60_000;
      const answer = await editor.post('e', 'roster/export', { columns: ['name'], purpose: 'entry' });
      expect(answer.json()).toMatchObject({ status: 403, code: 'proof-required' });
    });
  });
});
