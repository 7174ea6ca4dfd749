/**
 * What is built can be read by the oldest phones: by the browsers of package.json's `browserslist`, and by WeChat on
 * Android, whose JavaScript has no ICU (decision 0010). One word too new, and nothing opens.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type Token, tokTypes } from 'acorn';

/** iOS 13.4 and Chrome 85 know all of it. */
const NEWEST = 2020;
/** In regular expressions it came to iOS years after the rest of its edition, with 16.4. */
const LOOKBEHIND = /\(\?<[=!]/;

/** Without ICU it throws when the file is loaded, `\\p` in a text that a pattern is made of too. */
const PROPERTY = /\\p\{/i;
/** Without ICU it is missing, or answers as if it had done its work. */
const ICU = /^(?:Intl|normalize|localeCompare|toLocale\w+)$/;
/** WeChat refuses a release that holds a call of location without approval; the test's build offers none. */
const LOCATION = /^(?:get(?:Fuzzy)?Location|chooseLocation|choosePoi|(?:start|on)Location\w*)$/;
/** Taro's list of all that WeChat has, in its runtime: names in quotes, never called from there. */
const LISTS_NAMES = 'taro.js';

const dist = path.resolve(__dirname, '../dist');

function scriptsOf(target: string): string[] {
  const folder = path.join(dist, target);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => path.join(folder, file));
}

type Look = (text: string, token: Token) => string | null;

const looksBehind: Look = (text, { type }) =>
  type === tokTypes.regexp && LOOKBEHIND.test(text) ? `looks behind: ${text}` : null;

const needsIcu: Look = (text, { type }) => {
  const isPattern = type === tokTypes.regexp || type === tokTypes.string || type === tokTypes.template;
  return (isPattern && PROPERTY.test(text)) || (type === tokTypes.name && ICU.test(text)) ? `needs ICU: ${text}` : null;
};

const locates: Look = (text, { type }) =>
  type === tokTypes.name && LOCATION.test(text) ? `calls for the location: ${text}` : null;

const namesLocation: Look = (text, { type }) =>
  type === tokTypes.string && LOCATION.test(text.slice(1, -1)) ? `names the location: ${text}` : null;

/** What is wrong with a script; `null`: nothing. */
function troubleIn(script: string, looks: readonly Look[]): string | null {
  let trouble: string | null = null;
  const onToken = (token: Token): void => {
    const text = script.slice(token.start, token.end);
    for (const look of looks) trouble ??= look(text, token);
  };
  try {
    parse(script, { ecmaVersion: NEWEST, sourceType: 'script', onToken });
  } catch (error) {
    return String(error);
  }
  return trouble;
}

const BROWSER = [looksBehind];
const WECHAT = [looksBehind, needsIcu, locates];

test.each([
  ['h5', BROWSER],
  ['weapp-local', WECHAT],
] as const)('%s', (target, looks) => {
  const scripts = scriptsOf(target);
  expect(scripts.length).toBeGreaterThan(10);
  const troubles = scripts.map((file) => {
    const all = target === 'h5' || path.basename(file) === LISTS_NAMES ? looks : [...looks, namesLocation];
    return [path.relative(dist, file), troubleIn(readFileSync(file, 'utf8'), all)] as const;
  });
  expect(troubles.filter(([, trouble]) => trouble !== null)).toEqual([]);
});

test.each([
  ['a ??= b', 'SyntaxError'],
  ['class A { #b = 1 }', 'SyntaxError'],
  ['/(?<=a)b/.test("ab")', 'looks behind'],
  ['/[\\p{L}]/u.test(a)', 'needs ICU'],
  ['/\\P{L}/u.test(a)', 'needs ICU'],
  ['new RegExp("\\\\p{L}", "u")', 'needs ICU'],
  ['new RegExp(`\\\\p{L}${a}`, "u")', 'needs ICU'],
  ['a.normalize("NFKC")', 'needs ICU'],
  ['new Intl.NumberFormat("zh")', 'needs ICU'],
  ['a.localeCompare(b)', 'needs ICU'],
  ['a.toLocaleString()', 'needs ICU'],
  ['wx.getLocation({})', 'calls for the location'],
  ['wx.getFuzzyLocation({})', 'calls for the location'],
  ['wx["chooseLocation"]({})', 'names the location'],
])('would see %s', (script, said) => {
  expect(troubleIn(script, [...WECHAT, namesLocation])).toContain(said);
});

test('takes what old phones do know', () => {
  const script =
    'const { a, ...b } = c?.d ?? {}; async () => { for (const x of a) await x; }; /(?<y>\\d)/u; p({}); wx.openLocation()';
  expect(troubleIn(script, [...WECHAT, namesLocation])).toBeNull();
});
