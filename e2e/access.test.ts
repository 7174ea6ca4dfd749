/** An app for every pair of eyes (docs/rules.md, "Large type and screen readers"): every page of the app, in both type sizes. */
import { startFakeWechat, type FakeWechat } from '../server/testing/fake-wechat';
import { axeViolations } from './access/axe';
import { everyScreen, openScreen, seedState, reloadScreen, type ScreenToSee } from './access/every-screen';
import { auditLayout, type LayoutRules } from './access/layout-audit';
import { chooseTypeSize, layoutRules, type TypeSize } from './access/type-size';
import { type TestServer, startTestServer, TARGETS } from './test-server';
import type { AppDriver } from '../mini-program-host/driver';

const SMALL_PHONE = { width: 360, height: 740 };
const SHORT_PHONE = { width: 360, height: 640 };
/** The tabs at its end, with the room that some phones leave below them. */
const TABS_HEIGHT = 84;
const USUAL_PHONE = { width: 390, height: 844 };
/** That one at 200 %. */
const ZOOMED = { width: 195, height: 422 };
/** Some thirty screens, each opened, reloaded and looked at in both sizes. */
const WALK_MS = 300_000;
let wechat: FakeWechat;
let testServer: TestServer;
let app: AppDriver;

/** What is wrong with the open screen. */
async function faultsOf(size: TypeSize): Promise<string[]> {
  const rules: LayoutRules = layoutRules(app.target, size);
  const faults = await app.page.evaluate(auditLayout, rules);
  if (app.target === 'weapp') return faults;
  await app.page.setViewportSize(USUAL_PHONE);
  const violations = await axeViolations(app.page);
  await app.page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axeViolations(app.page, ['color-contrast']);
  await app.page.emulateMedia({ colorScheme: 'light' });
  await app.page.setViewportSize(ZOOMED);
  const zoomed = await app.page.evaluate(auditLayout, { ...rules, target: 0 });
  await app.page.setViewportSize(SMALL_PHONE);
  return [
    ...faults,
    ...violations,
    ...dark.map((fault) => `in the dark: ${fault}`),
    ...zoomed.map((fault) => `at 200 %: ${fault}`),
  ];
}

/** Whether the app is where the address says, shows something there, and let no error escape. */
async function faultsOfAddress({ path }: ScreenToSee): Promise<string[]> {
  const [wanted] = path.split('?');
  const route = await app.route();
  const body = app.page.locator('.screen__body').filter({ visible: true }).last();
  // What the server is asked for has no text yet.
  await body.locator('.skeleton').first().waitFor({ state: 'detached' });
  const bar = await app.page.locator('.top-bar').filter({ visible: true }).allInnerTexts();
  const isEmpty = (await body.innerText()).replace(bar.at(-1) ?? '', '').trim() === '';
  return [
    ...(route === wanted ? [] : [`leads to ${route}`]),
    ...(isEmpty ? ['shows nothing'] : []),
    ...(await app.errors()).map((error) => `error: ${error}`),
  ];
}

