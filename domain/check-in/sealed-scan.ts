/**
 * A scan that waits for the network, encrypted (docs/rules.md, "At the door", rule 8): no ticket is in a device's storage in
 * clear. The key is made of the token that the device was paired with, so that whoever erases that erases the scans.
 */
import * as v from 'valibot';
import { formatInstant } from '../time/time';
import { fromHex, type PackCrypto, toHex } from './pack';
import { type Scan, ScanSchema } from './scan';

const KEY_BYTES = 16;
const NONCE_BYTES = 12;
const NO_SALT = new Uint8Array(0);

const asciiBytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
/** Random, and used once: a scan's id. */
const nonceOf = (id: string): Uint8Array => fromHex(id.replace(/-/g, '')).slice(0, NONCE_BYTES);

/** `secret`: 256 random bits, so that one round of hashing is enough. */
export function makeSeal(secret: string, crypto: PackCrypto): Uint8Array {
  return crypto.derive(asciiBytes(secret), NO_SALT, 1).slice(0, KEY_BYTES);
}

/** As it goes over the wire. */
export const toWireScan = (scan: Scan): v.InferInput<typeof ScanSchema> => ({ ...scan, at: formatInstant(scan.at) });

export function sealScan(scan: Scan, seal: Uint8Array, crypto: PackCrypto): string {
  return toHex(crypto.encrypt(seal, nonceOf(scan.id), asciiBytes(JSON.stringify(toWireScan(scan)))));
}

/** `null`: the seal is another one, or what is stored is damaged. */
export function openScan(id: string, sealed: string, seal: Uint8Array, crypto: PackCrypto): Scan | null {
  const plain = crypto.decrypt(seal, nonceOf(id), fromHex(sealed));
  if (plain === null) return null;
  const parsed = v.safeParse(ScanSchema, JSON.parse(String.fromCharCode(...plain)));
  return parsed.success ? parsed.output : null;
}
