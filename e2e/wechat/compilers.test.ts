/** WeChat's own compilers take the build, and say so when they would not. */
import { BUILD, filesOf, refuseSheets, refuseTemplates, withFault } from './tools';

test('wcc takes every template', async () => {
  expect(filesOf(BUILD, '.wxml').length).toBeGreaterThan(10);
  expect(await refuseTemplates(BUILD)).toBeNull();
});

test('wcsc takes every sheet', async () => {
  expect(filesOf(BUILD, '.wxss').length).toBeGreaterThan(10);
  expect(await refuseSheets(BUILD)).toEqual([]);
});

test.each([
  ['an input without its end tag', (text: string) => text.replace('</input>', ''), 'expect end-tag `input`'],
  ['a template that never ends', (text: string) => text.replace('</template>', ''), 'end tag missing'],
])('wcc refuses %s', async (_name, change, said) => {
  expect(await withFault(BUILD, 'base.wxml', change, refuseTemplates)).toContain(said);
});

test.each([
  ['a selector of everything', '* { margin: 0; }', 'unexpected token `*`'],
  ['a browser’s rule for all boxes', '*, *::before { box-sizing: border-box; }', 'unexpected token `*`'],
  ['a rule that never ends', '.card { color: red;', 'app.wxss'],
])('wcsc refuses %s', async (_name, rule, said) => {
  const refusals = await withFault(BUILD, 'app.wxss', (text) => `${text}\n${rule}`, refuseSheets);
  expect(refusals.join('\n')).toContain(said);
});
