/** What the sheets of both builds ask for is known to the oldest phones and to WeChat. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'postcss';

const dist = path.resolve(__dirname, '../dist');

/** `gap` came to flex boxes with iOS 14.5; in a grid it is older than the oldest phone. */
function gapsIn(sheet: string): string[] {
  const grids = new Set<string>();
  const gaps: { selector: string; said: string }[] = [];
  parse(sheet).walkRules((rule) => {
    rule.walkDecls((declaration) => {
      const { prop, value } = declaration;
      if (prop === 'display' && /^(?:inline-)?grid$/.test(value)) grids.add(rule.selector);
      if (/^(?:row-|column-)?gap$/.test(prop)) gaps.push({ selector: rule.selector, said: String(declaration) });
    });
  });
  return gaps.filter(({ selector }) => !grids.has(selector)).map(({ selector, said }) => `${selector} { ${said} }`);
}

/** Sizes are CSS pixels, which stay what they are on a small phone. */
function unitsIn(sheet: string): string[] {
  return sheet.match(/\d+rpx/g) ?? [];
}

function sheetsOf(target: string, ending: string): [string, string][] {
  const folder = path.join(dist, target);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]);
}

test.each([
  ['weapp-local', '.wxss', 12],
  ['h5', '.css', 1],
])('%s', (target, ending, least) => {
  const sheets = sheetsOf(target, ending);
  expect(sheets.length).toBeGreaterThanOrEqual(least);
  const troubles = sheets.map(([file, sheet]) => [file, [...gapsIn(sheet), ...unitsIn(sheet)]] as const);
  expect(troubles.filter(([, trouble]) => trouble.length > 0)).toEqual([]);
});

test.each([
  ['.a { display: flex; gap: 1px }', ['.a { gap: 1px }']],
  ['.a { display: inline-flex; column-gap: 1px }', ['.a { column-gap: 1px }']],
  ['.a { display: flex } .a.b { row-gap: 1px }', ['.a.b { row-gap: 1px }']],
  ['@media (max-width: 1px) { .a { gap: 1px } }', ['.a { gap: 1px }']],
  ['.a { display: grid; gap: 1px }', []],
])('would see %s', (sheet, said) => {
  expect(gapsIn(sheet)).toEqual(said);
});

/** `.a, .b` → both, without spaces. */
const selectorsOf = (selector: string): string[] => selector.split(',').map((each) => each.trim());

test('WeChat’s own button loses its frame wherever one may be', () => {
  // What every page gets: app.wxss imports the other two.
  const shared = ['app.wxss', 'app-origin.wxss', 'common.wxss'];
  const sheets = sheetsOf('weapp-local', '.wxss').filter(([file]) => shared.includes(file));
  const app = sheets.map(([, sheet]) => sheet).join('\n');
  const borders: string[] = [];
  parse(app).walkRules((rule) => {
    if (selectorsOf(rule.selector).some((each) => /^\.button--native:{1,2}after$/.test(each)))
      rule.walkDecls('border', ({ value }) => void borders.push(value));
  });
  expect(borders).toEqual(['0']);
});
