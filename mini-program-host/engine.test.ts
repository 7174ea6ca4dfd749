import type { EngineDriver } from './driver';
import { launchWeapp, type LaunchOptions } from './launch';
import { useFixture } from './use-fixture';

// The engine host against a small hand-written mini-program, so that a red test of the app points at the app.
const openFixture = useFixture();
let app: EngineDriver;
const open = async (options: Partial<LaunchOptions> = {}): Promise<void> => {
  app = await openFixture(options);
};

describe('events', () => {
  beforeEach(() => open());

  test('a tap bubbles with its targets, and a capture listener hears it first', async () => {
    await app.tap('起泡');
    await app.waitText('次序:c;inner<inner;outer<inner;');
  });

  test('catch stops a tap, and of mut-bind listeners only the innermost runs', async () => {
    await app.tap('截住');
    await app.waitText('次序:c;caught<;');
    await app.tap('互斥');
    await app.waitText('次序:c;caught<;c;second;outer<;');
  });

  test('a finger that rests is a long press', async () => {
    await app.longPress('长按:0');
    await app.waitText('长按:1');
  });

  test('a disabled button hears nothing', async () => {
    await app.page.locator('wx-button[disabled]').tap({ force: true });
    await app.tap('起泡');
    await app.waitText('次序:c;inner<inner;outer<inner;');
  });
});

describe('pages', () => {
  beforeEach(() => open());

  test('life cycles run in order, through the background too', async () => {
    await app.background();
    await app.foreground();
    await app.waitText('显示2次');
    await app.switchTab('列表');
    await app.waitText('日志:launch 1001 app show load {} show ready hide app hide app show show hide');
    await app.switchTab('首页');
    await app.waitText('显示3次');
    await app.switchTab('列表');
    await app.waitText('tab 首页');
  });

  test('a subpackage loads on the first visit, with its modules, its query and a channel to its opener', async () => {
    const packages: string[] = [];
    app.page.on('request', (request) => packages.push(request.url()));
    await app.tap('去详情');
    await app.waitText('甲 乙好1');
    await app.waitText('你好');
    expect(await app.title()).toBe('样例详情');
    expect(packages.filter((url) => url.includes('packages'))).toHaveLength(1);
    await app.tap('回话');
    await app.waitText('听到回声');
    await app.tap('去详情');
    await app.waitText('甲 乙好2');
  });

  test('back returns to the page as it was left', async () => {
    await app.tap('长按:0');
    await app.tap('去详情');
    await app.tap('再深一层');
    await app.waitText('一层3');
    await app.back();
    await app.waitText('一层2');
    await app.back();
    await app.waitText('显示2次');
    expect(await app.route()).toBe('pages/home/index');
  });

  test('ten pages deep is the end', async () => {
    await app.tap('去详情');
    for (let depth = 2; depth < 10; depth++) {
      await app.waitText(`一层${depth}`);
      await app.tap('再深一层');
    }
    await app.waitText('一层10');
    await app.tap('再深一层');
    await app.waitText('navigateTo:fail webview count limit exceed');
  });

  test('a tab is reached by switchTab only, and reLaunch begins anew', async () => {
    await app.tap('错去标签');
    await app.waitText('navigateTo:fail can not navigateTo a tabbar page');
    await app.tap('去详情');
    await app.tap('看列表');
    await app.waitText('被包含的头');
    await app.switchTab('首页');
    await app.tap('去详情');
    await app.tap('回首页');
    await app.waitText('显示1次');
  });

  test('pulling down refreshes, and the end of the page is noticed', async () => {
    await app.scrollToEnd();
    await app.waitText('到底1次');
    await app.pullDown();
    await app.waitText('刷新1次');
  });

  test('a page scrolls to one of its elements', async () => {
    await app.tap('滚去底下');
    await app.waitText(/"scrollTop":(?!0)/);
    const top = await app.page.locator('#below').evaluate((below) => {
      const area = below.closest('.e-area');
      return area ? below.getBoundingClientRect().top - area.getBoundingClientRect().top : Number.NaN;
    });
    expect(top).toBe(-20);
  });

  test('page-meta holds the page still under what is drawn over it', async () => {
    await app.tap('定住');
    await app.waitText('松开');
    const state = await app.page.evaluate(() => [
      document.documentElement.style.fontSize,
      document.querySelector<HTMLElement>('.e-page:not([hidden]) .e-scroll')?.style.overflow,
    ]);
    expect(state).toEqual(['20px', 'hidden']);
    await app.tap('松开');
    await app.waitGone('松开');
  });
});

