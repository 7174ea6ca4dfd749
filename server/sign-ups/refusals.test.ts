import { importCampaign } from '../content/import-campaign';
import type { TestApp } from '../testing/app';
import { campaignOf, OPEN, PROGRAMME, STARTS } from '../testing/content';
import { ENGINES } from '../testing/database';
import { newParticipant } from '../testing/participants';
import { openEvent } from '../testing/sign-up-event';
import { useTestServer } from '../testing/test-server';

describe.each(ENGINES)('refused sign-ups on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  beforeEach(async () => {
    now = OPEN;
    at = await testServer.openFresh({ now: () => now });
  });

  describe('rule 7: typed refusals', () => {
    test.each([
      ['before opening', Date.UTC(2026, 8, 1, 0, 59, 59), {}, 'not-open'],
      ['at closing', Date.UTC(2026, 8, 9, 10), {}, 'closed'],
      ['an outdated consent', OPEN, { consent: 'old' }, 'consent-outdated'],
    ])('%s', async (_, when, change, code) => {
      await openEvent(at);
      const a = await newParticipant(at);
      now = when;
      expect((await a.trySignUp('e', change)).json()).toMatchObject({ status: 409, code });
    });

    test('no such event, one removed, one without sign-up, one cancelled', async () => {
      await at.publish('gone');
      await at.remove('gone');
      await at.publish('plain');
      await openEvent(at);
      await at.cancel('e');
      const a = await newParticipant(at);
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
      await openEvent(at);
      const a = await newParticipant(at);
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
      await openEvent(at, { capacity: 3, maxParty: 4 });
      const a = await newParticipant(at);
      expect((await a.trySignUp('e', { partySize: 5 })).json()).toMatchObject({
        errors: [{ path: 'form.partySize', code: 'party-too-large' }],
      });
      expect((await a.trySignUp('e', { partySize: 4 })).json()).toMatchObject({
        status: 400,
        errors: [{ path: 'form.partySize', code: 'party-too-large' }],
      });
    });

    test('that it is too late comes before what is wrong with the form', async () => {
      await openEvent(at);
      const a = await newParticipant(at);
      now = STARTS;
      expect((await a.trySignUp('e', { form: {} })).json()).toMatchObject({ code: 'closed' });
    });

    test('a body that is none', async () => {
      const a = await newParticipant(at);
      expect(
        (await a.ask('POST', 'sign-ups', { id: 'x', eventId: '/', consent: '', form: [], more: 1 })).json(),
      ).toMatchObject({
        status: 400,
        code: 'invalid-input',
      });
    });
  });

  test('the privacy text that holds is the campaign’s of now', async () => {
    await openEvent(at);
    const changed = campaignOf('open', { consent: { version: '2' } });
    await testServer.database.db.transaction((tx) => importCampaign(tx, changed, PROGRAMME));
    const a = await newParticipant(at);
    expect((await a.trySignUp('e', { consent: '1' })).json()).toMatchObject({ code: 'consent-outdated' });
    expect((await a.trySignUp('e', { consent: '2' })).status).toBe(201);
  });
});
