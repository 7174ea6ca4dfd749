/**
 * Encrypts what the door keeps, with a key that the browser never hands out: tickets that wait for their upload, and the
 * device's token (docs/rules.md, "At the door", rule 8).
 */
import type { Database } from './database';

const KEY = 'key';
const NONCE_BYTES = 12;

export interface Vault {
  readonly encrypt: (value: unknown) => Promise<Uint8Array>;
  /** `null`: it is not of this key, or damaged. */
  readonly decrypt: (stored: unknown) => Promise<unknown>;
}

async function keyOf(db: Database): Promise<CryptoKey> {
  const kept = await db.read('values', KEY);
  if (kept instanceof CryptoKey) return kept;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await db.write([{ table: 'values', key: KEY, value: key }]);
  return key;
}

export async function openVault(db: Database): Promise<Vault> {
  const key = await keyOf(db);
  return {
    encrypt: async (value) => {
      const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const plain = new TextEncoder().encode(JSON.stringify(value));
      const encrypted = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain));
      const stored = new Uint8Array(NONCE_BYTES + encrypted.length);
      stored.set(iv);
      stored.set(encrypted, NONCE_BYTES);
      return stored;
    },
    decrypt: async (stored) => {
      if (!(stored instanceof Uint8Array)) return null;
      const bytes = new Uint8Array(stored);
      try {
        const plain = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: bytes.slice(0, NONCE_BYTES) },
          key,
          bytes.slice(NONCE_BYTES),
        );
        return JSON.parse(new TextDecoder().decode(plain)) as unknown;
      } catch {
        return null;
      }
    },
  };
}
