/**
 * Personal data at rest: AES-256-GCM, each time with a random nonce, bound to the row that it stands in, so that no
 * ciphertext can be moved to another. The first key seals; the others only open what was sealed before they were
 * replaced.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface PiiKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

export type PiiKeys = readonly [PiiKey, ...PiiKey[]];

export interface Encrypted {
  readonly keyId: string;
  /** Nonce, tag and ciphertext, base64. */
  readonly encrypted: string;
}

export class Encryptor {
  private readonly byId: ReadonlyMap<string, Buffer>;

  constructor(private readonly keys: PiiKeys) {
    this.byId = new Map(keys.map(({ id, key }) => [id, key]));
  }

  /** `place` names the row; decrypting needs the same. */
  encrypt(text: string, place: string): Encrypted {
    const [{ id, key }] = this.keys;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return { keyId: id, encrypted: Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64') };
  }

  /**
   * Stands for a text without saying it, the same each time. By the oldest key, so that it stays the same when a new key
   * comes; `purpose` keeps one kind of text apart from another.
   */
  fingerprint(text: string, purpose: string): string {
    const { key } = this.keys[this.keys.length - 1] ?? this.keys[0];
    return createHmac('sha256', key).update(`${purpose}:${text}`).digest('base64url').slice(0, 22);
  }

  /** `null`: the key is no longer there, or it was tampered with. */
  decrypt({ keyId, encrypted }: Encrypted, place: string): string | null {
    const key = this.byId.get(keyId);
    if (!key) return null;
    const bytes = Buffer.from(encrypted, 'base64');
    try {
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return null;
    }
  }
}
