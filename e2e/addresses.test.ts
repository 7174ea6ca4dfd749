import type { AppConfig } from '@tarojs/taro';
import { dayFromNow, eventBody, publishOne, sampleCampaignId } from './event-fixture';
import { openTerms } from './other-user';
import { useTestServer } from './use-test-server';

/** Every page that the app has, as its own configuration names them: a new one cannot be forgotten here. */
function pagesOfApp(): string[] {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config });
  // eslint wants imports at the top; the configuration needs the global that Taro gives it.
  const { default: config } = jest.requireActual<{ default: AppConfig }>('../src/app.config');
  // The browser's door is a page of its own, outside the app.
  const apart = (config.subPackages ?? config.subpackages ?? [])
    .filter(({ root }) => root !== 'packages/door')
    .flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
  return [...(config.pages ?? []), ...apart];
}

/** What each page is opened with where it needs to be told what to show. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  'packages/event/index': ['?id=address', ''],
  'packages/programme/index': [
    '',
    `?document=${encodeURIComponent('藏质标办〔2025〕1号')}&paragraph=${encodeURIComponent('四(一)')}&item=t058&campaign=${sampleCampaignId()}`,
  ],
  'packages/archive/index': ['', '?campaign=2025'],
  'packages/region/index': ['', '?for=origin', '?for=filter'],
  'packages/sign-up/index': ['?id=address', ''],
  'packages/report/index': ['?event=address', ''],
  'packages/ticket/index': ['?id=address', ''],
};

const testServer = useTestServer();

beforeAll(async () => {
  await publishOne(testServer, 'address', {
    title: '有网址的活动',
    day: dayFromNow(2),
    signUp: openTerms(),
  });
});

test('the campaign of the addresses is the one that events are published in', () => {
  expect(eventBody().campaign).toBe(sampleCampaignId());
});

// For somebody who uses the app, access.test.ts opens and reloads every address.
test('for somebody who has never been here every screen has an address that can be opened and reloaded', async () => {
  const opened = await testServer.open('h5', { region: null });
  const addresses = pagesOfApp().flatMap((page) => (QUERIES[page] ?? ['']).map((query) => page + query));
  expect(addresses.length).toBeGreaterThanOrEqual(15);
  const empty: string[] = [];
  for (const address of addresses) {
    await opened.restart({ path: address });
    expect(await opened.route()).toBe(address.split('?')[0]);
    // The bar and the title are no content: what stands below them is.
    const body = opened.page.locator('.taro_page .screen__body').filter({ visible: true }).last();
    await body.waitFor();
    const said = async (): Promise<string> => {
      const bar = await opened.page.locator('.taro_page .top-bar').filter({ visible: true }).allInnerTexts();
      return (await body.innerText()).replace(bar.at(-1) ?? '', '').trim();
    };
    const end = performance.now() + 10_000;
    while ((await said()) === '' && performance.now() < end) await opened.page.waitForTimeout(20);
    if ((await said()) === '') empty.push(address);
    await opened.page.reload();
    await body.waitFor();
    expect(await opened.route()).toBe(address.split('?')[0]);
    expect([address, await opened.errors()]).toEqual([address, []]);
  }
  expect(empty).toEqual([]);
});
