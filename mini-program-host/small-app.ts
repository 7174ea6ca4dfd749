import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PLAIN: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({ pages: ['pages/home/index'] }),
  'app.js': 'App({});',
  'pages/home/index.js': 'Page({});',
  'pages/home/index.wxml': '<view>首页</view>',
};

/** Folders of builds that a test file makes, gone when it is over. */
export function smallApps(): (files: Readonly<Record<string, string>>) => string {
  const made: string[] = [];
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true });
  });
  return (files) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'small-app-'));
    made.push(folder);
    for (const [name, text] of Object.entries({ ...PLAIN, ...files })) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    return folder;
  };
}
