import campaign from '../server/content/2025/campaign.json';
import { waitUntil } from '../server/testing/wait-until';
import { decodePng, difference, type Ink, inksOf } from './card-picture';
import type { AppDriver, EngineDriver } from './driver';
import { sampleCampaignId } from './event-fixture';
import { useTestServer } from './use-test-server';

const SOON_MS = 10_000;
const SLOGAN = campaign.slogans[2] ?? '';
const QUERY = `campaign=${sampleCampaignId()}&card=3&design=light`;
const PATH = `packages/slogans/index?${QUERY}`;

const testServer = useTestServer();

const drawnAs = (text: string, design: string): string => `[aria-label="活动口号：${text}。${design}卡片"]`;

/** A phone that has never seen the app opens what somebody sent. */
async function openOn(target: 'weapp' | 'h5', path: string): Promise<AppDriver> {
  const app = await testServer.open(target, { region: null, path });
  await app.page.locator(drawnAs(SLOGAN, '素雅')).waitFor();
  return app;
}

const openWeapp = async (path = PATH): Promise<EngineDriver> => (await openOn('weapp', path)) as EngineDriver;

/** What WeChat's menu would send, once its picture is ready. */
const shared = (ask: () => Promise<Record<string, unknown>>): Promise<Record<string, string>> =>
  waitUntil(async () => {
    const card = await ask();
    return typeof card.imageUrl === 'string' ? (card as Record<string, string>) : undefined;
  }, SOON_MS);

describe('weapp', () => {
  test('a friend and the timeline get a picture each, and a way to the same slogan on a first launch', async () => {
    const driver = await openWeapp();
    const friend = await shared(() => driver.share());
    expect(friend).toMatchObject({ title: SLOGAN, path: `/${PATH}` });
    const timeline = await shared(() => driver.shareTimeline());
    expect(timeline).toMatchObject({ title: SLOGAN, query: QUERY });
    const [large, square] = await Promise.all(
      [friend, timeline].map(async ({ imageUrl = '' }) => decodePng(await driver.file(imageUrl))),
    );
    if (large === undefined || square === undefined) throw new Error('no picture');
    expect(large.width / large.height).toBe(5 / 4);
    expect(square.width).toBe(square.height);
    expect(square.width).toBeGreaterThanOrEqual(600);

    await driver.tap('下一条');
    await driver.page.locator(drawnAs(campaign.slogans[3] ?? '', '素雅')).waitFor();
    const next = await shared(() => driver.shareTimeline());
    expect(next.query).toContain('card=4');
    const other = decodePng(await driver.file(next.imageUrl ?? ''));
    const look = {
      area: () => ({ left: 60, right: 350, top: 10, bottom: 350 }),
      lines: 'columns',
      type: 'dark',
      code: 'left',
    } as const;
    const [one, two] = inksOf([square, other], look);
    expect(difference(one as Ink, two as Ink)).toBeGreaterThan(0.3);

    await driver.close();
    await openWeapp((friend.path ?? '').slice(1));
  });

  test('on the timeline’s single page the card is there, and nothing that does not work there', async () => {
    const app = await testServer.open('weapp', { region: null, path: PATH, scene: 1154 });
    await app.page.locator(drawnAs(SLOGAN, '素雅')).waitFor();
    await app.waitText('点下方“前往小程序”，可以保存和分享这张卡片');
    expect(await app.text()).not.toContain('保存图片');
    expect(await app.errors()).toEqual([]);
  });

  test('who refused the album is led to the setting, and the picture is kept after all', async () => {
    const driver = await openWeapp();
    await driver.deny('saveImageToPhotosAlbum');
    await driver.tap('保存图片');
    await driver.waitText('还不能保存到相册');
    await driver.tap('收起');
    await driver.waitGone('还不能保存到相册');
    await driver.tap('保存图片');
    await driver.tap('去设置里打开');
    // Came back without having opened it: still no dead end.
    await driver.tap('返回');
    await driver.waitText('还不能保存到相册');
    expect(await driver.album()).toHaveLength(0);
    await driver.tap('去设置里打开');
    await driver.tap('添加到相册');
    await driver.tap('返回');
    await driver.waitText('已保存到相册');
    expect(await driver.album()).toHaveLength(1);
    expect(await driver.text()).not.toContain('还不能保存到相册');
  });
});

interface Handed {
  readonly title: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

describe('h5', () => {
  test('without Web Share the picture is downloaded', async () => {
    const driver = await openOn('h5', PATH);
    await driver.page.evaluate(() => {
      Object.assign(navigator, { share: undefined, canShare: undefined });
    });
    const [download] = await Promise.all([driver.page.waitForEvent('download'), driver.tap('分享')]);
    expect(download.suggestedFilename()).toBe('质量月-2025-3.png');
    await driver.waitText('图片已下载');
  });

  test('with Web Share the system is handed the file', async () => {
    const driver = await openOn('h5', PATH);
    await driver.page.evaluate(() => {
      const handed: Handed[] = [];
      Object.assign(window, { handed });
      Object.assign(navigator, {
        canShare: ({ files = [] }: { files?: File[] }) => files.length === 1,
        share: ({ files = [], title = '' }: { files?: File[]; title?: string }) => {
          handed.push(...files.map(({ name, type, size }) => ({ title, name, type, size })));
          return Promise.resolve();
        },
      });
    });
    await driver.tap('分享');
    const handed = await waitUntil(async () => {
      const given = await driver.page.evaluate(() => (window as unknown as { handed: Handed[] }).handed);
      return given.length > 0 ? given : undefined;
    }, SOON_MS);
    expect(handed).toMatchObject([{ title: SLOGAN, name: '质量月-2025-3.png', type: 'image/png' }]);
    expect(handed[0]?.size).toBeGreaterThan(20_000);
  });
});
