import { readFileSync } from 'node:fs';
import campaign from '../server/content/2025/campaign.json';
import { type CardPicture, decodePng, clippedOf, difference, faultsOf, inksOf, LOOKS, readCode } from './card-picture';
import type { AppDriver, EngineDriver } from '../mini-program-host/driver';
import { sampleCampaignId } from './event-fixture';
import { TARGETS } from './test-server';
import { useTestServer } from './use-test-server';
import { dragFinger } from '../mini-program-host/touch';

const WEB = 'https://quality.example.cn';
const TEXTS = [campaign.theme, ...campaign.slogans];
const KEYS = ['theme', ...campaign.slogans.map((_, index) => String(index + 1))];
const DESIGNS = [
  ['庄重红', 'solemn'],
  ['素雅', 'light'],
  ['剪纸', 'paper-cut'],
  ['大字', 'poster'],
] as const;

const testServer = useTestServer({ WEB_ADDRESS: WEB });

const isWeapp = (driver: AppDriver): driver is EngineDriver => driver.target === 'weapp';

/** Where the code of a card leads. */
function addressOf(driver: AppDriver, card: string, design: string): string {
  const web = isWeapp(driver) ? WEB : testServer.origin;
  return `${web}/#/packages/slogans/index?campaign=${sampleCampaignId()}&card=${card}&design=${design}`;
}

async function openCards(driver: AppDriver): Promise<void> {
  await driver.waitText(/更新于 \d\d:\d\d/);
  await driver.tap('口号卡片');
  await driver.waitText('1 / 11');
  await drawn(driver, '活动主题', TEXTS[0] ?? '', '庄重红');
}

/** The drawing area says in words what stands on it: with those the card is there. */
async function drawn(driver: AppDriver, label: string, text: string, design: string): Promise<void> {
  await driver.page.locator(`[aria-label="${label}：${text}。${design}卡片"]`).waitFor();
}

interface Seen {
  /** The whole card at half its size, which is enough to judge its type by. */
  readonly card: CardPicture;
  /** The corner with its code, in every pixel. */
  readonly corner: CardPicture;
}

