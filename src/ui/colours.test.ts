/** The palette: every colour of a sheet is a token, and what is read can be read in both schemes (WCAG 2.1, 1.4.3 and 1.4.11). */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SRC = path.resolve(__dirname, '..');
const TOKENS = 'ui/tokens.scss';
/** Shapes of masks, and the swatches that show what the drawn cards look like. */
const DRAWINGS: Readonly<Record<string, RegExp>> = {
  'ui/icon-shapes.scss': /mask-image/,
  'features/slogans/designs.scss': /background: (?:radial|linear)-gradient/,
};
const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|(?<![-\w])(?:white|black|red|grey|gray)(?![-\w])/i;

const sheets = (readdirSync(SRC, { recursive: true }) as string[])
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.scss') && file !== TOKENS);

const withoutComments = (sheet: string): string =>
  sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

/** Lines of a sheet that name a colour which no scheme can change. */
function fixedColours(file: string, sheet: string): string[] {
  const drawing = DRAWINGS[file];
  return withoutComments(sheet)
    .split('\n')
    .filter((line) => COLOUR.test(line) && drawing?.test(line) !== true)
    .map((line) => line.trim());
}

test('no sheet names a colour of its own', () => {
  expect(sheets.length).toBeGreaterThan(20);
  const found = sheets.flatMap((file) =>
    fixedColours(file, readFileSync(path.join(SRC, file), 'utf8')).map((line) => `${file}: ${line}`),
  );
  expect(found).toEqual([]);
});

test.each(['color: #fff;', 'background: rgb(0 0 0 / 30%);', 'border: 1px solid white;'])('%s is found', (line) => {
  expect(fixedColours('ui/row.scss', `.a {\n  ${line}\n}`)).toEqual([line]);
});

test.each(['white-space: nowrap;', 'color: var(--ink); // not #fff', '--webkit-box: 0;'])('%s is none', (line) => {
  expect(fixedColours('ui/row.scss', `.a {\n  ${line}\n}`)).toEqual([]);
});

type Scheme = Readonly<Record<string, string>>;

function schemesOf(sheet: string): { readonly light: Scheme; readonly dark: Scheme } {
  const at = sheet.indexOf('@media (prefers-color-scheme: dark)');
  const read = (text: string): Scheme =>
    Object.fromEntries(
      Array.from(text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g), ([, name = '', value = '']) => [name, value]),
    );
  const light = read(sheet.slice(0, at));
  return { light, dark: { ...light, ...read(sheet.slice(at)) } };
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => {
    const share = parseInt(colour.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const TEXTS: readonly (readonly [words: string, grounds: readonly string[]])[] = [
  ['ink', ['paper', 'card', 'fill', 'gold-soft', 'pine-soft', 'vermilion-soft']],
  ['grey', ['paper', 'card', 'fill']],
  ['vermilion', ['paper', 'card', 'vermilion-soft', 'fill']],
  ['vermilion-deep', ['card', 'vermilion-soft']],
  ['gold-deep', ['paper', 'card', 'gold-soft']],
  ['pine', ['paper', 'card', 'pine-soft']],
  ['on-main', ['main', 'band', 'band-deep']],
  ['band-words', ['band', 'band-deep']],
];
const SHAPES: readonly (readonly [shape: string, grounds: readonly string[]])[] = [
  ['gold', ['paper', 'card', 'gold-soft']],
  ['edge', ['card', 'paper']],
  ['main', ['card', 'paper']],
  ['on', ['card', 'knob']],
];

const schemes = schemesOf(readFileSync(path.join(SRC, TOKENS), 'utf8'));

describe.each(['light', 'dark'] as const)('%s', (name) => {
  const scheme = schemes[name];
  const ratio = (one: string, other: string): number => contrast(scheme[one] ?? '', scheme[other] ?? '');

  test('words have 4.5 : 1 on every ground that they stand on', () => {
    const faint = TEXTS.flatMap(([words, grounds]) =>
      grounds
        .filter((ground) => !(ratio(words, ground) >= 4.5))
        .map((ground) => `${words} on ${ground}: ${ratio(words, ground).toFixed(2)}`),
    );
    expect(faint).toEqual([]);
  });

  test('edges, icons and switches have 3 : 1', () => {
    const faint = SHAPES.flatMap(([shape, grounds]) =>
      grounds
        .filter((ground) => !(ratio(shape, ground) >= 3))
        .map((ground) => `${shape} on ${ground}: ${ratio(shape, ground).toFixed(2)}`),
    );
    expect(faint).toEqual([]);
  });
});

test('codes are on white, and the schemes differ', () => {
  expect(schemes.dark['code-paper']).toBe('#ffffff');
  expect(schemes.dark.paper).toBe('#15171a');
  expect(schemes.dark.card).toBe('#1e2125');
  expect(schemes.dark.ink).toBe('#ece9e4');
});

test('the bars that WeChat draws have the same colours as the pages below them', () => {
  const theme = JSON.parse(readFileSync(path.join(SRC, 'theme.json'), 'utf8')) as Record<'light' | 'dark', Scheme>;
  for (const name of ['light', 'dark'] as const) {
    const { paper, card, tab, tabOn } = theme[name];
    const drawn = [paper, card, tab, tabOn].map((colour) => colour?.toLowerCase());
    expect(drawn).toEqual(['paper', 'card', 'grey', 'vermilion'].map((token) => schemes[name][token]));
  }
});
