import { findPasswordFault } from './password';

test.each([
  ['nine characters', 'Zk8#mQ2wT', 'too-short'],
  ['ten', 'Zk8#mQ2wTv', null],
  ['a phrase in Chinese', '高原上的牦牛慢慢地走过', null],
  ['a phrase in Tibetan', 'བཀྲ་ཤིས་བདེ་ལེགས་ཞུ', null],
  ['emoji count as one each', '👍🐂🏔️☀️🌾', 'too-short'],
  ['the login', 'zhao.minqi9', 'password-is-login'],
  ['the login in other case', 'ZHAO.Minqi9', 'password-is-login'],
  ['the login twice', 'zhao.minqi9zhao.minqi9', 'password-is-login'],
  ['a word with a year', 'Password2026', 'common-password'],
  ['a word with signs for letters', 'P@ssw0rd!!2026', 'common-password'],
  ['admin and digits', 'admin12345678', 'common-password'],
  ['a row of digits', '1234567890', 'common-password'],
  ['the row backwards', '0987654321', 'common-password'],
  ['a telephone number', '13800138000', 'common-password'],
  ['a row of the keyboard', 'qwertyuiop', 'common-password'],
  ['two rows in turn', '1q2w3e4r5t', 'common-password'],
  ['the same short run again', 'abcabcabcabc', 'common-password'],
  ['one character', 'aaaaaaaaaaaa', 'common-password'],
  ['three', 'ab1ab1ab1ab1', 'common-password'],
  ['woaini1314520', 'woaini1314520', 'common-password'],
  ['words that nobody has in a list', 'yak butter lamp 4', null],
  ['a word inside others', 'my admin keeps goats', null],
  ['too long to be read in earnest', 'x1Y'.repeat(70), 'too-long'],
] as const)('%s', (_, password, fault) => {
  expect(findPasswordFault(password, 'Zhao.Minqi9')).toBe(fault);
});
