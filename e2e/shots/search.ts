import type { Shot } from './shot';

/** Ways to find an event. */
export const FINDING: readonly Shot[] = [
  {
    name: 'month',
    go: async (app) => {
      await app.switchTab('日历');
      await app.tap('css=.month__handle');
      await app.tap('下个月');
      await app.tap('css=.day:not(.day--outside) >> nth=9');
    },
  },
  {
    name: 'filters',
    go: async (app) => {
      await app.switchTab('日历');
      await app.tap('筛选');
      await app.tap('css=.sheet [aria-label^="公众"]');
      await app.tap('css=.sheet [aria-label^="可报名"]');
      await app.tap('css=.sheet [aria-label^="开放日"]');
    },
  },
  {
    name: 'search',
    go: async (app) => {
      await app.switchTab('日历');
      await app.tap('搜索活动');
      await app.fill('搜索活动、地点、主办单位', 'kfr');
    },
  },
  {
    name: 'nearby',
    go: async (app) => {
      await app.restart({ path: 'packages/nearby/index' });
      await app.waitText('驻地为起点');
      // The engine has no map: a phone never shows the list of pins that stands for it.
      await app.page.addStyleTag({ content: '.pin-map { display: none }' });
    },
  },
  {
    name: 'following',
    go: async (app) => {
      for (const id of ['sample-001', 'sample-004', 'sample-009']) {
        await app.restart({ path: `packages/event/index?id=${id}` });
        await app.tap('关注');
        await app.waitText('已关注');
      }
      await app.restart();
      await app.switchTab('我的');
      await app.waitText('关注的活动');
    },
  },
];
