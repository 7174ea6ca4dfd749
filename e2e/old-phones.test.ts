/** What is built can be read by the oldest browsers of package.json's `browserslist`: one word too new, and nothing opens. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type Token, tokTypes } from 'acorn';

/** iOS 13.4 and Chrome 85 know all of it. */
const NEWEST = 2020;
/** In regular expressions it came to iOS years after the rest of its edition, with 16.4. */
const LOOKBEHIND = /\(\?<[=!]/;

const dist = path.resolve(__dirname, '../dist');

function scriptsOf(target: string): string[] {
  const folder = path.join(dist, target);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => path.join(folder, file));
}

/** What is wrong with a script; `null`: nothing. */
function troubleIn(script: string): string | null {
  let behind: string | null = null;
  const onToken = (token: Token): void => {
    if (token.type !== tokTypes.regexp) return;
    const pattern = script.slice(token.start, token.end);
    if (LOOKBEHIND.test(pattern)) behind ??= `looks behind: ${pattern}`;
  };
  try {
    parse(script, { ecmaVersion: NEWEST, sourceType: 'script', onToken });
  } catch (error) {
    return String(error);
  }
  return behind;
}

test.each(['h5', 'weapp'])('%s', (target) => {
  const scripts = scriptsOf(target);
  expect(scripts.length).toBeGreaterThan(10);
  const troubles = scripts.map((file) => [path.relative(dist, file), troubleIn(readFileSync(file, 'utf8'))] as const);
  expect(troubles.filter(([, trouble]) => trouble !== null)).toEqual([]);
});

test.each([
  ['a ??= b', 'SyntaxError'],
  ['class A { #b = 1 }', 'SyntaxError'],
  ['/(?<=a)b/.test("ab")', 'looks behind'],
])('would see %s', (script, said) => {
  expect(troubleIn(script)).toContain(said);
});

test('takes what old phones do know', () => {
  expect(
    troubleIn('const { a, ...b } = c?.d ?? {}; async () => { for (const x of a) await x; }; /(?<y>\\d)/u'),
  ).toBeNull();
});
