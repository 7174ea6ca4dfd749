import * as fc from 'fast-check';
import { creditCheckCharacter, isCreditCode } from './credit-code';

test.each([
  ['the standard’s own example', '91350100M000100Y43'],
  ['a company', '914403001922038216'],
  ['one with letters at its end', '9144030071526726XG'],
])('%s is a code', (_, code) => {
  expect(isCreditCode(code)).toBe(true);
});

test.each([
  ['a wrong check character', '91350100M000100Y44'],
  ['small letters', '91350100m000100y43'],
  ['a character that the standard leaves out', '9135010OM000100Y43'],
  ['17 characters', '91350100M000100Y4'],
  ['19 characters', '91350100M000100Y433'],
  ['no region’s province', '91990100M000100Y43'],
  ['nothing', ''],
])('%s is none', (_, code) => {
  expect(isCreditCode(code)).toBe(false);
});

test('any one character changed is noticed', () => {
  const code = '91350100M000100Y43';
  const characters = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
  fc.assert(
    fc.property(fc.nat(17), fc.constantFrom(...characters), (place, character) => {
      const changed = code.slice(0, place) + character + code.slice(place + 1);
      expect(isCreditCode(changed)).toBe(changed === code);
    }),
  );
});

test('a foreign character has no check character', () => {
  expect(creditCheckCharacter('9135010OM000100Y4')).toBeNull();
});
