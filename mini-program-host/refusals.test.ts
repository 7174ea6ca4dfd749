import type { Browser } from 'playwright-core';
import { startBrowser } from './browser-driver';
import type { EngineDriver } from './driver';
import { compileApp } from './compile';
import { launchWeapp, type LaunchOptions } from './launch';
import { smallApps } from './small-app';

// A build with one fault in it, for each kind that WeChat or an Android phone refuses.
const makeApp = smallApps();
const HOME = 'pages/home/index';

describe('a build is refused', () => {
  test('never without a fault', () => {
    expect(() => compileApp(makeApp({}))).not.toThrow();
  });

  const location = (...declared: string[]): string => JSON.stringify({ pages: [HOME], requiredPrivateInfos: declared });
  test.each([
    [
      'an end tag that is missing',
      { [`${HOME}.wxml`]: '<view><input></view>' },
      'index.wxml:1:7 expect end-tag `input`',
    ],
    ['`*` in a sheet', { 'app.wxss': '.a { color: red }\n.a * { color: red }' }, 'app.wxss:2:4 unexpected token `*`'],
    [
      'an unknown at-rule',
      { [`${HOME}.wxss`]: '@layer a { .b { color: red } }' },
      'index.wxss:1:1 unexpected token `{`',
    ],
    ['what a script of templates does not know', { 'a.wxs': 'var a = /b/;' }, 'a.wxs:1:9 Unexpected token `/b/`'],
    [
      'a location call that app.json does not declare',
      { [`${HOME}.js`]: 'Page({ never() { wx.getLocation({}) } });' },
      'pages/home/index.js: 代码包中地理位置相关接口( wx.getLocation )暂未开通',
    ],
    [
      'one through a framework',
      { 'app.json': location('getFuzzyLocation'), 'app.js': 'const t = { Taro: wx }; t.Taro.choosePoi(); App({});' },
      'app.js: 代码包中地理位置相关接口( wx.choosePoi )暂未开通',
    ],
    [
      'exact and fuzzy location together',
      { 'app.json': location('getLocation', 'getFuzzyLocation') },
      'getFuzzyLocation and getLocation exclude each other',
    ],
    [
      'a private interface that is none',
      { 'app.json': location('getClipboardData') },
      'getClipboardData is none of them',
    ],
    ['a page that is missing', { 'app.json': JSON.stringify({ pages: [HOME, 'pages/b'] }) }, 'pages/b.wxml is missing'],
    ['a package larger than 2 MB', { 'a.txt': 'x'.repeat(2 * 1024 * 1024) }, 'the main package is larger than 2 MB'],
  ])('for %s', (_fault, files: Readonly<Record<string, string>>, said) => {
    expect(() => compileApp(makeApp(files))).toThrow(said);
  });

  test('not for a location call that is declared', () => {
    const files = { 'app.json': location('getLocation'), 'app.js': 'wx.getLocation({}); App({});' };
    expect(() => compileApp(makeApp(files))).not.toThrow();
  });
});

