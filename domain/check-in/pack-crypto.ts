/** The list's cryptography on a phone, in JavaScript alone: WeChat has no WebCrypto. The server's gives the same bytes. */
import { gcm } from '@noble/ciphers/aes.js';
import type { PackCrypto } from './pack';
import { pbkdf2Sha256 } from './pbkdf2';

export const phoneCrypto: PackCrypto = {
  derive: pbkdf2Sha256,
  encrypt: (key, nonce, plain) => gcm(key, nonce).encrypt(plain),
  decrypt: (key, nonce, encrypted) => {
    try {
      return gcm(key, nonce).decrypt(encrypted);
    } catch {
      return null;
    }
  },
};
