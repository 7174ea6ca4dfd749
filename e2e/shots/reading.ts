import type { Shot } from './shot';

/** What there is to read: home, the programme, an event, earlier years. */
export const READING: readonly Shot[] = [
  { name: 'welcome', go: (app) => app.waitText('全国活动'), fresh: true },
  { name: 'home', go: () => Promise.resolve() },
  {
    name: 'calendar',
    go: async (app) => {
      await app.switchTab('日历');
      await app.waitText('按日期');
    },
  },
  {
    name: 'programme',
    go: async (app) => {
      await app.tap('活动方案');
      await app.waitText('国市监质发〔2025〕77号');
    },
  },
  {
    name: 'paragraph',
    go: async (app) => {
      await app.tap('活动方案');
      await app.tap('促进质量社会共治');
      await app.waitText('民用“三表”计量科普宣传活动');
    },
  },
  {
    name: 'event',
    go: async (app) => {
      await app.restart({ path: 'packages/event/index?id=sample-001' });
      await app.waitText('依据');
    },
  },
  {
    name: 'event-cancelled',
    go: async (app, at) => {
      await at.testServer.publish('POST', 'events/sample-002/cancel', { reason: '场馆检修，改期另行通知' });
      await app.background();
      await app.foreground();
      await app.restart({ path: 'packages/event/index?id=sample-002' });
      await app.waitText('这场活动已取消');
    },
  },
  {
    name: 'mine',
    go: async (app) => {
      await app.switchTab('我的');
      await app.waitText('我的地区');
    },
  },
  {
    name: 'report',
    go: async (app) => {
      await app.restart({ path: 'packages/report/index?event=sample-001' });
      await app.fill('发生了什么', '入口处的人说要先交 20 元材料费才能进。');
    },
  },
  {
    name: 'region',
    go: async (app) => {
      await app.restart({ path: 'packages/region/index' });
      await app.waitText('选定后显示该地区');
    },
  },
  {
    name: 'archive',
    go: async (app) => {
      await app.restart({ path: 'packages/archive/index?campaign=2025' });
      await app.waitText('人人创造质量 人人享受质量');
    },
  },
  {
    name: 'about',
    go: async (app) => {
      await app.restart({ path: 'packages/about/index' });
      await app.waitText('自愿，不收费');
    },
  },
  {
    name: 'offline',
    go: async (app) => {
      await app.setOffline(true);
      await app.restart();
      await app.waitText('当前没有网络');
    },
  },
];
