/** From an event to its poster: four designs, a code that leads to the event, and no text that leaves the sheet. */
import { readFileSync } from 'node:fs';
import { type CardPicture, decodePng, inksOf, type Look, readCode } from './card-picture';
import type { AppDriver, EngineDriver } from './driver';
import { dayFromNow, publishOne } from './event-fixture';
import { TARGETS } from './test-server';
import { useTestServer } from './use-test-server';

const WEB = 'https://quality.example.cn';
const DESIGNS = ['庄重红', '素雅', '剪纸', '大字'] as const;
const SHORT = '看实验室';
/** As long as a title and a place may be (EventSchema). */
const LONG =
  '检验检测机构开放日：走进国家民用三表计量检定站和食品药品检验实验室，看一份样品怎样从收样走到出报告，还可以亲手做一次';
const LONG_PLACE =
  '西藏自治区拉萨市城关区某某街道某某社区综合文化服务中心一楼多功能报告厅北侧第二会议室（请从东门进入）';
/** Everything but a margin, in units of 1/360 of the width. */
const SHEET: Look = {
  area: (height) => ({ left: 14, right: 346, top: 10, bottom: height - 10 }),
  lines: 'rows',
  type: 'dark',
  code: 'right',
};

const testServer = useTestServer({ WEB_ADDRESS: WEB });
const isWeapp = (driver: AppDriver): driver is EngineDriver => driver.target === 'weapp';

async function keep(driver: AppDriver): Promise<CardPicture> {
  if (isWeapp(driver)) {
    const before = (await driver.album()).length;
    await driver.tap('保存图片');
    await driver.waitText('已保存到相册');
    const album = await driver.album();
    expect(album).toHaveLength(before + 1);
    return decodePng(album.at(-1) ?? Buffer.alloc(0));
  }
  const [download] = await Promise.all([driver.page.waitForEvent('download'), driver.tap('保存图片')]);
  return decodePng(readFileSync(await download.path()));
}

async function postersOf(app: AppDriver, id: string, title: string): Promise<CardPicture[]> {
  await app.restart({ path: `packages/event/index?id=${id}` });
  await app.tap('我要去，邀朋友');
  const posters: CardPicture[] = [];
  for (const design of DESIGNS) {
    await app.tap(design);
    await app.page.locator(`[aria-label="邀请：${title}。${design}海报"]`).waitFor();
    posters.push(await keep(app));
  }
  return posters;
}

test.each(TARGETS)('%s', async (target) => {
  const day = dayFromNow(2);
  await publishOne(testServer, 'short', { title: SHORT, day });
  await publishOne(testServer, 'long', {
    title: LONG,
    day,
    venue: { name: LONG_PLACE, address: '金珠路1号', latitude: 29.65, longitude: 91.1 },
  });
  const app = await testServer.open(target);
  await app.waitText(/更新于 \d\d:\d\d/);
  const short = await postersOf(app, 'short', SHORT);
  const long = await postersOf(app, 'long', LONG);
  const web = target === 'weapp' ? WEB : testServer.origin;
  DESIGNS.forEach((design, index) => {
    const pair = [short[index], long[index]].filter((picture) => picture !== undefined);
    expect(pair.map(readCode)).toEqual(['short', 'long'].map((id) => `${web}/#/packages/event/index?id=${id}`));
    expect(pair.map(({ width, height }) => [width, height])).toEqual([
      [1080, 1620],
      [1080, 1620],
    ]);
    for (const type of ['dark', 'light'] as const) {
      for (const { width, height, marks } of inksOf(pair, { ...SHEET, type })) {
        const atEdge = marks.filter((mark, at) => {
          const [x, y] = [at % width, Math.floor(at / width)];
          return mark === 1 && (x === 0 || y === 0 || x === width - 1 || y === height - 1);
        });
        expect({ design, atEdge: atEdge.length }).toEqual({ design, atEdge: 0 });
      }
    }
  });
  expect(await app.errors()).toEqual([]);
  await app.close();
});
