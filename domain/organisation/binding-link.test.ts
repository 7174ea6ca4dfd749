import { bindingLink, parseBinding } from './binding-link';

const CODE = 'aB3_-'.padEnd(43, 'x');

test.each<[string, string, string | null]>([
  ['the link itself', bindingLink('https://zly.example.cn', CODE), CODE],
  ['the code alone, with blanks around it', ` ${CODE}\n`, CODE],
  ['a link with more behind it', `https://a.cn/#/packages/field/index?from=x&bind=${CODE}&y=1`, CODE],
  ['a code that is too long', `https://a.cn/?bind=${CODE}x`, null],
  ['a code that is too short', `https://a.cn/?bind=${CODE.slice(1)}`, null],
  ['another QR', 'https://a.cn/', null],
  ['nothing', '', null],
])('what was scanned is read: %s', (_, text, code) => {
  expect(parseBinding(text)).toBe(code);
});
