import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { campaignsContract } from '../../domain/api/contract/campaigns';
import { importContent } from '../content/import-content';
import { organisation } from '../db/organisation-schema';
import { CONTENT, NOW, type Answer, type TestApp } from '../testing/app';
import { SIGN_UP } from '../testing/content';
import { ENGINES } from '../testing/database';
import { ITEM_ROWS, itemsFile, NEXT_CAMPAIGN } from '../testing/next-campaign';
import { newMember, newOrganisation, ORIGIN, PASSWORD, type StaffClient } from '../testing/staff';
import { useTestServer } from '../testing/test-server';

describe.each(ENGINES)('a new year without a developer, on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let org: string;
  let admin: StaffClient;
  let base: string;
  beforeEach(async () => {
    at = await testServer.openFresh();
    org = await newOrganisation(testServer.database.db, '540000', '西藏自治区市场监督管理局');
    admin = await newMember(at, testServer.database.db, org, 'admin');
    base = `organisations/${org}/campaigns`;
  });
  const save = (change: object = {}, id = '2027'): Promise<Answer> =>
    admin.ask('PUT', `${base}/${id}`, { ...NEXT_CAMPAIGN, ...change });
  const upload = (rows?: readonly string[]): Promise<Answer> => {
    const { contentType, payload } = itemsFile(rows);
    return at.ask({
      ...{ method: 'POST', url: `/api/v1/${base}/2027/items`, payload },
      headers: { origin: ORIGIN, cookie: admin.cookie, 'content-type': contentType },
    });
  };
  const open = async (): Promise<Answer> => {
    await admin.ask('POST', 'staff/proof', { password: PASSWORD });
    return admin.ask('POST', `${base}/2027/open`, {});
  };
  const draftOf = (answer: Answer) => v.parse(campaignsContract.saveCampaign.answers[200], answer.json());
  const current = async () =>
    (await at.ask('/api/v1/campaigns/current')).json() as {
      campaign: { id: string; theme: string; deadline?: string };
    };

  test('2027 is made, stays a draft until it is opened, archives 2026, and phones follow', async () => {
    await at.publish('old', { signUp: SIGN_UP });
    expect(draftOf(await save())).toMatchObject({ differences: [], paragraphs: [4], items: [] });
    expect((await upload()).json()).toEqual({ items: 2, findings: [] });
    expect((await current()).campaign.id).toBe('open');

    expect((await open()).json()).toMatchObject({ id: '2027', state: 'open', year: 2027 });
    expect((await current()).campaign).toMatchObject({
      id: '2027',
      theme: NEXT_CAMPAIGN.theme,
      deadline: '2027-10-09',
    });
    const page = await at.feed({ region: '540100' });
    expect(page.campaign).toMatchObject({ id: '2027' });
    expect(page.programme?.map(({ id }) => id)).toEqual(['n001', 'n002']);
    // Last year is readable and never writable; links, calendar files and its cards' year go on.
    const past = (await at.ask('/api/v1/campaigns/open')).json() as { campaign: object };
    expect(past.campaign).toMatchObject({ state: 'archived', year: 2026, theme: '测试主题' });
    expect((await at.publish('old', { title: '改了' })).json()).toMatchObject({ code: 'campaign-closed' });
    expect((await at.ask('/api/v1/events/old')).status).toBe(200);
    const file = await at.ask('/api/v1/events/old.ics');
    expect([file.status, file.text.includes('UID:old.open@quality-month')]).toEqual([200, true]);
    expect((await at.publish('new', { campaign: '2027', programmeId: 'n001' })).status).toBe(201);
    const { text } = await admin.ask('GET', `organisations/${org}/audit`);
    expect(text).toContain('campaign-opened');
    expect((await save()).json()).toMatchObject({ code: 'campaign-id-used' });
  });

  test('a restart brings last year’s file and does not open it again; the new year follows the configuration', async () => {
    await save();
    await upload();
    await open();
    const deployment = { webAddress: 'https://quality.example.cn' };
    const official = CONTENT.official.map(({ campaign, programme }) => ({
      campaign: { ...campaign, deployment },
      programme,
    }));
    await importContent(testServer.database.db, { official, makeSample: null }, NOW);
    const again = await testServer.openOther();
    const { campaigns } = (await again.ask('/api/v1/campaigns')).json() as {
      campaigns: { id: string; state: string }[];
    };
    expect(campaigns.filter(({ state }) => state === 'open').map(({ id }) => id)).toEqual(['2027']);
    expect((await again.ask('/api/v1/campaigns/2027')).json()).toMatchObject({ campaign: { deployment } });
  });

  test('what is not in the notice to the character is shown, and not opened', async () => {
    const draft = draftOf(await save({ theme: '质量强国 你我同心' }));
    expect(draft.differences).toEqual([
      { path: 'theme', text: '质量强国你我同心', at: 7, notice: expect.stringMatching(/^行二、活动内容/) as string },
    ]);
    await upload();
    expect((await open()).json()).toMatchObject({ code: 'proof-differs' });
    await save();
    await upload([ITEM_ROWS[0]?.replace('二(一)', '九(一)') ?? '']);
    expect((await open()).json()).toMatchObject({ code: 'unknown-paragraph' });
    expect((await current()).campaign.id).toBe('open');
  });

  test('every fault of every row of items at once; nothing is stored then', async () => {
    await save();
    const answer = await upload(['N 1,,测检〔2027〕1号,二(一),开放,公众,也许', ...ITEM_ROWS, ITEM_ROWS[0] ?? '']);
    expect(answer.json()).toEqual({
      items: 0,
      findings: [
        { row: 2, column: '名称', code: 'required', value: '' },
        { row: 2, column: '编号', code: 'item-id', value: 'N 1' },
        { row: 2, column: '类型', code: 'not-in-list', value: '开放' },
        { row: 2, column: '可报名', code: 'not-in-list', value: '也许' },
        { row: 5, column: '编号', code: 'twice', value: 'n001' },
      ],
    });
    expect((await open()).json()).toMatchObject({ code: 'no-programme' });
  });

  test('only the whole country and top organisations make one, and only their admins', async () => {
    const editor = await newMember(at, testServer.database.db, org, 'editor');
    expect((await editor.ask('GET', base)).status).toBe(404);
    await save();
    await testServer.database.db.update(organisation).set({ region: '540100' }).where(eq(organisation.id, org));
    expect((await save()).status).toBe(404);
    expect((await open()).status).toBe(404);
    expect((await admin.ask('GET', base)).json()).toMatchObject({ drafts: [], mayMake: false });
  });
});
