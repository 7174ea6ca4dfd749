import { decodeFile } from './file-text';

const TEXT = '[{"title":"质量月"}]';
const le = Buffer.from(TEXT, 'utf16le');
/** `[{"title":"质量月"}]` in GBK. */
const GBK = Buffer.concat([
  Buffer.from('[{"title":"'),
  Buffer.from([0xd6, 0xca, 0xc1, 0xbf, 0xd4, 0xc2]),
  Buffer.from('"}]'),
]);

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
  ['GBK', GBK],
  ['UTF-16, little end first', Buffer.concat([Buffer.from([0xff, 0xfe]), le])],
  ['UTF-16, big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(le).swap16()])],
  ['UTF-16 without a mark', le],
  ['UTF-16 without a mark, big end first', Buffer.from(le).swap16()],
])('%s', (_, bytes) => {
  expect(decodeFile(bytes)).toBe(TEXT);
});

test.each([
  ['what is no text', Buffer.from([0x80, 0x81, 0xff, 0xff])],
  ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x5b])],
])('%s is not read', (_, bytes) => {
  expect(decodeFile(bytes)).toBeNull();
});

test('UTF-16 without a mark that begins in Chinese', () => {
  const csv = '编号,活动项目,标题\r\n';
  expect(decodeFile(Buffer.from(csv, 'utf16le'))).toBe(csv);
});
