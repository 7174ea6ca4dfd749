import type { PublishBody } from '../../domain/event/event';
import { importContent } from '../content/import-content';
import { NOW, TOKEN, type TestApp } from '../testing/app';
import { bodyOf, campaignOf, PROGRAMME, SIGN_UP } from '../testing/content';
import { ENGINES } from '../testing/database';
import { useTestServer } from '../testing/test-server';

describe.each(ENGINES)('events on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  beforeEach(async () => {
    at = await testServer.openFresh();
  });

  describe('publishing is refused with', () => {
    const put = (payload: unknown, id = 'e'): ReturnType<TestApp['ask']> =>
      at.ask({
        method: 'PUT',
        url: `/api/v1/events/${id}`,
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
      });
    const without = (name: keyof PublishBody): unknown => ({ ...bodyOf(), [name]: undefined });

    test.each<[string, unknown, number, string, string[]]>([
      [
        'no campaign of that name',
        bodyOf({ campaign: 'none' }),
        400,
        'unknown-campaign',
        ['campaign unknown-campaign'],
      ],
      ['a past campaign', bodyOf({ campaign: 'past' }), 409, 'campaign-closed', ['campaign campaign-closed']],
      [
        'no such item',
        bodyOf({ programmeId: 'x' }),
        400,
        'unknown-programme-item',
        ['programmeId unknown-programme-item'],
      ],
      ['another kind', bodyOf({ kind: '科普' }), 400, 'server-field', ['kind server-field']],
      ['a trial mark', bodyOf({ sample: true }), 400, 'sample-mismatch', ['sample sample-mismatch']],
      ['an unknown region', bodyOf({ region: '549999' }), 400, 'unknown-region', ['region unknown-region']],
      ['no region at all', bodyOf({ region: 'lhasa' }), 400, 'invalid-input', ['region region']],
      [
        'an early end',
        bodyOf({ endsAt: '2026-09-09T00:00:00+08:00' }),
        400,
        'ends-before-starts',
        ['endsAt ends-before-starts'],
      ],
      [
        'late sign-up',
        bodyOf({ signUp: { ...SIGN_UP, closesAt: '2026-09-11T00:00:00+08:00' } }),
        400,
        'closes-after-end',
        ['signUp.closesAt closes-after-end'],
      ],
      [
        'backward sign-up',
        bodyOf({ signUp: { ...SIGN_UP, closesAt: '2026-08-11T00:00:00+08:00' } }),
        400,
        'closes-before-opens',
        ['signUp.closesAt closes-before-opens'],
      ],
      [
        'no seats',
        bodyOf({ signUp: { ...SIGN_UP, capacity: 0 } }),
        400,
        'invalid-input',
        ['signUp.capacity too-small'],
      ],
      [
        'half a seat',
        bodyOf({ signUp: { ...SIGN_UP, capacity: 1.5 } }),
        400,
        'invalid-input',
        ['signUp.capacity integer'],
      ],
      ['money', bodyOf({ summary: '报名费 20 元' }), 400, 'fee-not-allowed', ['summary fee-not-allowed']],
      ['an unknown field', { ...bodyOf(), colour: 'red' }, 400, 'invalid-input', ['colour unknown-field']],
      ['no title', without('title'), 400, 'invalid-input', ['title required']],
      ['an empty title', bodyOf({ title: '  ' }), 400, 'invalid-input', ['title required']],
      ['a long title', bodyOf({ title: '长'.repeat(61) }), 400, 'invalid-input', ['title too-long']],
      ['a null byte', bodyOf({ title: 'a\u0000b' }), 400, 'invalid-input', ['title control-character']],
      [
        'a null byte in an id',
        bodyOf({ programmeId: 'a\u0000b' }),
        400,
        'invalid-input',
        ['programmeId control-character'],
      ],
      ['half a character', bodyOf({ summary: '\ud83d' }), 400, 'invalid-input', ['summary control-character']],
      ['no audience', bodyOf({ audiences: [] }), 400, 'invalid-input', ['audiences required']],
      ['a strange audience', { ...bodyOf(), audiences: ['外星人'] }, 400, 'invalid-input', ['audiences.0 not-allowed']],
      ['a day for a time', bodyOf({ startsAt: '2026-09-10' }), 400, 'invalid-input', ['startsAt instant']],
      ['a number for a text', { ...bodyOf(), title: 7 }, 400, 'invalid-input', ['title wrong-type']],
      ['no object', '"text"', 400, 'invalid-input', [' wrong-type']],
      ['half a JSON', '{"campaign":', 400, 'malformed-body', []],
      ['nothing', '', 400, 'invalid-input', [' wrong-type']],
      ['a poisoned JSON', '{"__proto__":{}}', 400, 'malformed-body', []],
    ])('%s', async (_name, payload, status, code, errors) => {
      const answer = await put(payload);
      const problem = answer.json() as { code: string; errors?: { path: string; code: string }[] };
      expect([answer.status, problem.code, answer.headers['content-type']]).toEqual([
        status,
        code,
        'application/problem+json; charset=utf-8',
      ]);
      expect((problem.errors ?? []).map(({ path, code: each }) => `${path} ${each}`)).toEqual(errors);
      expect((await at.ask('/api/v1/events/e')).status).toBe(404);
    });

    test('several mistakes, all named at once', async () => {
      const answer = await put(bodyOf({ programmeId: 'x', region: '549999', title: '收费' }));
      expect(answer.json()).toMatchObject({
        code: 'unknown-programme-item',
        errors: [{ path: 'programmeId' }, { path: 'region' }, { path: 'title' }],
      });
    });

    test('an id that is none', async () => {
      expect((await put(bodyOf(), '-x')).json()).toMatchObject({ errors: [{ path: 'id', code: 'event-id' }] });
      expect((await put(bodyOf(), 'a'.repeat(65))).json()).toMatchObject({
        errors: [{ path: 'id', code: 'event-id' }],
      });
    });

    test('an id of another campaign', async () => {
      const other = { campaign: campaignOf('other'), programme: PROGRAMME };
      await importContent(testServer.database.db, { official: [other], makeSample: null }, NOW);
      await at.publish('e');
      const again = await testServer.openOther();
      expect((await again.publish('e', { campaign: 'other' })).json()).toMatchObject({
        status: 409,
        code: 'other-campaign',
      });
    });
  });
});