describe('on the phone', () => {
  let browser: Browser;
  let app: EngineDriver | undefined;
  beforeAll(async () => {
    browser = await startBrowser('weapp');
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await app?.close();
    app = undefined;
  });
  const open = async (
    files: Readonly<Record<string, string>>,
    options: Partial<LaunchOptions> = {},
  ): Promise<EngineDriver> => {
    app = await launchWeapp({ build: makeApp(files), browser, ...options });
    return app;
  };
  /** A page that shows what expressions give, a line each. */
  const showing = (expressions: readonly string[]): Readonly<Record<string, string>> => ({
    [`${HOME}.js`]: `
      const said = (run) => { try { return String(run()) } catch (error) { return error.name + ': ' + error.message } };
      Page({ data: { results: [${expressions.map((each) => `said(() => ${each})`).join()}] } });`,
    [`${HOME}.wxml`]: '<view wx:for="{{results}}" wx:key="index" class="result">{{item}}</view>',
  });

  test('a script with a Unicode property loads on iOS and not on Android', async () => {
    const files = showing(['/^\\p{L}+$/u.test("质量")']);
    await (await open(files, { system: 'ios' })).waitText('true');
    await app?.close();
    await expect(open(files)).rejects.toThrow('Invalid regular expression: /^\\p{L}+$/u: Invalid property name');
  });

  const EXPRESSIONS: Readonly<Record<string, { readonly android: string; readonly ios: string }>> = {
    'RegExp("\\\\p{L}", "u").test("a")': {
      android: 'SyntaxError: Invalid regular expression: /\\p{L}/u: Invalid property name in character class',
      ios: 'true',
    },
    'new RegExp("\\\\d", "u").test("1") && /a/ instanceof RegExp': { android: 'true', ios: 'true' },
    '"\\\\p{L}" + /\\p/.source': { android: '\\p{L}\\p', ios: '\\p{L}\\p' },
    '"１２".normalize("NFKC")': { android: '１２', ios: '12' },
    'typeof Intl + typeof globalThis.Intl': { android: 'undefinedundefined', ios: 'objectobject' },
    '["质", "量"].sort((a, b) => a.localeCompare(b, "zh")).join("")': { android: '质量', ios: '量质' },
    '(1234.5).toLocaleString()': { android: '1234.5', ios: '1,234.5' },
    'new Date(0).toLocaleDateString("zh-CN")': { android: 'Thu Jan 01 1970', ios: '1970/1/1' },
    'wx.getDeviceInfo().platform': { android: 'android', ios: 'ios' },
  };

  test.each(['android', 'ios'] as const)('what an engine with and without ICU says: %s', async (system) => {
    const on = await open(showing(Object.keys(EXPRESSIONS)), { system });
    await on.waitText(system);
    const results = await on.page.locator('.result').allInnerTexts();
    expect(results).toEqual(Object.values(EXPRESSIONS).map((expected) => expected[system]));
  });

  test('a native button is drawn with WeChat’s own measures and frame, which a sheet may undo', async () => {
    const on = await open({
      [`${HOME}.wxml`]: '<button>原样</button><button size="mini">小</button><button class="bare">改过</button>',
      [`${HOME}.wxss`]:
        '.bare { padding: 0; line-height: 1; border-radius: 0; background: none } .bare::after { border: 0 }',
    });
    const looks = await on.page.locator('wx-button').evaluateAll((buttons) =>
      buttons.map((button) => {
        const { fontSize, borderRadius, padding, backgroundColor } = getComputedStyle(button);
        const frame = getComputedStyle(button, '::after');
        const { width, height } = button.getBoundingClientRect();
        return {
          size: [Math.round(width), Math.round(height)],
          text: [fontSize, padding, borderRadius, backgroundColor],
          frame: [
            frame.borderTopWidth,
            frame.borderRadius,
            Math.round(parseFloat(frame.width) / width),
            frame.transform,
          ],
        };
      }),
    );
    const half = 'matrix(0.5, 0, 0, 0.5, 0, 0)';
    expect(looks).toEqual([
      {
        size: [390, 46],
        text: ['18px', '0px 14px', '5px', 'rgb(248, 248, 248)'],
        frame: ['1px', '10px', 2, half],
      },
      {
        size: [48, 30],
        text: ['13px', '0px 17.42px', '5px', 'rgb(248, 248, 248)'],
        frame: ['1px', '10px', 2, half],
      },
      { size: [390, 18], text: ['18px', '0px', '0px', 'rgba(0, 0, 0, 0)'], frame: ['0px', '10px', 2, half] },
    ]);
  });

  test('more than 1 MB at once does not reach the view', async () => {
    const on = await open({
      [`${HOME}.js`]: 'Page({ data: { a: "" }, put() { this.setData({ a: "x".repeat(1024 * 1024) }); } });',
      [`${HOME}.wxml`]: '<view bindtap="put">长{{a.length}}</view>',
    });
    await on.tap('长0');
    await on.waitText('长0');
    expect(await on.errors()).toEqual(['setData: 1048584 bytes are more than 1024 KB']);
  });
});
