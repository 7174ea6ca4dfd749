import { pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import { pbkdf2Sha256 } from './pbkdf2';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const native = (password: Uint8Array, salt: Uint8Array, iterations: number): string =>
  pbkdf2Sync(password, salt, iterations, 32, 'sha256').toString('hex');
const ours = (password: Uint8Array, salt: Uint8Array, iterations: number): string =>
  Buffer.from(pbkdf2Sha256(password, salt, iterations)).toString('hex');

test('RFC 7914, section 11, and a thousand rounds', () => {
  expect(ours(bytesOf('passwd'), bytesOf('salt'), 1)).toBe(
    '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc',
  );
  expect(ours(bytesOf('ABCDEFGH23'), new Uint8Array(16), 1000)).toBe(
    native(bytesOf('ABCDEFGH23'), new Uint8Array(16), 1000),
  );
});

test('whatever the password and the salt, the bytes are the server’s', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 64 }),
      fc.uint8Array({ maxLength: 80 }),
      fc.integer({ min: 1, max: 20 }),
      (password, salt, iterations) => {
        expect(ours(password, salt, iterations)).toBe(native(password, salt, iterations));
      },
    ),
    { seed: 8, verbose: true },
  );
});

test('a password longer than a block is refused, since it would be hashed first', () => {
  expect(() => pbkdf2Sha256(new Uint8Array(65), new Uint8Array(0), 1)).toThrow(RangeError);
});
