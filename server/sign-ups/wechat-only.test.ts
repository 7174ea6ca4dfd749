import * as v from 'valibot';
import { SessionAnswerSchema } from '../../domain/account';
import type { TestApp } from '../testing/app';
import { OPEN, SIGN_UP } from '../testing/content';
import { ENGINES } from '../testing/database';
import { type FakeWechat, startFakeWechat } from '../testing/fake-wechat';
import { newParticipant, participantOf } from '../testing/participants';
import { openEvent } from '../testing/sign-up-event';
import { useTestServer } from '../testing/test-server';

describe.each(ENGINES)('微信账号报名 on %s', (engine) => {
  const testServer = useTestServer(engine);
  let wechat: FakeWechat;
  beforeEach(async () => {
    wechat = await startFakeWechat();
  });
  afterEach(() => wechat.close());

  test('an account of WeChat is taken, another one is refused until the switch is off', async () => {
    const at: TestApp = await testServer.openFresh({ now: () => OPEN, config: { wechat: wechat.config } });
    await openEvent(at, { wechatOnly: true });
    const { events } = await at.feed({ region: '540000' });
    expect(events[0]?.signUp).toMatchObject({ wechatOnly: true });
    const stranger = await newParticipant(at);
    expect((await stranger.trySignUp('e')).json()).toMatchObject({ status: 403, code: 'wechat-account-needed' });

    wechat.codes.set('c1', 'openid-of-wang');
    const payload = { kind: 'wechat', code: 'c1' };
    const opened = await at.ask({ method: 'POST', url: '/api/v1/sessions', payload });
    const { account, token } = v.parse(SessionAnswerSchema, opened.json());
    expect(await participantOf(at, account.id, token).signUp('e')).toMatchObject({ status: 'confirmed' });

    await openEvent(at);
    expect((await at.feed({ region: '540000' })).events[0]?.signUp).not.toHaveProperty('wechatOnly');
    expect(await stranger.signUp('e')).toMatchObject({ status: 'confirmed' });
  });

  test('a server that knows no mini-program does not take the switch', async () => {
    const at = await testServer.openFresh({ now: () => OPEN });
    const answer = await at.publish('e', { signUp: { ...SIGN_UP, wechatOnly: true } });
    expect(answer.json()).toMatchObject({
      code: 'invalid-input',
      errors: [{ path: 'signUp.wechatOnly', code: 'wechat-off' }],
    });
  });
});
