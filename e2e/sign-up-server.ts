/** A server with WeChat's stand-in beside it, and people who sign up at it, on either target. */
import { startFakeWechat } from '../server/testing/fake-wechat';
import type { AppDriver } from './driver';
import { type EventPart, publishOne } from './event-fixture';
import { openTerms } from './other-user';
import { type OpenOptions, type TestServer, startTestServer, type TargetName } from './test-server';

export const LHASA = { code: '540102', name: '拉萨市城关区' };

export interface SignUpServer {
  readonly testServer: TestServer;
  /** Publishes an event that takes sign-ups. */
  publish(id: string, part: EventPart): Promise<void>;
  /** The app of somebody who never signed up for anything. */
  open(target: TargetName, options?: OpenOptions): Promise<AppDriver>;
  /** The same, open at an event. */
  openAt(target: TargetName, eventId: string, options?: OpenOptions): Promise<AppDriver>;
  stop(): Promise<void>;
}

export async function startSignUpServer(): Promise<SignUpServer> {
  const wechat = await startFakeWechat();
  const testServer = await startTestServer(wechat.environment);
  let people = 0;
  const open: SignUpServer['open'] = (target, options = {}) => {
    people += 1;
    const code = `code-of-person-${people}`;
    wechat.codes.set(code, `person-${people}`);
    return testServer.open(target, { region: LHASA, answers: { login: { code } }, ...options });
  };
  return {
    testServer,
    open,
    publish: (id, part) => publishOne(testServer, id, { signUp: openTerms(), ...part }),
    openAt: async (target, eventId, options = {}) => {
      const app = await open(target, options);
      await app.waitText(/更新于 \d\d:\d\d/);
      await app.restart({ path: `packages/event/index?id=${eventId}` });
      return app;
    },
    stop: async () => {
      await testServer.stop();
      await wechat.close();
    },
  };
}

export async function fillVisit(on: AppDriver, name = '扎西'): Promise<void> {
  await on.fill('联系人姓名', name);
  await on.fill('手机号', '13800138000');
}

/** From an open event to the ticket, as somebody who has agreed to nothing yet. */
export async function signUpForVisit(on: AppDriver, name?: string): Promise<void> {
  await on.tap('立即报名');
  await fillVisit(on, name);
  await on.tap('我已阅读并同意《报名隐私说明》');
  await on.tap('提交报名');
  await on.waitText('入场时出示这个二维码');
}

/** Taps a question's answer, and waits until the question is gone. */
export async function answerDialog(on: AppDriver, question: string, answer: 'yes' | 'no'): Promise<void> {
  await on.tap(answer === 'yes' ? 'css=.dialog__button--yes, .e-confirm' : 'css=.dialog__button--no, .e-cancel');
  await on.waitGone(question);
}

export async function comeBack(on: AppDriver): Promise<void> {
  await on.background();
  await on.foreground();
}
