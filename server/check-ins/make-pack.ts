/** Makes a device's list. One ticket costs 0.2 ms of a core, so a long list is made in a worker. */
import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import {
  PACK_ITERATIONS,
  PACK_NONCE_BYTES,
  PACK_SALT_BYTES,
  packParty,
  toHex,
  type WirePack,
  type PackCrypto,
  type PackedParty,
} from '../../domain/check-in/pack';
import { formatInstant } from '../../domain/time/time';

const CIPHER = 'aes-128-gcm';
const TAG_BYTES = 16;
const DERIVED_BYTES = 32;

/** The same bytes as the phone's `phoneCrypto`, in native code. */
export const serverCrypto: PackCrypto = {
  derive: (ticket, salt, iterations) => pbkdf2Sync(ticket, salt, iterations, DERIVED_BYTES, 'sha256'),
  encrypt: (key, nonce, plain) => {
    const cipher = createCipheriv(CIPHER, key, nonce);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  decrypt: (key, nonce, encrypted) => {
    const split = encrypted.length - TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(encrypted.subarray(split));
    try {
      return Buffer.concat([decipher.update(encrypted.subarray(0, split)), decipher.final()]);
    } catch {
      return null;
    }
  },
};

/**
 * The whole list of an event for one device, with a salt of its own. The entries come in the order of their lookups, so
 * that nobody sees who signed up first. `now` is epoch ms.
 */
export function makePack(event: string, parties: readonly PackedParty[], now: number): WirePack {
  const salt = randomBytes(PACK_SALT_BYTES);
  const entries = parties.map((party) => packParty(party, salt, randomBytes(PACK_NONCE_BYTES), serverCrypto));
  return {
    version: 1,
    event,
    madeAt: formatInstant(now),
    salt: toHex(salt),
    iterations: PACK_ITERATIONS,
    entries: entries.sort(),
  };
}
