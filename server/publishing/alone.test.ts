import { importContent } from '../content/import-content';
import { NOW, type TestApp } from '../testing/app';
import { campaignOf, PROGRAMME } from '../testing/content';
import { ENGINES } from '../testing/database';
import { useTestServer } from '../testing/test-server';

const DOCUMENT = {
  documentNo: '测试〔2026〕1号',
  title: '测试通知',
  leadIssuer: '测试局',
  issuers: 1,
  issuedOn: '2026-08-01',
  scope: '100000',
  rules: [],
  posters: '',
  paragraphs: [],
};

describe.each(ENGINES)('one event alone on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  beforeEach(async () => {
    at = await testServer.openFresh();
    await at.publish('e', { programmeId: 'course' });
  });

  test('brings what it rests on, for a phone that has no programme', async () => {
    const { status, text } = await at.ask('/api/v1/events/e');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      id: 'e',
      basis: { item: { id: 'course', name: '项目course', documentNo: DOCUMENT.documentNo, paragraph: '一' } },
    });
    expect(text).not.toContain('documentTitle');
  });

  test('and the title of the document, where the campaign has it', async () => {
    const other = { ...DOCUMENT, documentNo: '测试〔2026〕2号', title: '别的通知' };
    const official = [{ campaign: campaignOf('open', { documents: [other, DOCUMENT] }), programme: PROGRAMME }];
    await importContent(testServer.database.db, { official, makeSample: null }, NOW);
    expect(JSON.parse((await at.ask('/api/v1/events/e')).text)).toMatchObject({
      basis: { documentTitle: '测试通知' },
    });
  });
});
