/** Every string that the app and the server say: addressed as 您, and without words that only engineers use. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BUILT_IN_GUIDE } from '../domain/complaint/built-in-guide';
import * as strings from './strings';

const ROOT = path.resolve(__dirname, '../..');
const REFUSED: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['您, not 你', /你/],
  ['本机, not 这部手机', /这部手机/],
  ['a way on, not 操作失败', /操作失败/],
  ['no jargon', /日志|缓存|接口|令牌|token|数据库|同步失败/i],
];

const faultsOfText = (text: string): string[] =>
  REFUSED.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${what}: ${text}`);

/** Strings of an object, those that its functions make of plain arguments too. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return stringsOf((value as (...given: unknown[]) => unknown)('甲乙丙', '甲乙丙', '甲乙丙'));
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(stringsOf);
}

/** Chinese literals of the server's own sources, without comments. */
function serverWords(): string[] {
  const files = (readdirSync(path.join(ROOT, 'server'), { recursive: true }) as string[]).filter(
    (file) => file.endsWith('.ts') && !/\.test\.ts$|testing|content[\\/]2025/.test(file),
  );
  return files.flatMap((file) => {
    const source = readFileSync(path.join(ROOT, 'server', file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    return Array.from(source.matchAll(/'([^'\n]*[\u4e00-\u9fff][^'\n]*)'/g), ([, text = '']) => text);
  });
}

test('the app’s words', () => {
  const words = stringsOf(strings);
  expect(words.length).toBeGreaterThan(400);
  expect(words.flatMap(faultsOfText)).toEqual([]);
});

test('what is told of 12315; the server’s copy is the same (guide-12315.test.ts)', () => {
  expect(stringsOf(BUILT_IN_GUIDE).flatMap(faultsOfText)).toEqual([]);
});

test('the server’s words', () => {
  const words = serverWords();
  expect(words.length).toBeGreaterThan(60);
  // The API's refusals are read by engineers.
  expect(words.flatMap((text) => faultsOfText(text)).filter((fault) => !fault.startsWith('no jargon'))).toEqual([]);
});

test.each(['你的信息', '存在这部手机上', '操作失败', '不写入日志'])('%s is refused', (text) => {
  expect(faultsOfText(text)).toHaveLength(1);
});
