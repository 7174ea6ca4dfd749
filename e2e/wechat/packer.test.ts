/** WeChat's packer takes app.json, every file and the project's settings, and its code quality page has nothing red. */
import { BUILD, pack, SMALL_APP, withFault } from './tools';

const edit =
  (change: (app: Record<string, unknown>) => Record<string, unknown>) =>
  (text: string): string =>
    JSON.stringify(change(JSON.parse(text) as Record<string, unknown>));

test('the build is packed, and no quality check is red', async () => {
  const packed = await pack(BUILD);
  if ('refusal' in packed) throw new Error(packed.refusal);
  expect(packed.checks.length).toBeGreaterThanOrEqual(10);
  expect(packed.checks.filter(({ success }) => !success)).toEqual([]);
  expect(packed.files.map(({ name }) => name)).toEqual(expect.arrayContaining(['app.json', 'pages/home/index.wxml']));
});

test.each([
  [
    'a page that is not there',
    edit((app) => ({ ...app, pages: ['pages/home/index', 'pages/nowhere/index'] })),
    'pages/nowhere/index',
  ],
  [
    'a tab bar of one',
    edit((app) => ({ ...app, tabBar: { list: [{ pagePath: 'pages/home/index', text: '首页' }] } })),
    'tabBar',
  ],
  [
    'settings of another kind',
    edit((app) => ({ ...app, window: { navigationBarTextStyle: 'red' } })),
    'navigationBarTextStyle',
  ],
])('the packer refuses %s', async (_name, change, said) => {
  const packed = await withFault(SMALL_APP, 'app.json', change, pack);
  expect('refusal' in packed ? packed.refusal : packed).toContain(said);
});

test('a template without an end tag is refused', async () => {
  const packed = await withFault(SMALL_APP, 'pages/form/index.wxml', (text) => text.replace('</view>', ''), pack);
  expect('refusal' in packed ? packed.refusal : packed).toContain('pages/form/index.wxml');
});

test('a mini-program that does not load its code on demand has something red', async () => {
  const packed = await pack(SMALL_APP);
  const checks = 'checks' in packed ? packed.checks : [];
  expect(checks.filter(({ success }) => !success).map(({ name }) => name)).toContain('LAZYCODE_LOADING_OPEN');
});
