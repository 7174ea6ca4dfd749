import campaign from '../server/content/2025/campaign.json';
import { colourOf } from '../server/testing/code-picture';
import { waitUntil } from '../server/testing/wait-until';
import { startFakeWechat, type FakeWechat } from '../server/testing/fake-wechat';
import { type CardPicture, decodePng, readCode } from './card-picture';
import type { AppDriver, EngineDriver } from './driver';
import { sampleCampaignId } from './event-fixture';
import { type TestServer, startTestServer } from './test-server';
import { browsersOfFile } from './use-test-server';

const WEB = 'https://quality.example.cn';
const SOON_MS = 15_000;
const SCENE = `${sampleCampaignId()}/3/light`;
/** As WeChat opens it when the code is scanned. */
const SCANNED = `packages/slogans/index?scene=${encodeURIComponent(SCENE)}`;
/** Where the code of 素雅 stands on an upright card, in units of 1/360 of its width. */
const TILE = { left: 30, top: 480 - 30 - 66, side: 66 };

let wechat: FakeWechat;
let testServer: TestServer;
let app: EngineDriver | undefined;

beforeAll(async () => {
  wechat = await startFakeWechat();
  testServer = await startTestServer({ ...wechat.environment, WEB_ADDRESS: WEB });
});
afterEach(async () => {
  await app?.close();
  app = undefined;
});
afterAll(async () => {
  await testServer.stop();
  await wechat.close();
});
const browserOf = browsersOfFile();

const isWeapp = (driver: AppDriver): driver is EngineDriver => driver.target === 'weapp';

async function openScanned(): Promise<EngineDriver> {
  const driver = await testServer.open('weapp', { browser: await browserOf('weapp'), region: null, path: SCANNED });
  if (!isWeapp(driver)) throw new Error('not the mini-program');
  app = driver;
  await driver.page.locator(`[aria-label="活动口号：${campaign.slogans[2] ?? ''}。素雅卡片"]`).waitFor();
  return driver;
}

async function keep(driver: EngineDriver): Promise<CardPicture> {
  await driver.tap('保存图片');
  await driver.waitText('已保存到相册');
  return decodePng((await driver.album()).at(-1) ?? Buffer.alloc(0));
}

/** Red, green and blue at a place in the code's tile, from 0 to 1. */
function colourIn({ data, width }: CardPicture, x: number, y: number): number[] {
  const scale = width / 360;
  const column = Math.round((TILE.left + TILE.side * x) * scale);
  const row = Math.round((TILE.top + TILE.side * y) * scale);
  return [...data.subarray((row * width + column) * 4).subarray(0, 3)];
}

/** The colour of one pixel of the board, as it is seen. */
const seenColour = (driver: EngineDriver): Promise<number[]> =>
  driver.page.locator('#slogan-card canvas').evaluate((node, { left, top, side }) => {
    const board = node as HTMLCanvasElement;
    const scale = board.width / 360;
    const at = [(left + side / 2) * scale, (top + side / 2) * scale] as const;
    return [...(board.getContext('2d')?.getImageData(...at, 1, 1).data ?? [])].slice(0, 3);
  }, TILE);

/** Until WeChat's picture is on the card. */
const coded = (driver: EngineDriver): Promise<true> =>
  waitUntil(async () => {
    const seen = await seenColour(driver);
    return seen.join() === colourOf(SCENE).join() ? true : undefined;
  }, SOON_MS);

test('the scanned code lands on its card, which carries WeChat’s code; leafing on, each card has its own', async () => {
  const driver = await openScanned();
  await coded(driver);
  const kept = await keep(driver);
  for (const x of [0.1, 0.5, 0.9]) {
    for (const y of [0.1, 0.5, 0.9]) expect(colourIn(kept, x, y)).toEqual([...colourOf(SCENE)]);
  }
  // Light all around, where WeChat's picture ends.
  for (const [x, y] of [
    [0.01, 0.5],
    [0.99, 0.5],
    [0.5, 0.01],
    [0.5, 0.99],
  ] as const) {
    expect(colourIn(kept, x, y)).toEqual([255, 255, 255]);
  }
  expect(readCode(kept)).toBeNull();

  await driver.tap('下一条');
  const next = SCENE.replace('/3/', '/4/');
  await waitUntil(() => Promise.resolve(wechat.scenes.includes(next) ? true : undefined), SOON_MS);
  const asked = wechat.scenes.length;
  await driver.tap('上一条');
  await coded(driver);
  expect(wechat.scenes).toHaveLength(asked);
  expect(await driver.errors()).toEqual([]);
});

test('without a network the card is there all the same, with the address as its code', async () => {
  const driver = await openScanned();
  await coded(driver);
  await driver.setOffline(true);
  await driver.tap('大字');
  await driver.page.locator(`[aria-label="活动口号：${campaign.slogans[2] ?? ''}。大字卡片"]`).waitFor();
  const address = `${WEB}/#/packages/slogans/index?campaign=${sampleCampaignId()}&card=3&design=poster`;
  expect(readCode(await keep(driver))).toBe(address);
  expect(await driver.errors()).toEqual([]);
});
