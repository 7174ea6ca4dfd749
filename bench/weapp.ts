import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { EngineStats } from '../e2e/driver';
import { startTestServer } from '../e2e/test-server';
import type { Figure } from './figure';

const KB = 1024;
const TOPIC = 'Mini-program';
const root = path.resolve(__dirname, '..');

/** Bytes of a build's main package: everything outside its subpackages, licence notes aside. */
function mainPackage(build: string): number {
  const app = JSON.parse(readFileSync(path.join(build, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] };
  const apart = (app.subPackages ?? []).map((each) => path.join(build, each.root) + path.sep);
  return readdirSync(build, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, file: path.join(entry.parentPath, entry.name) }))
    .filter(
      ({ entry, file }) =>
        entry.isFile() && !file.endsWith('.LICENSE.txt') && !apart.some((each) => file.startsWith(each)),
    )
    .reduce((sum, { file }) => sum + statSync(file).size, 0);
}

function buildEmptyApp(): string {
  const folder = path.join(__dirname, 'empty-app');
  const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
  execFileSync(process.execPath, [taro, 'build', '--type', 'weapp'], { cwd: folder, stdio: 'ignore' });
  return path.join(folder, 'dist');
}

/** Size of the build in `dist/weapp-local` beside an empty Taro app, and what its first screen asks of the engine. */
export async function benchWeapp(): Promise<Figure[]> {
  const ours = mainPackage(path.join(root, 'dist/weapp-local'));
  const empty = mainPackage(buildEmptyApp());
  const testServer = await startTestServer();
  try {
    const app = await testServer.open('weapp');
    await app.waitText(/更新于 \d\d:\d\d/);
    const stats = (await app.stats()) as EngineStats;
    await app.close();
    return [
      {
        topic: TOPIC,
        name: 'main package',
        value: `${(ours / KB).toFixed(0)} KB`,
        yardstick: `empty Taro app ${(empty / KB).toFixed(0)} KB`,
        ratio: ours / empty,
        target: '≤ 2.0',
        met: ours / empty <= 2,
      },
      {
        topic: TOPIC,
        name: 'first screen, setData in all',
        value: `${(stats.setData.total / KB).toFixed(1)} KB in ${stats.setData.count} calls`,
        yardstick: '64 KB',
        ratio: stats.setData.total / (64 * KB),
        target: '≤ 64 KB',
        met: stats.setData.total <= 64 * KB,
      },
      {
        topic: TOPIC,
        name: 'first screen, nodes',
        value: String(stats.nodes),
        yardstick: '400',
        ratio: stats.nodes / 400,
        target: '≤ 400',
        met: stats.nodes <= 400,
      },
    ];
  } finally {
    await testServer.stop();
  }
}
