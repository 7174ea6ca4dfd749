import type { AppDriver } from '../driver';
import type { Shot } from './shot';

async function toCards(app: AppDriver): Promise<void> {
  await app.tap('口号卡片');
  await app.waitText('1 / 11');
}

async function to12315(app: AppDriver): Promise<void> {
  await app.tap('12315');
  await app.waitText('你现在想怎么办？');
}

async function toComplaint(app: AppDriver): Promise<void> {
  await to12315(app);
  await app.tap('让商家解决我的问题');
  await app.tap('是，我自己遇到的');
  await app.tap('自己或家里用');
  await app.waitText('这件事走“投诉”');
}

/** Slogan cards and the way to 12315. */
export const CARDS_AND_12315: readonly Shot[] = [
  { name: 'card-solemn', go: toCards },
  {
    name: 'card-paper-cut',
    go: async (app) => {
      await toCards(app);
      await app.tap('下一条');
      await app.tap('剪纸');
    },
  },
  {
    name: 'card-poster-square',
    go: async (app) => {
      await toCards(app);
      await app.tap('下一条');
      await app.tap('下一条');
      await app.tap('大字');
      await app.tap('方形');
    },
  },
  {
    name: 'card-light',
    go: async (app) => {
      await toCards(app);
      await app.tap('素雅');
    },
  },
  { name: '12315', go: to12315 },
  { name: '12315-complaint', go: toComplaint },
  {
    name: '12315-draft',
    go: async (app) => {
      await toComplaint(app);
      await app.tap('写投诉草稿');
      await app.fill('对方名称', '某某电器商店');
      await app.fill('事情经过', '买的电饭煲用了两次就不通电，商家不肯退换。');
    },
  },
];
