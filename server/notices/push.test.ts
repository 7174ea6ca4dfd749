import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { SessionAnswerSchema } from '../../domain/account';
import { pushGrant, pushMessage } from '../db/account-schema';
import { ENCRYPTOR, type TestApp } from '../testing/app';
import { OPEN, SIGN_UP } from '../testing/content';
import { ENGINES } from '../testing/database';
import { newParticipant, participantOf, type Participant } from '../testing/participants';
import { useTestServer } from '../testing/test-server';
import { startFakeWechat, type FakeWechat } from '../testing/fake-wechat';
import { WechatApi } from '../wechat/wechat-api';
import { sendDue } from './push-outbox';
import type { MessageTemplate } from './templates';
import { WechatSender } from './wechat-sender';

const TEMPLATES: readonly MessageTemplate[] = [
  { id: 'seat', kinds: ['promoted'], fields: { thing1: 'title', phrase2: 'note' } },
  {
    id: 'news',
    kinds: ['event-cancelled', 'changed'],
    fields: { thing1: 'title', time2: 'time', thing3: 'venue', thing4: 'note' },
  },
];

describe.each(ENGINES)('messages on %s', (engine) => {
  const testServer = useTestServer(engine);
  let wechat: FakeWechat;
  let at: TestApp;
  let now: number;
  beforeEach(async () => {
    now = OPEN;
    wechat = await startFakeWechat();
    const config = { wechat: wechat.config, messageTemplates: TEMPLATES };
    at = await testServer.openFresh({ now: () => now, config });
    await at.publish('e', { signUp: { ...SIGN_UP, capacity: 1 } });
  });
  afterEach(async () => {
    await wechat.close();
  });

  let logins = 0;
  const wang = async (): Promise<Participant> => {
    logins += 1;
    const code = `code-${logins}`;
    wechat.codes.set(code, `openid-${logins}`);
    const opened = await at.ask({ method: 'POST', url: '/api/v1/sessions', payload: { kind: 'wechat', code } });
    const { token, account } = v.parse(SessionAnswerSchema, opened.json());
    return participantOf(at, account.id, token);
  };
  const grant = (person: Participant, ...templates: string[]) => person.ask('POST', 'messages/grants', { templates });
  const sender = () => new WechatSender(new WechatApi(wechat.config, () => now, 200));
  const send = (by = sender()) =>
    sendDue({ db: testServer.database.db, now: () => now, encryptor: ENCRYPTOR, templates: TEMPLATES, sender: by });
  const states = async (): Promise<string[]> =>
    (await testServer.database.db.select({ state: pushMessage.state }).from(pushMessage)).map(({ state }) => state);
  const retitle = (title: string) => at.publish('e', { title, signUp: { ...SIGN_UP, capacity: 1 } });

  test('what can be asked for, the most important first', async () => {
    expect((await at.ask('/api/v1/messages')).json()).toEqual({
      templates: [
        { id: 'news', kinds: ['event-cancelled', 'changed'] },
        { id: 'seat', kinds: ['promoted'] },
      ],
    });
  });

  test('one consent is one message, filled in and sent to the right person', async () => {
    const person = await wang();
    await person.signUp('e');
    expect((await grant(person, 'news', 'unknown')).status).toBe(204);
    await retitle('一个比微信允许的二十个字还要长出来不少的活动题目');
    await retitle('又改了');
    expect(await send()).toBe(1);
    expect(wechat.sent).toEqual([
      {
        touser: `openid-${logins}`,
        template_id: 'news',
        page: 'packages/inbox/index',
        data: {
          thing1: { value: '又改了' },
          time2: { value: '2026年09月10日 14:00' },
          thing3: { value: '文化活动中心' },
          thing4: { value: '场次信息有变化，请查看' },
        },
      },
    ]);
    expect((await person.inbox()).notices).toHaveLength(2);
    expect(await states()).toEqual(['sent']);
    expect(await send()).toBe(0);
    expect((await person.ask('GET', 'me')).json()).toMatchObject({ account: { openid: `openid-${logins}` } });
  });

  test('consents add up, each template its own, up to a limit', async () => {
    const person = await wang();
    for (let count = 0; count < 25; count += 1) await grant(person, 'news', 'news', 'seat');
    expect(await testServer.database.db.select().from(pushGrant).where(eq(pushGrant.accountId, person.id))).toEqual(
      expect.arrayContaining([
        { accountId: person.id, templateId: 'news', left: 20 },
        { accountId: person.id, templateId: 'seat', left: 20 },
      ]),
    );
  });

  test('a promotion goes by its own template, and leaves the others', async () => {
    const [first, waiting] = [await wang(), await wang()];
    const held = await first.signUp('e');
    await waiting.signUp('e');
    await grant(waiting, 'news', 'seat');
    await first.cancel(held.id);
    await at.cancel('e', '场地检修');
    expect(await send()).toBe(2);
    expect(wechat.sent.map(({ template_id: id }) => id).sort()).toEqual(['news', 'seat']);
  });

  test('without a consent, and for a browser’s account: the inbox only', async () => {
    const [person, browser] = [await wang(), await newParticipant(at)];
    await person.signUp('e');
    await browser.signUp('e');
    await grant(browser, 'news');
    await retitle('新题目');
    await send();
    expect(wechat.sent).toEqual([]);
    expect(await states()).toEqual(['dead']);
    for (const each of [person, browser]) expect((await each.inbox()).notices).toHaveLength(1);
  });

  describe('when WeChat', () => {
    let person: Participant;
    beforeEach(async () => {
      person = await wang();
      await person.signUp('e');
      await grant(person, 'news');
      await retitle('新题目');
    });

    test.each([
      ['is busy', -1],
      ['answers with a page', 'page'],
      ['does not answer', 'silence'],
    ] as const)('%s: later again, ever later, and then it arrives', async (_, trouble) => {
      const by = sender();
      wechat.instead.push(trouble, trouble);
      expect(await send(by)).toBe(1);
      expect(await send(by)).toBe(0);
      now += 30_000;
      expect(await send(by)).toBe(1);
      now += 30_000;
      expect(await send(by)).toBe(0);
      now += 30_000;
      expect(await send(by)).toBe(1);
      expect([wechat.sent.length, await states()]).toEqual([1, ['sent']]);
    });

    test('no longer takes the access token: a new one is asked for at once', async () => {
      const by = sender();
      await send(by);
      wechat.tokens.push('another-process-asked-for-one');
      await grant(person, 'news');
      await retitle('又改了');
      await send(by);
      expect([wechat.sent.length, await states()]).toEqual([2, ['sent', 'sent']]);
    });

    test('says that the person refuses: given up at once', async () => {
      const by = sender();
      // So that the next thing asked for is the message, and not a token.
      await by.send({ openid: 'warm-up', templateId: 'news', data: {} });
      wechat.instead.push(43101);
      await send(by);
      expect(await states()).toEqual(['dead']);
      now += 3_600_000;
      expect(await send(by)).toBe(0);
    });

    test('never comes back: given up in the end, and the notice stays', async () => {
      await wechat.close();
      for (let tries = 0; tries < 12; tries += 1) {
        await send();
        now += 3_600_000 * 2;
      }
      const [message] = await testServer.database.db.select().from(pushMessage);
      expect(message).toMatchObject({ state: 'dead', attempts: 8, lastError: 'unreachable' });
      expect((await person.inbox()).notices).toHaveLength(1);
    });

    test('is being told by two processes at once: one message', async () => {
      await Promise.all([send(), send(), send()]);
      expect(wechat.sent).toHaveLength(1);
    });
  });

  test('nothing set up: nothing is offered or sent, and the inbox works', async () => {
    const plain = await testServer.openFresh({ now: () => now });
    await plain.publish('e', { signUp: SIGN_UP });
    expect((await plain.ask('/api/v1/messages')).json()).toEqual({ templates: [] });
    const person = await newParticipant(plain);
    await person.signUp('e');
    expect((await person.ask('POST', 'messages/grants', { templates: ['news'] })).status).toBe(204);
    await plain.cancel('e');
    expect((await person.inbox()).notices).toHaveLength(1);
    expect(await states()).toEqual([]);
  });
});
