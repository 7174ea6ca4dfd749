import * as fc from 'fast-check';
import { MOST_COPY_BYTES } from '../policy';
import { isCopyTooLarge, utf8Bytes } from './copy-size';

const MB = 1_000_000;

test.each([
  ['nothing yet', { bytes: 0, events: 0, total: 50_000 }, false],
  ['as much as may be', { bytes: MOST_COPY_BYTES, events: 11_000, total: 11_000 }, false],
  ['one byte more', { bytes: MOST_COPY_BYTES + 1, events: 11_000, total: 11_000 }, true],
  ['a first page of very many', { bytes: 0.4 * MB, events: 500, total: 20_000 }, true],
  ['a first page of what will fit', { bytes: 0.4 * MB, events: 500, total: 9_000 }, false],
  ['a first page of long ones, too near to say', { bytes: 0.4 * MB, events: 500, total: 11_000 }, false],
  ['a server that says no number', { bytes: 0.4 * MB, events: 500, total: null }, false],
])('%s', (_, copy, tooLarge) => {
  expect(isCopyTooLarge(copy)).toBe(tooLarge);
});

test('what passes the limit is always refused, and the numbers never turn a refusal round', () => {
  const copy = fc.record({
    bytes: fc.nat({ max: 20 * MB }),
    events: fc.nat({ max: 30_000 }),
    total: fc.option(fc.nat({ max: 60_000 }), { nil: null }),
  });
  fc.assert(
    fc.property(copy, fc.nat({ max: MB }), (given, more) => {
      if (given.bytes > MOST_COPY_BYTES) expect(isCopyTooLarge(given)).toBe(true);
      if (isCopyTooLarge(given)) expect(isCopyTooLarge({ ...given, bytes: given.bytes + more })).toBe(true);
    }),
  );
});

test('bytes are those of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(utf8Bytes(text)).toBe(Buffer.byteLength(text));
    }),
  );
  expect(utf8Bytes('质量月 é 🏅')).toBe(Buffer.byteLength('质量月 é 🏅'));
});
