import { eq } from 'drizzle-orm';
import { COLUMN_KEYS, COLUMNS } from '../../domain/event-import/columns';
import { cellText } from '../../domain/event-import/sheet';
import { audit } from '../db/audit-schema';
import { readFileSheets } from '../spreadsheets/read-file';
import type { Answer, TestApp } from '../testing/app';
import { OPEN } from '../testing/content';
import { ENGINES } from '../testing/database';
import { type Desk, deskOf } from '../testing/desk';
import { newMember, newOrganisation, ORIGIN, type StaffClient } from '../testing/staff';
import { useTestServer } from '../testing/test-server';

interface Checked {
  readonly id: string;
  readonly rows: number;
  readonly findings: readonly { cell: string; code: string; column: string }[];
  readonly changes: readonly { id: string; outcome: string; fields: unknown[] }[];
}

const ROW: Readonly<Record<string, string>> = {
  ...{ item: '项目open-day', summary: '看看一把秤是怎么检定的。', organiser: '', phone: '', region: '540102' },
  ...{ venue: '', address: '', coordinates: '', startsAt: '2026-09-10 14:00', endsAt: '2026-09-10 16:00' },
  ...{ audiences: '公众', form: '不需要报名', opensAt: '', closesAt: '', capacity: '', maxParty: '' },
  ...{ suits: '', bring: '', meetAt: '' },
};

const csvOf = (...rows: Readonly<Record<string, string>>[]): string =>
  [
    COLUMN_KEYS.map((key) => COLUMNS[key].title),
    ...rows.map((row) => COLUMN_KEYS.map((key) => ({ ...ROW, ...row })[key] ?? '')),
  ]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
    .join('\r\n');

