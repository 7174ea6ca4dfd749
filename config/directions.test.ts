/** Each rule of directions.cjs refuses a planted import, and the tree beside it passes. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Rules {
  readonly forbidden: readonly { readonly name: string }[];
}

const ROOT = path.resolve(__dirname, '..');
const CONFIG = path.join(__dirname, 'directions.cjs');
const { forbidden } = jest.requireActual<Rules>('./directions.cjs');

/** By rule: which file imports which. */
const PLANTED: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'no-cycle': ['domain/time/a.ts', 'domain/time/b.ts'],
  'domain-is-alone': ['domain/time/a.ts', 'server/db/b.ts'],
  'domain-is-pure': ['domain/time/a.ts', 'zustand'],
  'app-floor-features': ['src/features/home/a.ts', 'src/pages/home/b.ts'],
  'app-floor-blocks': ['src/blocks/a.ts', 'src/features/home/b.ts'],
  'app-floor-sync-ui': ['src/sync/a.ts', 'src/features/home/b.ts'],
  'ui-knows-no-store': ['src/ui/a.ts', 'src/sync/b.ts'],
  'stores-know-no-component': ['src/sync/a.ts', 'src/ui/b.ts'],
  'app-floor-platform': ['src/platform/a.ts', 'src/sync/b.ts'],
  'words-know-only-the-domain': ['words/a.ts', 'src/platform/b.ts'],
  'platform-has-no-words': ['src/platform/a.ts', 'words/b.ts'],
  'features-apart': ['src/features/never-listed/a.ts', 'src/features/home/b.ts'],
  'app-knows-no-server': ['src/sync/a.ts', 'server/db/b.ts'],
  'server-knows-no-app': ['server/http/a.ts', 'src/platform/b.ts'],
  'only-platform-talks-to-the-phone': ['src/sync/a.ts', '@tarojs/taro'],
  'server-room-http-db-crypto': ['server/db/a.ts', 'server/events/b.ts'],
  'server-room-campaigns-events-audit': ['server/events/a.ts', 'server/feed/b.ts'],
  'server-room-spreadsheets': ['server/spreadsheets/a.ts', 'server/feed/b.ts'],
  'server-room-feed-calendar-syndication': ['server/feed/a.ts', 'server/access/b.ts'],
  'server-room-wechat': ['server/wechat/a.ts', 'server/config.ts'],
  'server-room-access': ['server/access/a.ts', 'server/sign-ups/b.ts'],
  'server-room-notices': ['server/notices/a.ts', 'server/sign-ups/b.ts'],
  'server-room-attendance': ['server/attendance/a.ts', 'server/sign-ups/b.ts'],
  'server-room-sign-ups': ['server/sign-ups/a.ts', 'server/publishing/b.ts'],
  'server-room-publishing-check-ins-personal-data': ['server/publishing/a.ts', 'server/jobs/b.ts'],
  'server-room-imports-rosters-reports': ['server/rosters/a.ts', 'server/organisations/b.ts'],
  'server-room-organisations': ['server/organisations/a.ts', 'server/jobs/b.ts'],
  'server-room-figures': ['server/figures/a.ts', 'server/summaries/b.ts'],
  'server-room-summaries': ['server/summaries/a.ts', 'server/jobs/b.ts'],
  'server-room-content-jobs': ['server/jobs/a.ts', 'server/app.ts'],
  'server-room-campaign-drafts': ['server/campaign-drafts/a.ts', 'server/web/b.ts'],
  'server-room-web': ['server/web/a.ts', 'server/cli/b.ts'],
  'host-is-alone': ['mini-program-host/host/a.ts', 'e2e/b.ts'],
  'host-by-its-face': ['e2e/a.ts', 'mini-program-host/host/b.ts'],
  'console-knows-domain-and-words': ['console/net/a.ts', 'src/ui/b.ts'],
  'console-features-apart': ['console/features/roster/a.ts', 'console/features/import/b.ts'],
  'console-floor-features': ['console/features/roster/a.ts', 'console/screens/b.ts'],
  'console-floor-blocks': ['console/blocks/a.ts', 'console/features/roster/b.ts'],
  'console-floor-session': ['console/session/a.ts', 'console/blocks/b.ts'],
  'console-floor-ui': ['console/ui/a.ts', 'console/session/b.ts'],
  'console-floor-net': ['console/net/a.ts', 'console/ui/b.ts'],
  'door-floor-ui': ['door/ui/a.ts', 'door/screens/b.ts'],
  'door-floor-session': ['door/session/a.ts', 'door/ui/b.ts'],
  'door-floor-net-keep-scan': ['door/keep/a.ts', 'door/session/b.ts'],
  'door-knows-domain-words-and-delivery': ['door/net/a.ts', 'src/sync/b.ts'],
  'production-without-fakes': ['server/db/a.ts', 'server/testing/b.ts'],
};

