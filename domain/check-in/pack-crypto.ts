/** The list's cryptography on a phone, in JavaScript alone: WeChat has no WebCrypto. The server's gives the same bytes. */
import { gcm } from '@noble/ciphers/aes.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { PackCrypto } from './pack';

const DERIVED_BYTES = 32;

export const phoneCrypto: PackCrypto = {
  derive: (ticket, salt, iterations) => pbkdf2(sha256, ticket, salt, { c: iterations, dkLen: DERIVED_BYTES }),
  encrypt: (key, nonce, plain) => gcm(key, nonce).encrypt(plain),
  decrypt: (key, nonce, encrypted) => {
    try {
      return gcm(key, nonce).decrypt(encrypted);
    } catch {
      return null;
    }
  },
};
