import type { AppDriver } from '../driver';
import { dayFromNow } from '../event-fixture';
import { newOtherUser, openTerms, waitTaken } from '../other-user';
import { comeBack, fillVisit, type SignUpServer } from '../sign-up-server';
import type { Shot } from './shot';

const VISIT = 'visit-to-a-laboratory';

async function toForm(app: AppDriver, at: SignUpServer): Promise<void> {
  await at.publish(VISIT, { title: '走进计量实验室：看一把秤怎么检定', day: dayFromNow(2) });
  await app.restart({ path: `packages/event/index?id=${VISIT}` });
  await app.tap('立即报名');
  await app.waitText('联系人姓名');
}

async function toTicket(app: AppDriver, at: SignUpServer): Promise<void> {
  await toForm(app, at);
  await fillVisit(app);
  await app.tap('我已阅读并同意《报名隐私说明》');
  await app.tap('提交报名');
  await app.waitText('入场时出示这个二维码');
}

/** Waits in a queue of its own; what comes back gives the seat free. */
async function toQueue(app: AppDriver, at: SignUpServer): Promise<() => Promise<void>> {
  const id = `full-${crypto.randomUUID()}`;
  await at.publish(id, { title: '特种设备检验体验日', day: dayFromNow(3), signUp: openTerms({ capacity: 1 }) });
  const stranger = await newOtherUser(at.testServer);
  const theirs = await stranger.signUp(id);
  await waitTaken(at.testServer, id, 1);
  await app.restart({ path: `packages/event/index?id=${id}` });
  await app.tap('已满，排队候补');
  await fillVisit(app);
  await app.tap('我已阅读并同意《报名隐私说明》');
  await app.tap('提交候补');
  await app.waitText('确认之前请勿前往');
  return () => stranger.cancel(theirs.id);
}

/** From the form to the inbox. */
export const TAKING_PART: readonly Shot[] = [
  { name: 'sign-up', go: toForm },
  {
    name: 'sign-up-errors',
    go: async (app, at) => {
      await toForm(app, at);
      await app.tap('提交报名');
      await app.waitText('还有 3 项要填写或修改');
    },
  },
  {
    name: 'sending',
    go: async (app, at) => {
      await toForm(app, at);
      await fillVisit(app);
      await app.tap('我已阅读并同意《报名隐私说明》');
      await app.setOffline(true);
      await app.tap('提交报名');
      await app.waitText('没有网络，报名还没有发出去');
    },
  },
  { name: 'ticket', go: toTicket },
  {
    name: 'waitlist',
    go: async (app, at) => {
      await toQueue(app, at);
    },
  },
  {
    name: 'inbox',
    go: async (app, at) => {
      const free = await toQueue(app, at);
      await free();
      await comeBack(app);
      await app.waitText('入场时出示这个二维码');
      await app.restart({ path: 'packages/inbox/index' });
      await app.waitText('候补成功，已为您确认名额');
    },
  },
  {
    name: 'mine-tickets',
    go: async (app, at) => {
      await toTicket(app, at);
      await app.restart();
      await app.switchTab('我的');
      await app.waitText('即将参加');
    },
  },
  {
    name: 'home-ticket',
    go: async (app, at) => {
      await toTicket(app, at);
      await app.restart();
      await app.waitText('我的下一场活动');
    },
  },
  {
    name: 'privacy',
    go: async (app) => {
      await app.restart({ path: 'packages/privacy/index' });
      await app.waitText('收集什么');
    },
  },
];
