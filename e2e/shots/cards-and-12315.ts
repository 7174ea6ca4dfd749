import campaign from '../../server/content/2025/campaign.json';
import type { AppDriver } from '../../mini-program-host/driver';
import type { Shot } from './shot';

/** The card carries its name once it is drawn. */
async function drawn(app: AppDriver, text: string, design: string): Promise<void> {
  await app.page.locator(`[aria-label$="：${text}。${design}卡片"]`).waitFor();
}

/** A board takes the card's format when it is drawn on. */
async function drawnSquare(app: AppDriver): Promise<void> {
  await app.page.locator('#slogan-card canvas').evaluate(
    (node) =>
      new Promise<void>((resolve) => {
        const board = node as HTMLCanvasElement;
        const look = (): void => {
          if (board.width === board.height) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

/** Leafs to a slogan and chooses a design for it. */
async function toCard(app: AppDriver, slogan: number, design: string): Promise<void> {
  // The picture of WeChat's stand-in is a plain square: the address's code takes its place, as it does without a network.
  await app.page.route('**/api/v1/mini-program-code?*', (route) => route.abort());
  await app.tap('口号卡片');
  await app.waitText('1 / 11');
  for (let leaf = 0; leaf < slogan; leaf += 1) await app.tap('下一条');
  await app.tap(design);
  await drawn(app, [campaign.theme, ...campaign.slogans][slogan] ?? '', design);
}

async function to12315(app: AppDriver): Promise<void> {
  await app.tap('12315');
  await app.waitText('您现在想怎么办？');
}

async function toComplaint(app: AppDriver): Promise<void> {
  await to12315(app);
  await app.tap('让商家解决我的问题');
  await app.tap('是，我自己遇到的');
  await app.tap('自己或家里用');
  await app.waitText('这件事可以投诉');
}

/** Slogan cards and the way to 12315. */
export const CARDS_AND_12315: readonly Shot[] = [
  { name: 'card-solemn', go: (app) => toCard(app, 0, '庄重红') },
  { name: 'card-light', go: (app) => toCard(app, 3, '素雅') },
  { name: 'card-paper-cut', go: (app) => toCard(app, 1, '剪纸') },
  {
    name: 'card-poster-square',
    go: async (app) => {
      await toCard(app, 2, '大字');
      await app.tap('方形');
      await drawnSquare(app);
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
      await app.fill('经过', '买的电饭煲用了两次就不通电，商家不肯退换。');
    },
  },
];
