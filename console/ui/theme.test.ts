/** The console may not read the app's files, so that its colours are copies; this holds them to the original. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DARK, LIGHT } from './theme';

const ROOT = path.resolve(__dirname, '../..');
const read = (file: string): readonly [light: string, dark: string] => {
  const [light = '', dark = ''] = readFileSync(path.join(ROOT, file), 'utf8').split('prefers-color-scheme: dark');
  return [light, dark];
};
const colourIn = (sheet: string, name: string): string | undefined =>
  new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`).exec(sheet)?.[1];
const namesIn = (sheet: string): string[] => [...sheet.matchAll(/--([a-z-]+):\s*#/g)].map(([, name = '']) => name);

const [light, dark] = read('src/ui/tokens.scss');
const [ownLight, ownDark] = read('console/console.css');

test.each([
  ['light', LIGHT, light],
  ['dark', DARK, dark],
])('antd gets the app’s colours: %s', (_, colours, sheet) => {
  for (const [name, colour] of Object.entries(colours)) expect([name, colour]).toEqual([name, colourIn(sheet, name)]);
});

test.each([
  ['light', ownLight, light],
  ['dark', ownDark, dark],
])('and so does the console’s own sheet: %s', (_, own, sheet) => {
  const names = namesIn(own);
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect([name, colourIn(own, name)]).toEqual([name, colourIn(sheet, name)]);
});