/** What is on the board now. */
async function seen(driver: AppDriver, side: 'left' | 'right'): Promise<Seen> {
  const urls = await driver.page.locator('#slogan-card canvas').evaluate((node, at) => {
    const board = node as HTMLCanvasElement;
    const part = (left: number, top: number, width: number, height: number, scale: number): string => {
      const copy = document.createElement('canvas');
      copy.width = width * scale;
      copy.height = height * scale;
      copy.getContext('2d')?.drawImage(board, left, top, width, height, 0, 0, copy.width, copy.height);
      return copy.toDataURL('image/png');
    };
    const { width, height } = board;
    const side = width / 3;
    return {
      card: part(0, 0, width, height, 0.5),
      corner: part(at === 'left' ? 0 : width - side, height - side, side, side, 1),
    };
  }, side);
  const pictureOf = (url: string): CardPicture => decodePng(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  return { card: pictureOf(urls.card), corner: pictureOf(urls.corner) };
}

/** Taps 保存图片; the file that the person then has. */
async function keep(driver: AppDriver): Promise<Buffer> {
  if (isWeapp(driver)) {
    const before = (await driver.album()).length;
    await driver.tap('保存图片');
    await driver.waitText('已保存到相册');
    const album = await driver.album();
    expect(album).toHaveLength(before + 1);
    return album.at(-1) ?? Buffer.alloc(0);
  }
  const [download] = await Promise.all([driver.page.waitForEvent('download'), driver.tap('保存图片')]);
  await driver.waitText('图片已下载');
  expect(download.suggestedFilename()).toMatch(/^质量月-2025-.+\.png$/);
  return readFileSync(await download.path());
}

async function swipe(driver: AppDriver, way: 'left' | 'right'): Promise<void> {
  const box = await driver.page.locator('#slogan-card').boundingBox();
  if (box === null) throw new Error('there is no card');
  const y = box.y + box.height / 2;
  const [near, far] = [box.x + box.width * 0.2, box.x + box.width * 0.8];
  await dragFinger(
    driver.page,
    { x: way === 'left' ? far : near, y },
    { x: way === 'left' ? near : far, y },
    async () => {
      // The finger rests before it leaves: after a fling the browser takes the next tap for one that stops it.
      await driver.page.waitForTimeout(150);
    },
  );
}

describe.each(TARGETS)('%s', (target) => {
  test('from home to the cards: leafing, another design and format, and the picture is kept', async () => {
    const app = await testServer.open(target);
    await openCards(app);
    expect(await app.text()).toContain('主题和口号由官方于 2025 年发布');

    await swipe(app, 'left');
    await app.waitText('2 / 11');
    await swipe(app, 'left');
    await app.waitText('3 / 11');
    await swipe(app, 'right');
    await app.waitText('2 / 11');
    // Twice in a row, faster than a card is drawn.
    await app.tap('上一条');
    await app.tap('上一条');
    await app.waitText('11 / 11');
    await app.tap('剪纸');
    await drawn(app, '活动口号', TEXTS[10] ?? '', '剪纸');

    const portrait = decodePng(await keep(app));
    expect([portrait.width, portrait.height]).toEqual([1080, 1440]);
    expect(readCode(portrait)).toBe(addressOf(app, '10', 'paper-cut'));

    await app.tap('方形');
    await app.tap('下一条');
    await drawn(app, '活动主题', TEXTS[0] ?? '', '剪纸');
    const square = decodePng(await keep(app));
    expect([square.width, square.height]).toEqual([1080, 1080]);
    expect(readCode(square)).toBe(addressOf(app, 'theme', 'paper-cut'));
    expect(await app.errors()).toEqual([]);
  });

  test('a link to cards that are not there says so, and this year’s begin with the first', async () => {
    const place = 'card=3&design=light';
    const app = await testServer.open(target, { region: null, path: `packages/slogans/index?campaign=1999&${place}` });
    await app.waitText('没有找到链接里的那组卡片，下面是 2025 年的');
    await drawn(app, '活动主题', TEXTS[0] ?? '', '素雅');
    await app.waitText('1 / 11');
    await app.restart({ path: `packages/slogans/index?campaign=${sampleCampaignId()}&${place}` });
    await drawn(app, '活动口号', TEXTS[3] ?? '', '素雅');
    expect(await app.text()).not.toContain('没有找到');
    expect(await app.errors()).toEqual([]);
  });
});

// With the fonts of a real browser, once: both targets draw by the same code, and that it never overlaps or leaves the sheet
// whatever the text and the format is a property of it (src/features/slogans/drawing/drawing.test.ts).
test('every text in every design stands whole on its card', async () => {
  const app = await testServer.open('h5');
  await openCards(app);
  for (const [at, [design, name]] of DESIGNS.entries()) {
    await app.tap(at % 2 === 0 ? '方形' : '竖版');
    const look = LOOKS[design];
    if (look === undefined) throw new Error(`no look of ${design}`);
    await app.tap(design);
    const pictures: CardPicture[] = [];
    for (const [index, text] of TEXTS.entries()) {
      await drawn(app, index === 0 ? '活动主题' : '活动口号', text, design);
      const { card, corner } = await seen(app, look.code);
      expect(readCode(corner)).toBe(addressOf(app, KEYS[index] ?? '', name));
      pictures.push(card);
      await app.page.locator('[aria-label="下一条"]').tap();
    }
    const inks = inksOf(pictures, look);
    const faults = inks.map((ink, index) => faultsOf(ink, TEXTS[index] ?? '', look));
    expect({ design, faults }).toEqual({ design, faults: TEXTS.map(() => []) });
    // The eye that judges is not blind: an emptied card and a clipped one are found out.
    for (const [index, ink] of inks.entries()) {
      const text = TEXTS[index] ?? '';
      expect(faultsOf({ ...ink, marks: ink.marks.map(() => 0) }, text, look)).toEqual(['no text']);
      for (const part of clippedOf(ink)) expect(faultsOf(part, text, look)).not.toEqual([]);
    }
    inks.forEach((one, index) => {
      for (const other of inks.slice(index + 1)) expect(difference(one, other)).toBeGreaterThan(0.15);
    });
  }
});