const ALLOWED: readonly (readonly [from: string, to: string])[] = [
  ['server/events/b.ts', 'domain/time/b.ts'],
  ['server/sign-ups/a.ts', 'server/events/b.ts'],
  ['src/ui/b.ts', 'domain/time/b.ts'],
  ['src/features/home/a.ts', 'src/ui/b.ts'],
  ['e2e/b.ts', 'mini-program-host/driver.ts'],
];

let folder = '';
/** The rules that each planted file breaks. */
let broken: Readonly<Record<string, readonly string[]>> = {};

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

/** `domain/time/a.ts` of the rule `no-cycle`: `domain/time/no-cycle-a.ts`. */
const named = (rule: string, file: string): string =>
  path.posix.join(path.posix.dirname(file), `${rule}-${path.posix.basename(file)}`);

/** A type alone counts as much as a value. */
function plant(rule: string, from: string, to: string): void {
  const file = named(rule, from);
  if (!to.includes('.ts')) {
    write(file, `import type * as B from '${to}';\nexport type A = typeof B;\n`);
    return;
  }
  const target = to.startsWith('server/') && to.split('/').length === 2 ? to : named(rule, to);
  const relative = path.posix.relative(path.posix.dirname(file), target).replace(/\.ts$/, '');
  const specifier = relative.startsWith('.') ? relative : `./${relative}`;
  write(file, `import type { B } from '${specifier}';\nexport type A = B;\n`);
  const back = `import type { A } from './${path.posix.basename(file, '.ts')}';\nexport type B = A;\n`;
  write(target, rule === 'no-cycle' ? back : 'export type B = 1;\n');
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'directions-'));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  writeFileSync(path.join(folder, 'tsconfig.json'), '{ "compilerOptions": { "moduleResolution": "bundler" } }');
  for (const [rule, [from, to]] of Object.entries(PLANTED)) plant(rule, from, to);
  write('domain/time/b.ts', 'export type B = 1;\n');
  for (const [from, to] of ALLOWED) {
    const relative = path.posix.relative(path.posix.dirname(from), to).replace(/\.ts$/, '');
    write(from, `export type { B } from '${relative}';\n`);
  }
  const cli = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [
    cli,
    '--config',
    CONFIG,
    '--output-type',
    'json',
    'domain',
    'words',
    'server',
    'src',
    'console',
    'door',
    'e2e',
    'mini-program-host',
  ];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  const found: Record<string, string[]> = {};
  for (const { from, rule } of summary.violations) (found[from] ??= []).push(rule.name);
  broken = found;
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('every rule has a planted import', () => {
  expect(Object.keys(PLANTED).sort()).toEqual(forbidden.map(({ name }) => name).sort());
});

test.each(Object.entries(PLANTED))('%s', (rule, [from]) => {
  expect(broken[named(rule, from)]).toEqual([rule]);
});

test('an import in the order of the house passes', () => {
  expect(ALLOWED.flatMap(([from]) => broken[from] ?? [])).toEqual([]);
});
