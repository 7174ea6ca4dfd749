/** What a build for WeChat is released with: an address that its phones can ask, and pages that its search may read. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiBaseOfWeapp } from '../config/api-base';

const root = path.resolve(__dirname, '..');
const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

test.each([
  [undefined, true, null],
  ['', true, null],
  ['http://127.0.0.1:8080', true, null],
  ['http://quality.example', true, null],
  ['https://quality.example', true, 'https://quality.example'],
  ['https://quality.example/', true, 'https://quality.example'],
  ['HTTPS://Quality.example', true, 'https://quality.example'],
  ['https://quality.example:8443', true, 'https://quality.example:8443'],
  ['https://', true, null],
  ['https://127.0.0.1:8080', true, null],
  ['https://localhost', true, null],
  ['https://quality.example/api', true, null],
  ['https://quality.example?x=1', true, null],
  [undefined, false, 'http://127.0.0.1:8080'],
  ['http://192.168.1.2:8080/', false, 'http://192.168.1.2:8080'],
])('address %s, release %s: %s', (address, isRelease, base) => {
  const found = apiBaseOfWeapp(address, isRelease);
  expect(found.ok ? found.base : null).toBe(base);
});

test('a release without an address ends with one line that says what to do', () => {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' };
  delete env.TARO_APP_API_BASE;
  const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
  const { status, stderr } = spawnSync(process.execPath, [taro, 'build', '--type', 'weapp'], { cwd: root, env });
  expect(status).toBe(1);
  expect(stderr.toString().trim()).toMatch(/^TARO_APP_API_BASE 必须是 https 域名地址.*build:weapp:local$/);
});

interface Rule {
  readonly action: 'allow' | 'disallow';
  readonly page: string;
  readonly params?: readonly string[];
}

test('WeChat’s search reads what is public, and nothing of a person’s', () => {
  const { sitemapLocation, pages, subPackages } = readJson('dist/weapp-local/app.json') as {
    sitemapLocation: string;
    pages: string[];
    subPackages: { root: string; pages: string[] }[];
  };
  const { rules } = readJson(path.join('dist/weapp-local', sitemapLocation)) as { rules: Rule[] };
  const all = [...pages, ...subPackages.flatMap((each) => each.pages.map((page) => `${each.root}/${page}`))];
  // The first rule that names a page decides.
  const actionOf = (page: string, params: readonly string[] = []): string | undefined =>
    rules.find((rule) => ['*', page].includes(rule.page) && (rule.params ?? []).every((each) => params.includes(each)))
      ?.action;
  const hidden = all.filter((page) => actionOf(page) === 'disallow');
  expect(hidden).toEqual([
    'pages/mine/index',
    'packages/region/index',
    'packages/sign-up/index',
    'packages/ticket/index',
    'packages/inbox/index',
    'packages/privacy/index',
    'packages/nearby/index',
    'packages/report/index',
    'packages/missing/index',
    'packages/field/index',
    'packages/field/event/index',
    'packages/field/roster/index',
    'packages/field/reschedule/index',
    'packages/field/cancel/index',
    'packages/field/summary/index',
    'packages/field/case/index',
    'packages/door/index',
    'packages/door/attention/index',
  ]);
  expect(actionOf('packages/complaint/index', ['part'])).toBe('disallow');
  expect(rules.filter(({ page }) => page !== '*' && !all.includes(page))).toEqual([]);
});
