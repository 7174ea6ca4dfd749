import { phone } from '../testing/fake-taro';
import { draftOf, keepDraft } from './drafts';
import { outbox } from './outbox';
import { app, install, onNewApps, posts, settle, statuses, submit, waiting } from '../testing/fake-outbox';
import { mySignUps } from './sign-ups';
import { EVENT, problem, VISIT } from '../testing/fake-account-server';

onNewApps();

describe('rule 7: a typed refusal', () => {
  test('is kept for the form with what was wrong, and is not sent again', async () => {
    keepDraft(EVENT.id, VISIT);
    app.server.instead.set('POST /api/v1/sign-ups', [
      problem(400, 'invalid-input', [{ path: 'form.mobile', code: 'mobile' }]),
    ]);
    submit();
    await settle(60_000);
    expect(outbox.getState().items[0]?.refusal).toEqual({
      code: 'invalid-input',
      fieldErrors: [{ path: 'mobile', code: 'mobile' }],
    });
    expect(posts()).toHaveLength(1);
    expect(draftOf(EVENT.id)).toEqual(VISIT);
  });

  test('survives a killed app', async () => {
    app.server.instead.set('POST /api/v1/sign-ups', [problem(409, 'closed')]);
    submit();
    await settle();
    install(phone.storage);
    expect(outbox.getState().items[0]?.refusal?.code).toBe('closed');
  });

  test('the next try is another one, with an id of its own', async () => {
    app.server.instead.set('POST /api/v1/sign-ups', [problem(409, 'not-open')]);
    submit();
    await settle();
    submit();
    await settle();
    expect(new Set(posts()).size).toBe(2);
    expect([waiting(), statuses()]).toEqual([0, ['confirmed']]);
  });

  test('already signed up on another phone: that sign-up is fetched', async () => {
    app.server.instead.set('POST /api/v1/sign-ups', [problem(409, 'already-signed-up')]);
    app.server.signUps.set('other', {
      id: 'other',
      eventId: EVENT.id,
      status: 'confirmed',
      seats: 1,
      ticket: 'ABCDEFGH23',
      createdAt: '2026-09-09T09:00:00+08:00',
    });
    submit();
    await settle();
    expect(mySignUps.getState().signUps.map(({ id }) => id)).toEqual(['other']);
  });
});

test('a refusal keeps the draft; once sent, it is gone', async () => {
  keepDraft(EVENT.id, VISIT);
  app.server.instead.set('POST /api/v1/sign-ups', [problem(409, 'not-open')]);
  submit();
  await settle();
  expect(draftOf(EVENT.id)).not.toBeNull();
  submit();
  await settle();
  expect(draftOf(EVENT.id)).toBeNull();
});