describe.each(ENGINES)('E4, imports on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let city: string;
  let client: StaffClient;
  let editor: Desk;
  const upload = (file: string | Buffer, name = 'events.csv', { field = 'file', by = client, to = city } = {}) =>
    at.ask({
      method: 'POST',
      url: `/api/v1/organisations/${to}/imports?campaign=open`,
      headers: { origin: ORIGIN, cookie: by.cookie, 'content-type': 'multipart/form-data; boundary=xyz' },
      payload: Buffer.concat([
        Buffer.from(`--xyz\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n`),
        Buffer.from(file),
        Buffer.from('\r\n--xyz--\r\n'),
      ]),
    });
  const check = async (...rows: Readonly<Record<string, string>>[]): Promise<Checked> => {
    const answer = await upload(csvOf(...rows));
    expect([answer.status, answer.text.slice(0, 300)]).toEqual([201, expect.anything()]);
    return answer.json() as Checked;
  };
  const apply = (id: string, body?: object): Promise<Answer> => editor.ask('POST', `imports/${id}/apply`, body);

  beforeEach(async () => {
    at = await testServer.openFresh({ now: () => OPEN });
    city = await newOrganisation(testServer.database.db, '540100');
    client = await newMember(at, testServer.database.db, city, 'editor');
    editor = deskOf(client, city);
  });

  test('checked, applied as drafts in one act; the same file again changes nothing; a missing row deletes nothing', async () => {
    const first = await check({ id: 'a', title: '第一场' }, { id: 'b', title: '第二场' });
    expect([first.findings, first.changes.map(({ id, outcome }) => [id, outcome])]).toEqual([
      [],
      [
        ['a', 'new'],
        ['b', 'new'],
      ],
    ]);
    expect((await apply(first.id)).json()).toEqual({ created: 2, changed: 0, unchanged: 0 });
    expect(await editor.read('a')).toMatchObject({
      state: 'draft',
      title: '第一场',
      organiser: { name: '机构 540100' },
    });
    expect((await apply(first.id)).json()).toMatchObject({ status: 409, code: 'import-applied' });
    const again = await check({ id: 'a', title: '第一场' });
    expect((await apply(again.id)).json()).toEqual({ created: 0, changed: 0, unchanged: 1 });
    expect((await editor.read('b')).title).toBe('第二场');
    expect(await testServer.database.db.select().from(audit).where(eq(audit.act, 'events-imported'))).toHaveLength(2);
  });

  test('all or nothing, unless only the good rows are asked for; the others come back marked', async () => {
    const checked = await check(
      { id: 'a', title: '第一场' },
      { id: 'b', title: '', startsAt: '9月' },
      { id: 'a', title: '又一场' },
    );
    expect(checked.findings.map(({ cell, code }) => [cell, code])).toEqual(
      expect.arrayContaining([
        ['C3', 'required'],
        ['A4', 'id-used-above'],
      ]),
    );
    expect((await apply(checked.id)).json()).toMatchObject({ status: 409, code: 'row-faults' });
    expect((await editor.ask('GET', 'events/a')).status).toBe(404);
    const marked = await editor.ask('GET', `imports/${checked.id}/marked.xlsx`);
    expect([marked.status, marked.headers['cache-control']]).toEqual([200, 'no-store']);
    const [sheet] = readFileSheets({ name: 'marked.xlsx', bytes: marked.raw });
    expect(sheet.rows.map((row) => cellText(row[0]))).toEqual(['编号', 'b', 'a']);
    expect((await apply(checked.id, { onlyGood: true })).json()).toMatchObject({ created: 1 });
    expect((await editor.read('a')).title).toBe('第一场');
  });

  test('an event that somebody changed since it was checked stops all of it', async () => {
    await apply((await check({ id: 'a', title: '第一场' })).id);
    const checked = await check({ id: 'a', title: '改名' }, { id: 'c', title: '第三场' });
    await editor.edit('a', { title: '我先改的' });
    expect((await apply(checked.id)).json()).toMatchObject({ status: 409, code: 'event-changed', ids: ['a'] });
    expect((await editor.read('a')).title).toBe('我先改的');
    expect((await editor.ask('GET', 'events/c')).status).toBe(404);
  });

  test('the template is a workbook that is read back, and another organisation’s file is not there', async () => {
    const template = await editor.ask('GET', 'imports/template.xlsx?campaign=open');
    const [sheet] = readFileSheets({ name: 'template.xlsx', bytes: template.raw });
    expect(cellText(sheet.rows[0]?.[0] ?? null)).toBe('编号');
    const checked = await check({ id: 'a', title: '第一场' });
    const county = await newOrganisation(testServer.database.db, '540102');
    const neighbour = deskOf(await newMember(at, testServer.database.db, county, 'editor'), county);
    expect((await neighbour.ask('POST', `imports/${checked.id}/apply`)).status).toBe(404);
    expect((await neighbour.ask('GET', `imports/${checked.id}/marked.xlsx`)).status).toBe(404);
  });

  test.each([
    ['a web page called a workbook', '<html><table></table></html>', 'events.xlsx', 'file-refused'],
    ['an empty file', '', 'events.csv', 'file-refused'],
    ['more than 1 MB', 'x'.repeat(1024 * 1024 + 1), 'events.csv', 'file-refused'],
  ])('%s is refused with the reason', async (_, file, name, code) => {
    const answer = await upload(file, name);
    expect(answer.json()).toMatchObject({ status: 400, code, hint: expect.any(String) as unknown });
  });

  test('what is no upload, or a broken one', async () => {
    expect((await upload('x', 'events.csv', { field: 'other' })).json()).toMatchObject({ code: 'no-file' });
    expect((await editor.ask('POST', 'imports', {})).status).toBe(415);
    const broken = await at.ask({
      method: 'POST',
      url: `/api/v1/organisations/${city}/imports`,
      headers: { origin: ORIGIN, cookie: client.cookie, 'content-type': 'multipart/form-data; boundary=xyz' },
      payload: '--xyz\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc',
    });
    expect(broken.status).toBe(400);
  });
});
