import { randomUUID } from 'node:crypto';
import type { SignUpTerms } from '../../domain/event/event';
import { signUp } from '../db/account-schema';
import type { TestApp } from '../testing/app';
import { OPEN, SIGN_UP, STARTS } from '../testing/content';
import { ENGINES } from '../testing/database';
import { FILLED } from '../testing/forms';
import { VISIT } from '../testing/participants';
import { newParticipants, openEvent, seatsOf } from '../testing/sign-up-event';
import { useTestServer } from '../testing/test-server';

const HOUR = 3_600_000;

describe.each(ENGINES)('sign-ups on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  beforeEach(async () => {
    now = OPEN;
    at = await testServer.openFresh({ now: () => now });
  });

  const people = () => newParticipants(at);
  const open = (terms?: Partial<SignUpTerms>) => openEvent(at, terms);
  const seats = () => seatsOf(testServer.database.db);

  describe('a sign-up', () => {
    test('is confirmed with a ticket, and stands in the list with its event', async () => {
      await open();
      const [wang] = await people();
      const made = await wang.signUp('e', 2);
      expect(made).toEqual({
        id: made.id,
        eventId: 'e',
        status: 'confirmed',
        seats: 2,
        ticket: expect.stringMatching(/^[2-9A-HJKMNP-Z]{10}$/) as unknown,
        createdAt: '2026-09-02T08:00:00+08:00',
        contact: '王**',
      });
      const list = await wang.list();
      expect(list.signUps).toEqual([made]);
      expect(list.events).toMatchObject([{ id: 'e', title: '实验室开放日' }]);
      expect(await seats()).toEqual({ taken: 2, waiting: 0 });
    });

    test('keeps nothing personal in the clear', async () => {
      await open();
      const [wang] = await people();
      await wang.signUp('e', 2);
      const stored = JSON.stringify(await testServer.database.db.select().from(signUp));
      for (const personal of [VISIT.contactName, VISIT.mobile]) expect(stored).not.toContain(personal);
    });

    test('is shown by the seats of the event', async () => {
      await open({ capacity: 4 });
      for (const person of (await people()).slice(1)) await person.signUp('e', 2);
      expect((await at.ask('/api/v1/availability?ids=e')).json()).toEqual({ e: { capacity: 4, taken: 4, waiting: 1 } });
    });

    test('comes newest first', async () => {
      await at.publish('a', { signUp: SIGN_UP });
      await at.publish('b', { signUp: SIGN_UP });
      const [wang] = await people();
      await wang.signUp('a');
      await wang.signUp('b');
      expect((await wang.list()).signUps.map(({ eventId }) => eventId)).toEqual(['b', 'a']);
    });
  });

  describe('rule 1: the id', () => {
    test('same id and same body: the stored result again, however the text was typed', async () => {
      await open();
      const [wang] = await people();
      const id = randomUUID();
      const first = await wang.trySignUp('e', { id });
      const again = await wang.trySignUp('e', { id });
      const typed = await wang.trySignUp('e', {
        id: id.toUpperCase(),
        form: { ...VISIT, mobile: '+86 138-0013-8000' },
      });
      expect(first.status).toBe(201);
      for (const answer of [again, typed]) expect([answer.status, answer.json()]).toEqual([201, first.json()]);
      expect(await seats()).toEqual({ taken: 1, waiting: 0 });
    });

    test('at the same moment: one sign-up', async () => {
      await open();
      const [wang] = await people();
      const id = randomUUID();
      const answers = await Promise.all(Array.from({ length: 5 }, () => wang.trySignUp('e', { id })));
      expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
      expect(await seats()).toEqual({ taken: 1, waiting: 0 });
    });

    test.each([
      ['another form', { form: { ...VISIT, partySize: 2 } }],
      ['another person', { form: { ...VISIT, contactName: '李小红' } }],
      ['a form that is none', { form: {} }],
      ['another consent', { consent: '0' }],
    ])('same id, %s: 409', async (_, change) => {
      await open();
      const [wang] = await people();
      const id = randomUUID();
      await wang.trySignUp('e', { id });
      expect((await wang.trySignUp('e', { id, ...change })).json()).toMatchObject({
        status: 409,
        code: 'sign-up-id-used',
      });
    });

    test('same id, another event, at the same moment: one of them', async () => {
      await open();
      await at.publish('other', { signUp: SIGN_UP });
      const [wang] = await people();
      const id = randomUUID();
      const answers = await Promise.all(['e', 'other'].map((eventId) => wang.trySignUp(eventId, { id })));
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    });

    test('answers again after the terms have changed, or sign-up has closed', async () => {
      await open();
      const [wang] = await people();
      const id = randomUUID();
      const first = await wang.trySignUp('e', { id, partySize: 4 });
      await open({ maxParty: 1, form: 'metrology' });
      now = STARTS - HOUR;
      expect((await wang.trySignUp('e', { id, partySize: 4 })).json()).toEqual(first.json());
    });

    test('another account may have made the same id: it is not told so', async () => {
      await open();
      const [wang, li] = await people();
      const id = randomUUID();
      const [one, other] = [await wang.trySignUp('e', { id }), await li.trySignUp('e', { id })];
      expect([one.status, other.status]).toEqual([201, 201]);
      expect((await wang.only())?.ticket).not.toBe((await li.only())?.ticket);
    });
  });

  describe('rule 2: one active sign-up per account and event', () => {
    test('a second is refused; after a cancellation it is not', async () => {
      await open();
      const [wang] = await people();
      const made = await wang.signUp('e');
      expect((await wang.trySignUp('e')).json()).toMatchObject({ status: 409, code: 'already-signed-up' });
      await wang.cancel(made.id);
      expect((await wang.trySignUp('e')).status).toBe(201);
    });

    test('two at the same moment: one', async () => {
      await open();
      const [wang] = await people();
      const answers = await Promise.all(Array.from({ length: 4 }, () => wang.trySignUp('e')));
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
    });
  });

  describe('rule 3: the seats', () => {
    test('are as many as the party; a QC group is one', async () => {
      await open();
      const [wang] = await people();
      expect(await wang.signUp('e', 3)).toMatchObject({ seats: 3 });
      await at.publish('qc', { signUp: { ...SIGN_UP, form: 'qc' } });
      const answer = await wang.trySignUp('qc', { form: FILLED.qc });
      expect(answer.json()).toMatchObject({ signUp: { status: 'confirmed', seats: 1 } });
    });

    test('asked for by many at the same moment: never more than there are', async () => {
      await open({ capacity: 5 });
      const asked = (await people()).map((person) => person.signUp('e', 2));
      const statuses = (await Promise.all(asked)).map(({ status }) => status);
      expect(statuses.sort()).toEqual(['confirmed', 'confirmed', 'waitlisted', 'waitlisted']);
      expect(await seats()).toEqual({ taken: 4, waiting: 2 });
    });
  });

  test('rule 4: all or nothing, nobody overtakes', async () => {
    await open({ capacity: 5 });
    const [a, b, c, d] = await people();
    expect(await a.signUp('e', 4)).toMatchObject({ status: 'confirmed' });
    expect(await b.signUp('e', 2)).toMatchObject({ status: 'waitlisted', position: 1, waitReason: 'does-not-fit' });
    expect(await c.signUp('e', 1)).toMatchObject({ status: 'waitlisted', position: 2, waitReason: 'behind' });
    const last = await d.signUp('e', 3);
    expect(last).toMatchObject({ status: 'waitlisted', position: 3, waitReason: 'behind' });
    expect(last).not.toHaveProperty('ticket');
    expect(await d.only()).toEqual(last);
    expect(await seats()).toEqual({ taken: 4, waiting: 3 });
  });

  describe('rule 5: promotion', () => {
    test('a cancellation promotes from the head, in the same moment', async () => {
      await open({ capacity: 3 });
      const [a, b, c, d] = await people();
      const first = await a.signUp('e', 3);
      await b.signUp('e', 2);
      await c.signUp('e', 1);
      await d.signUp('e', 1);
      expect((await a.cancel(first.id)).json()).toMatchObject({ signUp: { status: 'cancelled' } });
      expect(await b.only()).toMatchObject({ status: 'confirmed', ticket: expect.any(String) as unknown });
      expect(await c.only()).toMatchObject({ status: 'confirmed' });
      expect(await d.only()).toMatchObject({ status: 'waitlisted', position: 1, waitReason: 'full' });
      expect(await seats()).toEqual({ taken: 3, waiting: 1 });
    });

    test('who gives up waiting lets those behind through; who returns goes to the tail', async () => {
      await open({ capacity: 3 });
      const [a, b, c] = await people();
      await a.signUp('e', 2);
      const waiting = await b.signUp('e', 2);
      await c.signUp('e', 1);
      await b.cancel(waiting.id);
      expect(await c.only()).toMatchObject({ status: 'confirmed' });
      expect(await b.signUp('e', 2)).toMatchObject({ status: 'waitlisted', position: 1 });
    });

    test('not after the start: who waited has waited in vain', async () => {
      await open({ capacity: 1, closesAt: '2026-09-10T15:30:00+08:00' });
      const [a, b, c] = await people();
      await a.signUp('e');
      await b.signUp('e');
      now = STARTS;
      await open({ capacity: 2, closesAt: '2026-09-10T15:30:00+08:00' });
      expect(await b.only()).toMatchObject({ status: 'expired' });
      expect(await b.only()).not.toHaveProperty('position');
      // The seat is free for who comes now, the one who waited included.
      expect(await b.signUp('e')).toMatchObject({ status: 'confirmed' });
      expect((await c.trySignUp('e')).json()).toMatchObject({ code: 'full' });
      expect((await b.list()).signUps.map(({ status }) => status)).toEqual(['confirmed', 'expired']);
      expect(await seats()).toEqual({ taken: 2, waiting: 0 });
    });
  });

  describe('cancelling', () => {
    test('twice is done once', async () => {
      await open({ capacity: 2 });
      const [a] = await people();
      const made = await a.signUp('e', 2);
      const answers = await Promise.all([a.cancel(made.id), a.cancel(made.id)]);
      expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
      expect(await seats()).toEqual({ taken: 0, waiting: 0 });
    });

    test('is refused from the start of the event on', async () => {
      await open();
      const [a] = await people();
      const made = await a.signUp('e');
      now = STARTS;
      expect((await a.cancel(made.id)).json()).toMatchObject({ status: 409, code: 'event-started' });
      expect(await a.only()).toMatchObject({ status: 'confirmed' });
    });

    test('another’s is answered like one that is not there', async () => {
      await open();
      const [a, b] = await people();
      const made = await a.signUp('e');
      const answers = [await b.cancel(made.id), await b.cancel(randomUUID()), await b.cancel('x')];
      expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
      expect(answers[0]?.json()).toMatchObject({ status: 404, code: 'sign-up-not-found' });
      expect(await a.only()).toMatchObject({ status: 'confirmed' });
    });
  });
});
