import type { TestApp } from '../testing/app';
import { bodyOf, SIGN_UP } from '../testing/content';
import { ENGINES } from '../testing/database';
import { type Desk, deskOf } from '../testing/desk';
import { type DraftDesks, openDraftDesks } from '../testing/draft-desks';
import { newParticipants } from '../testing/sign-up-event';
import { newMember, newOrganisation } from '../testing/staff';
import { useTestServer } from '../testing/test-server';

describe.each(ENGINES)('drafts on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let db: DraftDesks['db'];
  let editor: Desk;
  let other: Desk;
  let above: Desk;
  let acts: DraftDesks['acts'];
  const publicAnswer = (id: string) => at.ask(`/api/v1/events/${id}`);

  beforeEach(async () => {
    ({ at, db, editor, other, above, acts } = await openDraftDesks(testServer));
  });

  describe('E1, drafts', () => {
    test('a draft is its organisation’s alone; published it is everybody’s, under the organisation', async () => {
      const made = await editor.create('e', { signUp: SIGN_UP });
      expect([made.status, made.json()]).toMatchObject([201, { id: 'e', state: 'draft', published: null, rev: 1 }]);
      expect(made.headers.etag).toBe('"1"');
      expect((await publicAnswer('e')).status).toBe(404);
      expect((await above.ask('GET', 'events/e')).status).toBe(404);
      const done = await editor.post('e', 'publish');
      expect([done.status, done.json()]).toMatchObject([200, { event: { state: 'published', changes: [] } }]);
      expect((await publicAnswer('e')).json()).toMatchObject({ title: '实验室开放日', status: 'scheduled' });
      expect((await above.read('e')).state).toBe('published');
      const { events } = await at.feed({ region: '540000', campaign: 'open' });
      expect(events.map(({ id }) => id)).toEqual(['e']);
      expect(await acts('e')).toEqual(['event-created', 'event-published']);
    });

    test('what is not known yet is left out; publishing names all of it', async () => {
      const made = await editor.ask('POST', 'events', { id: 'e', campaign: 'open', title: '开放日' });
      expect([made.status, made.json()]).toMatchObject([201, { title: '开放日' }]);
      const refused = await editor.post('e', 'publish');
      expect(refused.json()).toMatchObject({ status: 400, code: 'invalid-input' });
      expect((refused.json() as { errors: { path: string }[] }).errors).toEqual(
        expect.arrayContaining([{ path: 'startsAt', code: 'required' }]),
      );
      expect((await publicAnswer('e')).status).toBe(404);
    });

    test('the gate is the one of the token: money is refused, and nothing is written', async () => {
      await editor.create('e', { summary: '收费 50 元' });
      expect((await editor.post('e', 'publish')).json()).toMatchObject({ status: 400, code: 'fee-not-allowed' });
      expect([(await editor.read('e')).state, await acts('e')]).toEqual(['draft', ['event-created']]);
    });

    test('what was read can be put back as it is, published or not, and changes nothing', async () => {
      await editor.create('e', { signUp: SIGN_UP });
      for (const state of ['draft', 'published']) {
        const read = await editor.read('e');
        expect(read.state).toBe(state);
        const again = await editor.put('e', read.rev, read);
        expect([again.status, again.json()]).toEqual([200, read]);
        if (state === 'draft') await editor.post('e', 'publish');
      }
      const public_ = (await publicAnswer('e')).json() as object;
      expect((await editor.put('e', (await editor.read('e')).rev, public_)).status).toBe(200);
      expect(await acts('e')).toEqual(['event-created', 'event-published']);
    });

    test.each([
      ['the state', { state: 'published' }, 'state'],
      ['another id', { id: 'f' }, 'id'],
      ['a kind', { kind: '培训宣贯' }, 'kind'],
      ['that it is cancelled', { status: 'cancelled' }, 'status'],
    ])('%s of the server’s cannot be said otherwise', async (_, change, path) => {
      await editor.create('e');
      const { rev } = await editor.read('e');
      expect((await editor.put('e', rev, { ...bodyOf(), ...change })).json()).toMatchObject({
        code: 'server-field',
        errors: [{ path, code: 'server-field' }],
      });
    });

    test('of two who edit one version the second is shown each field as it was, as they have it, as it is', async () => {
      await editor.create('e');
      const seen = await editor.read('e');
      expect((await editor.put('e', seen.rev, { ...seen, title: '新题目', summary: '同一句' })).status).toBe(200);
      const late = await other.put('e', seen.rev, { ...seen, title: '别的题目', bring: '证件', summary: '同一句' });
      expect([late.status, late.json()]).toMatchObject([409, { code: 'event-changed', rev: 2 }]);
      expect((late.json() as { fields: unknown }).fields).toEqual([
        { path: 'title', base: '实验室开放日', mine: '别的题目', theirs: '新题目' },
        { path: 'bring', base: null, mine: '证件', theirs: null },
      ]);
      expect((await other.read('e')).title).toBe('新题目');
    });

    test('the token publishing meanwhile is another version too', async () => {
      await editor.create('e');
      await editor.post('e', 'publish');
      const seen = await editor.read('e');
      expect((await at.publish('e', { title: '口令改的' })).status).toBe(200);
      const late = await editor.put('e', seen.rev, { ...seen, summary: '我改的' });
      expect(late.json()).toMatchObject({ status: 409, code: 'event-changed' });
      expect((late.json() as { fields: unknown }).fields).toContainEqual({
        path: 'title',
        base: '实验室开放日',
        mine: '实验室开放日',
        theirs: '口令改的',
      });
    });

    test('saved twice as the answer was lost: once', async () => {
      await editor.create('e');
      const seen = await editor.read('e');
      const body = { ...bodyOf(), title: '新题目' };
      expect((await editor.put('e', seen.rev, body)).status).toBe(200);
      expect((await editor.put('e', seen.rev, body)).status).toBe(200);
      expect((await editor.create('f')).status).toBe(201);
      expect((await editor.create('f')).status).toBe(200);
      expect([await acts('e'), await acts('f')]).toEqual([['event-created', 'event-changed'], ['event-created']]);
    });

    test('saving and deleting name the version', async () => {
      await editor.create('e');
      expect((await editor.ask('PUT', 'events/e', bodyOf())).json()).toMatchObject({ status: 428 });
      expect((await editor.ask('DELETE', 'events/e')).json()).toMatchObject({ status: 428 });
      const stale = await editor.ask('DELETE', 'events/e', undefined, { 'if-match': '"9"' });
      expect(stale.json()).toMatchObject({ status: 409, code: 'event-changed' });
      expect((await editor.ask('DELETE', 'events/e', undefined, { 'if-match': '"1"' })).status).toBe(204);
      expect((await editor.ask('GET', 'events/e')).status).toBe(404);
      expect((await editor.create('e')).status).toBe(201);
    });

    test('only under regions that the organisation covers', async () => {
      for (const answer of [
        await editor.create('e', { region: '540200' }),
        await editor.create('e', { region: '540000' }),
      ])
        expect(answer.json()).toMatchObject({ status: 400, code: 'scope-not-covered' });
      await editor.create('e', { region: '540100' });
      expect((await editor.edit('e', { region: '110000' })).json()).toMatchObject({ code: 'scope-not-covered' });
    });

    test('an id that another holds is refused; their event is not there to be edited', async () => {
      const county = await newOrganisation(db, '540102');
      const neighbour = deskOf(await newMember(at, db, county, 'editor'), county);
      await editor.create('e');
      expect((await neighbour.create('e')).json()).toMatchObject({ status: 409, code: 'event-id-used' });
      expect((await at.publish('e')).json()).toMatchObject({ status: 409, code: 'event-id-used' });
      await editor.post('e', 'publish');
      const missing = (await neighbour.put('none', 1, bodyOf())).json();
      expect((await neighbour.put('e', 1, bodyOf())).json()).toEqual(missing);
      expect((await above.post('e', 'publish')).json()).toEqual(missing);
    });

    test('two who publish at once publish once', async () => {
      await editor.create('e');
      const both = await Promise.all([editor.post('e', 'publish'), other.post('e', 'publish')]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await acts('e')).toEqual(['event-created', 'event-published']);
    });

    test('two who save at once: one is told', async () => {
      await editor.create('e');
      const { rev } = await editor.read('e');
      const both = await Promise.all(
        [editor, other].map((desk, index) => desk.put('e', rev, { ...bodyOf(), title: `题目 ${index}` })),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await acts('e')).toEqual(['event-created', 'event-changed']);
    });
  });

  describe('E3, copies', () => {
    test('several days at once, whole days apart; what lies in the past is empty and named; nobody comes along', async () => {
      await editor.create('e', { signUp: SIGN_UP });
      await editor.post('e', 'publish');
      const [a] = await newParticipants(at);
      await a.signUp('e');
      const made = await editor.post('e', 'clone', { dates: ['2026-09-04', '2026-09-17'] });
      expect(made.status).toBe(201);
      const { events } = made.json() as { events: { id: string }[] };
      expect(events).toMatchObject([
        {
          ...{ state: 'draft', published: null, counts: null, startsAt: '2026-09-04T14:00:00+08:00' },
          cleared: ['signUp.opensAt'],
          signUp: { closesAt: '2026-09-03T18:00:00+08:00', capacity: 20 },
        },
        { startsAt: '2026-09-17T14:00:00+08:00', cleared: [], signUp: { opensAt: '2026-09-08T09:00:00+08:00' } },
      ]);
      const [first] = events;
      const id = first?.id ?? '';
      await editor.edit(id, { signUp: { ...SIGN_UP, closesAt: '2026-09-03T18:00:00+08:00' } });
      expect((await editor.read(id)).cleared).toEqual([]);
      expect(await acts(id)).toEqual(['event-created', 'event-changed']);
    });

    test.each([
      ['no day', { dates: [] }],
      ['the same twice', { dates: ['2026-09-04', '2026-09-04'] }],
      ['what is none', { dates: ['2026-02-30'] }],
    ])('%s is refused', async (_, body) => {
      await editor.create('e');
      expect((await editor.post('e', 'clone', body)).status).toBe(400);
    });
  });

  test('E5, cancelling says how many people it tells', async () => {
    await editor.create('e', { signUp: { ...SIGN_UP, capacity: 1, maxParty: 1 } });
    expect((await editor.post('e', 'cancel', { reason: '雪' })).json()).toMatchObject({ code: 'not-published' });
    await editor.post('e', 'publish');
    const [a, b, c] = await newParticipants(at);
    await a.signUp('e');
    await b.signUp('e');
    await c.cancel((await c.signUp('e')).id);
    expect(await editor.read('e')).toMatchObject({ counts: { taken: 1, waiting: 1, parties: 2 } });
    expect((await editor.post('e', 'cancel', { reason: '大雪封路' })).json()).toMatchObject({ told: 2 });
    expect((await a.inbox()).notices).toMatchObject([{ kind: 'event-cancelled', reason: '大雪封路' }]);
    expect((await editor.post('e', 'cancel', { reason: '大雪封路' })).json()).toMatchObject({ told: 0 });
    expect((await acts('e')).slice(-1)).toEqual(['event-cancelled']);
  });

  describe('the list', () => {
    const ids = async (desk: Desk, query: string) =>
      ((await desk.ask('GET', `events?${query}`)).json() as { events: { id: string }[] }).events.map(({ id }) => id);

    test('filters; a superior finds what was submitted or published, never a draft', async () => {
      await editor.ask('POST', 'events', { id: 'empty', campaign: 'open' });
      await editor.create('draft', {
        title: '草稿一件',
        startsAt: '2026-09-12T10:00:00+08:00',
        endsAt: '2026-09-12T11:00:00+08:00',
      });
      await editor.create('waits', { startsAt: '2026-09-11T10:00:00+08:00', endsAt: '2026-09-12T11:00:00+08:00' });
      await editor.post('waits', 'submit');
      await editor.create('shown');
      await editor.post('shown', 'publish');
      expect(await ids(editor, '')).toEqual(['empty', 'shown', 'waits', 'draft']);
      expect(await ids(editor, 'state=draft')).toEqual(['empty', 'draft']);
      expect(await ids(editor, 'from=2026-09-11&to=2026-09-11')).toEqual(['waits']);
      expect(await ids(editor, `q=${encodeURIComponent('草稿')}`)).toEqual(['draft']);
      expect(await ids(above, '')).toEqual(['shown', 'waits']);
      expect(await ids(above, 'state=submitted')).toEqual(['waits']);
      expect(await ids(above, 'of=own')).toEqual([]);
      await editor.edit('shown', { title: '暗中改' });
      expect(await ids(editor, 'state=draft')).toEqual(['empty', 'shown', 'draft']);
      expect(await ids(above, `q=${encodeURIComponent('暗中')}`)).toEqual([]);
      expect((await above.read('shown')).title).toBe('实验室开放日');
    });
  });
});
