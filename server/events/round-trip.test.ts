/** What was read of an event can be put back (docs/rules.md, "Campaigns and publishing", rule 5). */
import { SERVER_FIELDS } from '../../domain/event/event';
import { importContent } from '../content/import-content';
import { officialCampaigns } from '../content/campaigns';
import { sampleCampaign } from '../content/sample';
import { NOW, type TestApp, TOKEN } from '../testing/app';
import { SIGN_UP } from '../testing/content';
import { ENGINES } from '../testing/database';
import { useTestServer } from '../testing/test-server';

type Json = Record<string, unknown>;

describe.each(ENGINES)('GET, then PUT, on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  beforeEach(async () => {
    at = await testServer.openFresh();
  });

  const get = async (id: string): Promise<Json> => (await at.ask(`/api/v1/events/${id}`)).json() as Json;
  const put = async (id: string, payload: object): Promise<Json> => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    return (await at.ask({ method: 'PUT', url: `/api/v1/events/${id}`, headers, payload })).json() as Json;
  };

  test('changes nothing, for every sample event', async () => {
    await importContent(testServer.database.db, { official: officialCampaigns(), makeSample: sampleCampaign }, NOW);
    const again = await testServer.openOther();
    for (const { id } of sampleCampaign('2026-09-01').events) {
      const read = (await again.ask(`/api/v1/events/${id}`)).json() as Json;
      const headers = { authorization: `Bearer ${TOKEN}` };
      const answer = await again.ask({ method: 'PUT', url: `/api/v1/events/${id}`, headers, payload: read });
      expect([id, answer.json()]).toMatchObject([id, { outcome: 'unchanged', event: { rev: read.rev } }]);
    }
  });

  test('changes nothing in one that has everything, cancelled or not', async () => {
    const venue = {
      name: '分会场',
      address: '北京某路',
      latitude: 39.9,
      longitude: 116.4,
      confirmedFar: true as const,
    };
    const lines = { suits: '适合 6 岁以上儿童', bring: '请自备水杯', meetAt: '东门' };
    expect((await at.publish('e', { signUp: SIGN_UP, venue, ...lines })).status).toBe(201);
    expect(await get('e')).toMatchObject({ venue, ...lines });
    expect(await put('e', await get('e'))).toMatchObject({ outcome: 'unchanged' });
    await at.cancel('e', '大雪');
    expect(await put('e', await get('e'))).toMatchObject({ outcome: 'unchanged', event: { cancelReason: '大雪' } });
  });

  test('takes a correction beside the fields as they were read', async () => {
    await at.publish('e');
    const edited = { ...(await get('e')), title: '计量科普课堂', region: '540103' };
    expect(await put('e', edited)).toMatchObject({ outcome: 'updated', event: { regionName: '拉萨市堆龙德庆区' } });
    // The same body once more is stale: its revision is that of before.
    expect(await put('e', edited)).toMatchObject({ code: 'server-field' });
  });

  test.each(SERVER_FIELDS)('refuses another %s', async (field) => {
    await at.publish('e');
    const other = field === 'kind' ? '科普' : 'other';
    expect(await put('e', { ...(await get('e')), [field]: other })).toMatchObject({
      status: 400,
      code: 'server-field',
      errors: [{ path: field, code: 'server-field' }],
    });
    expect(await get('e')).toMatchObject({ rev: 2 });
  });

  test('an event that is not there yet has no revision to match; other unknown fields stay refused', async () => {
    await at.publish('e');
    const read = await get('e');
    delete read.rev;
    expect(await put('f', read)).toMatchObject({
      code: 'server-field',
      errors: [{ path: 'id', code: 'server-field' }],
    });
    expect(await put('f', { ...read, id: 'f' })).toMatchObject({ outcome: 'created' });
    expect(await put('g', { ...read, id: 'g', rev: 2 })).toMatchObject({
      errors: [{ path: 'rev', code: 'server-field' }],
    });
    expect(await put('e', { ...read, seats: 1 })).toMatchObject({ errors: [{ path: 'seats', code: 'unknown-field' }] });
  });

  test('a warning comes with what was published', async () => {
    const made = await at.publish('e', { summary: '需购买教材' });
    expect([made.status, made.json()]).toMatchObject([201, { warnings: [{ path: 'summary', code: 'fee-unclear' }] }]);
    expect((await at.publish('e', { summary: '免费' })).json()).not.toHaveProperty('warnings');
  });
});