describe('templates and components', () => {
  beforeEach(async () => {
    await open();
    await app.switchTab('列表');
  });

  test('lists, conditions, imports, includes and scripts', async () => {
    for (const part of ['被包含的头', '0:甲', '1:乙', '00p', '01q', '10r', '双', '不多2尾', '42!!'])
      await app.waitText(part);
    await app.tap('加一行');
    for (const part of ['2:新', '多', '很多3尾']) await app.waitText(part);
  });

  test('a key keeps the element with its item', async () => {
    const first = app.page.locator('.kept input').first();
    await first.evaluate((field) => {
      field.dataset.mark = 'of 甲';
    });
    await app.tap('倒序');
    await app.waitText('0:乙');
    expect(await app.page.locator('.kept input').last().getAttribute('data-mark')).toBe('of 甲');
  });

  test('a component has properties, observers, behaviours, slots and life cycles', async () => {
    await app.waitText('题有2个,看过1次');
    await app.waitText(/头上的插槽\s+身体的插槽 题/);
    await app.tap('改名');
    await app.waitText('新题有2个,看过1次');
    await app.tap('加一行');
    await app.waitText('新题有3个,看过2次');
    await app.tap('选这张');
    await app.waitText('事件:picked新题');
    await app.waitText('card created card attached');
    await app.tap('拿走卡片');
    await app.waitGone('身体的插槽');
    await app.switchTab('首页');
    await app.switchTab('列表');
    await app.waitText('card detached');
  });

  test('styles keep to their page or component; rpx and tag selectors count', async () => {
    const colour = (selector: string): Promise<string> =>
      app.page
        .locator(`.e-page:not([hidden]) ${selector}`)
        .first()
        .evaluate((element) => getComputedStyle(element).color);
    expect(await colour('.local')).toBe('rgb(0, 0, 0)');
    expect(await colour('wx-view.tint')).toBe('rgb(10, 11, 12)');
    await app.switchTab('首页');
    expect(await colour('.local')).toBe('rgb(7, 8, 9)');
    expect(await colour('.imported')).toBe('rgb(4, 5, 6)');
    expect(await colour('.tagged')).toBe('rgb(1, 2, 3)');
    await app.tap('测量');
    await app.waitText('"width":195,"id":"measured"');
  });
});

describe('launches', () => {
  test('a restart keeps what was stored and nothing else', async () => {
    await open({ stored: { one: 'before' } });
    await app.tap('长按:0');
    await app.restart({ path: 'packages/extra/pages/detail/index?name=z' });
    await app.waitText('z好1');
    expect(await app.storage()).toEqual({ one: '"before"' });
  });

  test("the timeline's single page stands alone, and leads to the app", async () => {
    await open({ scene: 1154 });
    await app.tap('去详情');
    await app.page.waitForFunction(() => window.__engine.calls.some((call) => call.name === 'navigateTo'));
    expect(await app.route()).toBe('pages/home/index');
    expect(await app.page.locator('.e-tab').count()).toBe(0);
    await app.tap('css=.e-single-page');
    await app.tap('去详情');
    await app.waitText('一层2');
  });

  test('the phone may have another clock and another time zone', async () => {
    await open({ now: Date.UTC(2025, 8, 1, 2), timezone: 'America/New_York' });
    await app.tap('时钟');
    await app.waitText('结果:2025-09-01T02 240');
  });

  test('a preloaded subpackage is there before it is visited', async () => {
    await open();
    const arrival = app.page.waitForRequest((request) => request.url().includes('root=packages'));
    await app.switchTab('表单');
    await arrival;
  });

  test('what is sent to the view is measured', async () => {
    await open();
    await app.waitText('显示1次');
    const { setData, nodes, depth } = await app.stats();
    expect(setData).toMatchObject({ count: 1, largest: '{"shown":1}'.length, firstScreen: '{"shown":1}'.length });
    expect(nodes).toBe(38);
    expect(depth).toBe(4);
  });

  test('a build that WeChat would refuse is refused', async () => {
    await open();
    await expect(launchWeapp({ build: __dirname })).rejects.toThrow('is no mini-program build');
  });
});