describe.each(TARGETS)('%s', (target) => {
  // A server of its own each: what one person's organiser cancelled is cancelled for the next.
  beforeAll(async () => {
    wechat = await startFakeWechat();
    testServer = await startTestServer(wechat.environment);
    wechat.codes.set(`code-${target}`, `person-${target}`);
    app = await testServer.open(target, SMALL_PHONE);
    await app.waitText(/更新于 \d\d:\d\d/);
    await seedState(app, testServer, `code-${target}`);
  });
  afterAll(async () => {
    await app.close();
    await testServer.stop();
    await wechat.close();
  });

  test(
    'every screen on a small phone, in both type sizes: at its address, named, wide enough for a finger, nothing clipped',
    async () => {
      const found: Record<string, string[]> = {};
      const look = async (screen: ScreenToSee, size: TypeSize): Promise<void> => {
        const faults = [...(await faultsOfAddress(screen)), ...(await faultsOf(size))];
        if (faults.length > 0) found[`${screen.path} (${size})`] = faults;
      };
      const screens = await everyScreen(target);
      expect(screens.length).toBeGreaterThanOrEqual(15);
      for (const screen of screens) {
        await chooseTypeSize(app, 'usual');
        await openScreen(app, screen);
        await look(screen, 'usual');
        // What is at an address is there after a reload too.
        await chooseTypeSize(app, 'large');
        await reloadScreen(app, screen);
        await look(screen, 'large');
      }
      expect(found).toEqual({});
    },
    WALK_MS,
  );

  test('on the shortest phone in 长辈版 the three doors are there without scrolling', async () => {
    await chooseTypeSize(app, 'large');
    await app.page.setViewportSize(SHORT_PHONE);
    await openScreen(app, { path: 'pages/home/index', text: '已被主办单位取消' });
    // News of one's own comes first, until it is acknowledged.
    await app.tap('知道了');
    await app.waitGone('已被主办单位取消');
    await app.tap('知道了');
    await app.waitText('我的下一场活动');
    const ways = ['text=打 12315', 'text=附近活动', 'text=我的报名'];
    const ends = ways.map(async (way) => {
      const box = await app.page.locator(way).filter({ visible: true }).first().boundingBox();
      return box === null ? Infinity : box.y + box.height;
    });
    expect(Math.max(...(await Promise.all(ends)))).toBeLessThan(SHORT_PHONE.height - TABS_HEIGHT);
    await app.page.setViewportSize(SMALL_PHONE);
  });

  if (target === 'weapp') {
    test('who has set WeChat to large type gets 长辈版, until they choose otherwise', async () => {
      const preferences = JSON.stringify({ region: { code: '540000', name: '西藏自治区' }, largeType: null });
      const other = await testServer.open('weapp', { ...SMALL_PHONE, fontSize: 23, stored: { preferences } });
      try {
        await other.waitText('近期');
        await expect(other.page.locator('.screen--large').count()).resolves.toBe(1);
        await other.switchTab('我的');
        await other.tap('长辈版');
        await other.restart();
        await other.waitText('近期');
        await expect(other.page.locator('.screen--large').count()).resolves.toBe(0);
      } finally {
        await other.close();
      }
    });
    return;
  }

  test('the keyboard reaches what can be tapped, and shows where it is', async () => {
    await chooseTypeSize(app, 'usual');
    for (const path of ['pages/home/index', 'packages/complaint/index?part=draft', 'packages/slogans/index']) {
      await app.restart({ path });
      await app.page.locator('.tap').first().waitFor();
      const names = new Set<string>();
      for (let key = 0; key < 12; key += 1) {
        await app.page.keyboard.press('Tab');
        const { name, ring } = await app.page.evaluate(ringOfFocus);
        expect({ path, name, ring }).toEqual({ path, name, ring: true });
        names.add(name);
      }
      expect(names.size).toBeGreaterThan(8);
    }
  });

  test('who asked for less motion gets none', async () => {
    await app.page.emulateMedia({ reducedMotion: 'reduce' });
    for (const path of ['pages/home/index', 'pages/mine/index', 'packages/slogans/index']) {
      await app.restart({ path });
      await app.page.locator('.tap').first().waitFor();
      const moving = await app.page.evaluate(
        () =>
          Array.from(document.querySelectorAll('#app *')).filter((element) => {
            const { animationName, transitionDuration } = getComputedStyle(element);
            return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration);
          }).length,
      );
      expect({ path, moving }).toEqual({ path, moving: 0 });
    }
    await app.page.emulateMedia({ reducedMotion: null });
  });
});

/** Runs in the page: what has the keyboard, and whether a ring around it or its field says so. */
function ringOfFocus(): { name: string; ring: boolean } {
  const at = document.activeElement;
  if (at === null || at === document.body) return { name: 'nothing', ring: false };
  const name = at.getAttribute('aria-label') ?? at.textContent;
  const around = [at, at.closest('.field__input'), at.closest('.field__area'), at.closest('.search')];
  const ring = around.some((element) => {
    if (element === null) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  });
  return { name, ring };
}
