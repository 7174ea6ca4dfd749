import type { TestApp } from '../testing/app';
import { bodyOf, OPEN, SIGN_UP } from '../testing/content';
import { ENGINES } from '../testing/database';
import { type Desk, deskOf } from '../testing/desk';
import { type DraftDesks, openDraftDesks } from '../testing/draft-desks';
import { newParticipants } from '../testing/sign-up-event';
import { newMember } from '../testing/staff';
import { useTestServer } from '../testing/test-server';

describe.each(ENGINES)('E2, approval on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let db: DraftDesks['db'];
  let city: string;
  let region: string;
  let editor: Desk;
  let above: Desk;
  let acts: DraftDesks['acts'];
  const publicAnswer = (id: string) => at.ask(`/api/v1/events/${id}`);
  const asked = async (approval: 'off' | 'first' | 'all') => {
    const admin = await newMember(at, db, region, 'admin', { now: OPEN });
    expect((await admin.ask('PATCH', `organisations/${region}/settings`, { approval })).status).toBe(200);
  };

  beforeEach(async () => {
    ({ at, db, city, region, editor, above, acts } = await openDraftDesks(testServer));
  });

  test.each([
    ['off', 200, 200],
    ['first', 409, 200],
    ['all', 409, 409],
  ] as const)('%s: the first answers %i, the second %i', async (approval, first, second) => {
    await asked(approval);
    await editor.create('one');
    expect((await editor.post('one', 'publish')).status).toBe(first);
    if (first === 409) {
      await editor.post('one', 'submit');
      const { rev } = await above.read('one');
      expect((await above.post('one', 'approve', { rev })).status).toBe(200);
    }
    await editor.create('two');
    expect((await editor.post('two', 'publish')).status).toBe(second);
  });

  test('submitted, returned with the reason, submitted again, approved', async () => {
    await asked('all');
    await editor.create('e');
    expect((await editor.post('e', 'publish')).json()).toMatchObject({ code: 'approval-required' });
    expect((await editor.post('e', 'submit')).json()).toMatchObject({ event: { state: 'submitted' } });
    expect((await editor.post('e', 'submit')).json()).toMatchObject({ status: 409, code: 'already-submitted' });
    const { rev } = await above.read('e');
    const returned = await above.post('e', 'return', { rev, reason: '请写明集合地点' });
    expect(returned.json()).toMatchObject({ event: { state: 'returned' } });
    expect((await above.ask('GET', 'events/e')).status).toBe(404);
    expect(await editor.read('e')).toMatchObject({ state: 'returned', reason: '请写明集合地点' });
    await editor.edit('e', { meetAt: '东门' });
    await editor.post('e', 'submit');
    const seen = await above.read('e');
    expect((await above.post('e', 'approve', { rev: seen.rev })).json()).toMatchObject({
      event: { state: 'published' },
    });
    expect((await publicAnswer('e')).json()).toMatchObject({ meetAt: '东门' });
    expect(await acts('e')).toEqual([
      'event-created',
      ...['event-submitted', 'event-returned', 'event-changed', 'event-submitted', 'event-approved'],
    ]);
  });

  test('decided is the version that was seen', async () => {
    await asked('all');
    await editor.create('e');
    await editor.post('e', 'submit');
    const { rev } = await above.read('e');
    await editor.edit('e', { title: '改了' });
    for (const [act, more] of [
      ['approve', {}],
      ['return', { reason: '不行' }],
    ] as const) {
      expect((await above.post('e', act, { rev, ...more })).json()).toMatchObject({
        ...{ status: 409, code: 'event-changed' },
      });
    }
    expect((await publicAnswer('e')).status).toBe(404);
    expect((await above.post('e', 'approve', { rev: (await above.read('e')).rev })).status).toBe(200);
    expect((await publicAnswer('e')).json()).toMatchObject({ title: '改了' });
  });

  test('while the superior decides, the author edits: one of the two comes first, the other is told', async () => {
    await asked('all');
    await editor.create('e');
    await editor.post('e', 'submit');
    const seen = await editor.read('e');
    const [approved, edited] = await Promise.all([
      above.post('e', 'approve', { rev: seen.rev }),
      editor.put('e', seen.rev, { ...bodyOf(), title: '没人看过' }),
    ]);
    expect([approved.status, edited.status].sort()).toEqual([200, 409]);
    const shown = await publicAnswer('e');
    expect(shown.status === 404 || !shown.text.includes('没人看过')).toBe(true);
  });

  test('while a change waits citizens see what was published; withdrawn, nobody decides on it', async () => {
    await editor.create('e');
    await editor.post('e', 'publish');
    await asked('all');
    await editor.edit('e', { title: '新题目' });
    await editor.post('e', 'submit');
    expect((await publicAnswer('e')).json()).toMatchObject({ title: '实验室开放日' });
    const seen = await above.read('e');
    expect(seen).toMatchObject({
      state: 'submitted',
      title: '新题目',
      changes: [{ path: 'title', from: '实验室开放日', to: '新题目' }],
    });
    expect((await editor.post('e', 'withdraw')).json()).toMatchObject({ event: { state: 'withdrawn' } });
    expect((await above.post('e', 'approve', { rev: seen.rev })).status).toBe(409);
    expect(await above.read('e')).toMatchObject({ state: 'published', title: '实验室开放日', changes: [] });
  });

  test('seats, an earlier end of sign-up and cancelling wait for nobody', async () => {
    await editor.create('e', { signUp: SIGN_UP });
    await editor.post('e', 'publish');
    await asked('all');
    const earlier = '2026-09-08T18:00:00+08:00';
    await editor.edit('e', { title: '新题目', signUp: { ...SIGN_UP, capacity: 40, closesAt: earlier } });
    await editor.post('e', 'submit');
    expect((await editor.post('e', 'publish')).json()).toMatchObject({
      event: { state: 'submitted', changes: [{ path: 'title', from: '实验室开放日', to: '新题目' }] },
    });
    expect((await publicAnswer('e')).json()).toMatchObject({
      title: '实验室开放日',
      signUp: { capacity: 40, closesAt: earlier },
    });
    expect((await editor.post('e', 'publish')).json()).toMatchObject({ code: 'approval-required' });
    await editor.edit('e', { signUp: { ...SIGN_UP, capacity: 40 } });
    // A later end is no urgent matter.
    expect((await editor.post('e', 'publish')).json()).toMatchObject({ code: 'approval-required' });
    expect((await editor.post('e', 'cancel', { reason: '大雪封路' })).status).toBe(200);
    expect(await editor.read('e')).toMatchObject({ state: 'withdrawn', published: { status: 'cancelled' } });
  });

  test('nobody above: publish it', async () => {
    const desk = deskOf(await newMember(at, db, region, 'editor'), region);
    await desk.create('e', { region: '540000' });
    expect((await desk.post('e', 'submit')).json()).toMatchObject({ status: 409, code: 'no-superior' });
    expect((await desk.post('e', 'publish')).status).toBe(200);
  });

  test('an organisation’s own token asks for approval too, the operator’s does not', async () => {
    await asked('all');
    const admin = await newMember(at, db, city, 'admin', { now: OPEN });
    const made = await admin.ask('POST', `organisations/${city}/tokens`, { name: '门户', scopes: ['publish'] });
    const { token } = made.json() as { token: string };
    const put = (id: string) =>
      at.ask({
        method: 'PUT',
        url: `/api/v1/events/${id}`,
        headers: { authorization: `Bearer ${token}` },
        payload: bodyOf({ signUp: null }),
      });
    expect((await put('e')).json()).toMatchObject({ status: 409, code: 'approval-required' });
    expect((await at.publish('operators')).status).toBe(201);
  });

  test('a viewer decides nothing, and is answered as if nothing were there', async () => {
    const viewer = deskOf(await newMember(at, db, city, 'viewer'), city);
    await editor.create('e');
    expect((await viewer.read('e')).state).toBe('draft');
    const missing = (await editor.post('none', 'publish')).json();
    expect((await viewer.post('e', 'publish')).json()).toEqual(missing);
    expect((await viewer.put('e', 1, bodyOf())).json()).toEqual(missing);
  });

  test('a superior suspends and resumes: it stays to be seen, takes nobody in, keeps who is in', async () => {
    await editor.create('e', { signUp: SIGN_UP });
    await editor.post('e', 'publish');
    const [a, b] = await newParticipants(at);
    await a.signUp('e');
    expect((await editor.post('e', 'suspend')).status).toBe(404);
    const done = await above.post('e', 'suspend', { reason: '反映收费' });
    expect(done.json()).toMatchObject({ event: { published: { suspended: true } } });
    expect((await publicAnswer('e')).json()).toMatchObject({ suspended: true, status: 'scheduled' });
    expect((await b.trySignUp('e')).json()).toMatchObject({ status: 409, code: 'event-suspended' });
    expect(await a.only()).toMatchObject({ status: 'confirmed' });
    expect((await above.post('e', 'resume')).status).toBe(200);
    expect((await b.trySignUp('e')).status).toBe(201);
    expect((await publicAnswer('e')).json()).not.toHaveProperty('suspended');
    expect((await acts('e')).slice(-2)).toEqual(['event-suspended', 'event-resumed']);
  });

  test('a seat that becomes free while the event is suspended goes to the waitlist when that ends', async () => {
    await editor.create('e', { signUp: { ...SIGN_UP, capacity: 1, maxParty: 1 } });
    await editor.post('e', 'publish');
    const [a, b, c] = await newParticipants(at);
    const seat = await a.signUp('e');
    await b.signUp('e');
    await above.post('e', 'suspend', { reason: '反映收费' });
    await a.cancel(seat.id);
    expect(await b.only()).toMatchObject({ status: 'waitlisted' });
    await above.post('e', 'resume');
    expect(await b.only()).toMatchObject({ status: 'confirmed' });
    expect((await b.inbox()).notices).toMatchObject([{ kind: 'promoted' }]);
    expect((await editor.read('e')).counts).toMatchObject({ taken: 1, waiting: 0 });
    expect((await c.trySignUp('e')).json()).toMatchObject({ signUp: { status: 'waitlisted' } });
  });

  test.each([
    ['publish', 'editor', undefined],
    ['submit', 'editor', undefined],
    ['withdraw', 'editor', undefined],
    ['cancel', 'editor', { reason: '大雪封路' }],
    ['suspend', 'above', { reason: '反映收费' }],
    ['resume', 'above', undefined],
  ] as const)('%s on another version than the one that is there changes nothing', async (act, by, body) => {
    await editor.create('e', { signUp: SIGN_UP });
    await editor.post('e', 'publish');
    if (act === 'resume') await above.post('e', 'suspend');
    await asked('all');
    await editor.edit('e', { title: '别人刚改的' });
    if (act === 'withdraw') await editor.post('e', 'submit');
    const { rev } = await editor.read('e');
    const before = await acts('e');
    const desk = by === 'editor' ? editor : above;
    const late = await desk.ask('POST', `events/e/${act}`, body, { 'if-match': `"${rev - 1}"` });
    expect(late.json()).toMatchObject({ status: 409, code: 'event-changed', rev });
    expect(await acts('e')).toEqual(before);
    const urgent = act === 'publish';
    const done = await desk.ask('POST', `events/e/${act}`, body, { 'if-match': `"${rev}"` });
    expect(done.json()).toMatchObject(urgent ? { code: 'approval-required' } : { event: { id: 'e' } });
  });
});
