import { randomUUID } from 'node:crypto';
import { formatInstant } from '../../domain/time/time';
import type { Answer, TestApp } from '../testing/app';
import { OPEN, SIGN_UP, STARTS } from '../testing/content';
import { ENGINES } from '../testing/database';
import { type Participant, VISIT } from '../testing/participants';
import { newParticipants, openEvent, seatsOf } from '../testing/sign-up-event';
import { useTestServer } from '../testing/test-server';

const CLOSES = Date.parse(SIGN_UP.closesAt);

describe.each(ENGINES)('correcting a sign-up on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  let people: [Participant, Participant, Participant, Participant];
  beforeEach(async () => {
    now = OPEN;
    at = await testServer.openFresh({ now: () => now });
    await openEvent(at, { capacity: 4 });
    people = await newParticipants(at);
  });

  const correct = (person: Participant, id: string, form: object, consent = '1'): Promise<Answer> =>
    person.ask('PATCH', `sign-ups/${id}`, { consent, form: { ...VISIT, ...form } });
  const seats = () => seatsOf(testServer.database.db);

  test('changes the details and keeps the ticket; its owner reads them', async () => {
    const [a] = people;
    const made = await a.signUp('e', 2);
    const answer = await correct(a, made.id, { contactName: '李大红', mobile: '+86 139 0013 9000', partySize: 2 });
    const sent = { ...made, contact: '李**', createdAt: formatInstant(made.createdAt) };
    expect([answer.status, answer.json()]).toMatchObject([200, { signUp: sent }]);
    const read = await a.ask('GET', `sign-ups/${made.id}`);
    expect(read.headers['cache-control']).toBe('no-store');
    expect(read.json()).toEqual({
      signUp: sent,
      form: { contactName: '李大红', mobile: '13900139000', partySize: 2 },
    });
    expect((await correct(a, made.id, { contactName: '李大红', mobile: '13900139000', partySize: 2 })).text).toBe(
      answer.text,
    );
    expect(await seats()).toEqual({ taken: 2, waiting: 0 });
  });

  test('fewer seats bring the head of the waitlist in at once', async () => {
    const [a, b, c] = people;
    const made = await a.signUp('e', 4);
    await b.signUp('e', 2);
    await c.signUp('e', 1);
    expect((await correct(a, made.id, { partySize: 2 })).json()).toMatchObject({
      signUp: { seats: 2, ticket: made.ticket },
    });
    expect(await b.only()).toMatchObject({ status: 'confirmed', seats: 2 });
    expect(await c.only()).toMatchObject({ status: 'waitlisted', position: 1 });
    expect((await b.inbox()).notices).toMatchObject([{ kind: 'promoted' }]);
    expect(await seats()).toEqual({ taken: 4, waiting: 1 });
  });

  test('a party at the head that gets smaller fits, and those behind it move on', async () => {
    const [a, b, c] = people;
    await a.signUp('e', 2);
    const waiting = await b.signUp('e', 3);
    await c.signUp('e', 1);
    expect((await correct(b, waiting.id, { partySize: 1 })).json()).toMatchObject({
      signUp: { status: 'confirmed', seats: 1 },
    });
    expect(await c.only()).toMatchObject({ status: 'confirmed' });
    expect(await seats()).toEqual({ taken: 4, waiting: 0 });
  });

  test('one behind the head stays behind it', async () => {
    const [a, b, c] = people;
    await a.signUp('e', 3);
    await b.signUp('e', 2);
    const last = await c.signUp('e', 2);
    expect((await correct(c, last.id, { partySize: 1 })).json()).toMatchObject({
      signUp: { status: 'waitlisted', seats: 1, position: 2, waitReason: 'behind' },
    });
    expect(await seats()).toEqual({ taken: 3, waiting: 2 });
  });

  test.each<[string, object, number, string, number, string]>([
    ['more seats', { partySize: 3 }, OPEN, '1', 409, 'more-seats'],
    ['the deadline', { partySize: 1 }, CLOSES, '1', 409, 'closed'],
    ['the start', { partySize: 1 }, STARTS, '1', 409, 'event-started'],
    ['another privacy text', { partySize: 1 }, OPEN, '2', 409, 'consent-outdated'],
    ['a form that is wrong', { mobile: '1' }, OPEN, '1', 400, 'invalid-input'],
    ['a field that the form does not have', { idCard: '1' }, OPEN, '1', 400, 'invalid-input'],
  ])('is refused for %s', async (_, form, at_, consent, status, code) => {
    const [a] = people;
    const made = await a.signUp('e', 2);
    now = at_;
    const answer = await correct(a, made.id, { partySize: 2, contactName: '别人', ...form }, consent);
    expect(answer.json()).toMatchObject({ status, code });
    expect((await a.ask('GET', `sign-ups/${made.id}`)).json()).toMatchObject({ form: { ...VISIT, partySize: 2 } });
    expect(await seats()).toEqual({ taken: 2, waiting: 0 });
  });

  test('is refused once it is cancelled, by either side', async () => {
    const [a, b] = people;
    const mine = await a.signUp('e', 2);
    const other = await b.signUp('e', 1);
    await a.cancel(mine.id);
    expect((await correct(a, mine.id, { partySize: 1 })).json()).toMatchObject({ status: 409, code: 'not-active' });
    await at.cancel('e');
    expect((await correct(b, other.id, { contactName: '别人' })).json()).toMatchObject({ code: 'event-cancelled' });
  });

  test('another’s is answered like one that is not there', async () => {
    const [a, b] = people;
    const made = await a.signUp('e');
    for (const method of ['GET', 'PATCH'] as const) {
      const ask = (id: string) =>
        b.ask(method, `sign-ups/${id}`, ...(method === 'PATCH' ? [{ consent: '1', form: VISIT }] : []));
      const answers = [await ask(made.id), await ask(randomUUID()), await ask('x')];
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(answers[0]?.json()).toMatchObject({ status: 404, code: 'sign-up-not-found' });
    }
  });

  test('corrections, cancellations and newcomers at once leave sound seats', async () => {
    const [a, b, c, d] = people;
    const [first, second] = [await a.signUp('e', 3), await b.signUp('e', 1)];
    await Promise.all([
      correct(a, first.id, { partySize: 1 }),
      correct(a, first.id, { partySize: 2 }),
      b.cancel(second.id),
      c.trySignUp('e', { partySize: 2 }),
      d.trySignUp('e', { partySize: 2 }),
    ]);
    const all = (await Promise.all(people.map((person) => person.only()))).flatMap((each) => each ?? []);
    const held = all.filter(({ status }) => status === 'confirmed').reduce((sum, each) => sum + each.seats, 0);
    const waiting = all.filter(({ status }) => status === 'waitlisted');
    expect(await seats()).toEqual({ taken: held, waiting: waiting.length });
    expect(held).toBeLessThanOrEqual(4);
    const head = waiting.find(({ position }) => position === 1);
    expect(held + (head?.seats ?? 5)).toBeGreaterThan(4);
  });
});
