import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { PublishBody } from '../../src/domain/event';
import { campaignOf, PROGRAMME, SIGN_UP } from '../testing/content';
import { importCampaign } from '../campaigns/import-campaign';
import { signUp } from '../db/account-schema';
import { event } from '../db/schema';
import { makeFreshApp, openTestDatabase, SLOW_MS, type OpenTestDatabase, type TestApp } from '../testing/app';
import { ENGINES } from '../testing/database';
import { newPerson, VISIT } from '../testing/people';

const HOUR = 3_600_000;
/** Sign-up is open from 1 September 09:00 to 9 September 18:00, the event is on the 10th from 14:00 to 16:00. */
const OPEN = Date.UTC(2026, 8, 2);
const STARTS = Date.UTC(2026, 8, 10, 6);

describe.each(ENGINES)('sign-ups on %s', (engine) => {
  let database: OpenTestDatabase;
  let at: TestApp;
  let now: number;
  beforeAll(async () => {
    database = await openTestDatabase(engine);
  }, SLOW_MS);
  afterAll(() => database.closeAndRemove(), SLOW_MS);
  beforeEach(async () => {
    now = OPEN;
    at = await makeFreshApp(database, { now: () => now });
  });
  afterEach(() => at.app.close());

  /** More than any test needs. */
  const people = () => Promise.all([newPerson(at), newPerson(at), newPerson(at), newPerson(at)]);
  const open = async (change: Partial<NonNullable<PublishBody['signUp']>> = {}, body: Partial<PublishBody> = {}) => {
    const answer = await at.publish('e', { ...body, signUp: { ...SIGN_UP, ...change } });
    if (answer.status > 201) throw new Error(answer.text);
  };
  const seats = async () => {
    const [row] = await database.db
      .select({ taken: event.taken, waiting: event.waiting })
      .from(event)
      .where(eq(event.id, 'e'));
    return row;
  };

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
      const stored = JSON.stringify(await database.db.select().from(signUp));
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

  test('rules 3 and 4: never over capacity, all or nothing, nobody overtakes', async () => {
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
      const first = await a.signUp('e');
      await b.signUp('e');
      now = STARTS;
      await a.cancel(first.id);
      expect(await b.only()).toMatchObject({ status: 'expired' });
      expect(await b.only()).not.toHaveProperty('position');
      // The seat is free for who comes now, the one who waited included.
      expect(await b.signUp('e')).toMatchObject({ status: 'confirmed' });
      expect((await c.trySignUp('e')).json()).toMatchObject({ code: 'full' });
      expect((await b.list()).signUps.map(({ status }) => status)).toEqual(['confirmed', 'expired']);
      expect(await seats()).toEqual({ taken: 1, waiting: 0 });
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

    test('is refused once the event is over', async () => {
      await open();
      const [a] = await people();
      const made = await a.signUp('e');
      now = STARTS + 2 * HOUR;
      expect((await a.cancel(made.id)).json()).toMatchObject({ status: 409, code: 'event-over' });
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

  describe('rule 7: typed refusals', () => {
    test.each([
      ['before opening', Date.UTC(2026, 8, 1, 0, 59, 59), {}, 'not-open'],
      ['at closing', Date.UTC(2026, 8, 9, 10), {}, 'closed'],
      ['an outdated consent', OPEN, { consent: 'old' }, 'consent-outdated'],
    ])('%s', async (_, when, change, code) => {
      await open();
      const [a] = await people();
      now = when;
      expect((await a.trySignUp('e', change)).json()).toMatchObject({ status: 409, code });
    });

    test('no such event, one removed, one without sign-up, one cancelled', async () => {
      await at.publish('gone');
      await at.remove('gone');
      await at.publish('plain');
      await open();
      await at.cancel('e');
      const [a] = await people();
      const codes = [];
      for (const id of ['never', 'gone', 'plain', 'e']) codes.push((await a.trySignUp(id)).json());
      expect(codes).toMatchObject([
        { status: 404, code: 'event-not-found' },
        { status: 404, code: 'event-not-found' },
        { status: 409, code: 'no-sign-up' },
        { status: 409, code: 'event-cancelled' },
      ]);
    });

    test('a wrong form: every field at once, with its place', async () => {
      await open();
      const [a] = await people();
      const answer = await a.trySignUp('e', { form: { contactName: '王小明1', partySize: 1, idCard: 'x' } });
      expect(answer.json()).toMatchObject({
        status: 400,
        code: 'invalid-input',
        errors: expect.arrayContaining([
          { path: 'form.contactName', code: 'name' },
          { path: 'form.mobile', code: 'required' },
          { path: 'form.idCard', code: 'unknown-field' },
        ]) as unknown,
      });
    });

    test('a party over what may come together, or over the capacity', async () => {
      await open({ capacity: 3, maxParty: 4 });
      const [a] = await people();
      expect((await a.trySignUp('e', { partySize: 5 })).json()).toMatchObject({
        errors: [{ path: 'form.partySize', code: 'party-too-large' }],
      });
      expect((await a.trySignUp('e', { partySize: 4 })).json()).toMatchObject({
        status: 409,
        code: 'party-too-large',
      });
    });

    test('that it is too late comes before what is wrong with the form', async () => {
      await open();
      const [a] = await people();
      now = STARTS;
      expect((await a.trySignUp('e', { form: {} })).json()).toMatchObject({ code: 'closed' });
    });

    test('a body that is none', async () => {
      const [a] = await people();
      expect(
        (await a.ask('POST', 'sign-ups', { id: 'x', eventId: '/', consent: '', form: [], more: 1 })).json(),
      ).toMatchObject({
        status: 400,
        code: 'invalid-input',
      });
    });
  });

  test('the privacy text that holds is the campaign’s of now', async () => {
    await open();
    const changed = campaignOf('open', { consent: { version: '2' } });
    await database.db.transaction((tx) => importCampaign(tx, changed, PROGRAMME));
    const [a] = await people();
    expect((await a.trySignUp('e', { consent: '1' })).json()).toMatchObject({ code: 'consent-outdated' });
    expect((await a.trySignUp('e', { consent: '2' })).status).toBe(201);
  });
});
