/**
 * Passwords at rest: scrypt (RFC 7914), with a salt and its cost beside each hash. Only so many are worked on at once,
 * since each takes 64 MB and a good part of a second.
 */
import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

export interface PasswordCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** One of the settings that OWASP's Password Storage Cheat Sheet takes for equal (2^16, 8, 2). */
export const PASSWORD_COST: PasswordCost = { N: 2 ** 16, r: 8, p: 2 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const AT_ONCE = 2;
/** Whoever comes after so many has to try again. */
const MOST_WAITING = 40;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly cost: PasswordCost = PASSWORD_COST) {}

  /** `null`: too many are waiting already. */
  async hash(password: string): Promise<string | null> {
    const salt = randomBytes(SALT_BYTES);
    const key = await this.work(password, salt, this.cost);
    const { N, r, p } = this.cost;
    return key && ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
  }

  /** `stored` null: there is no such account, which takes as long to find out. `null`: too many are waiting already. */
  async verify(password: string, stored: string | null): Promise<boolean | null> {
    const [, N, r, p, salt, hash] = stored?.split('$') ?? [];
    if (salt === undefined || hash === undefined) {
      const key = await this.work(password, randomBytes(SALT_BYTES), this.cost);
      return key && false;
    }
    const cost = { N: Number(N), r: Number(r), p: Number(p) };
    const key = await this.work(password, Buffer.from(salt, 'base64url'), cost);
    return key && timingSafeEqual(key, Buffer.from(hash, 'base64url'));
  }

  private async work(password: string, salt: Buffer, { N, r, p }: PasswordCost): Promise<Buffer | null> {
    if (!(await this.enter())) return null;
    try {
      return await derive(password.normalize('NFC'), salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r });
    } finally {
      this.leave();
    }
  }

  private enter(): Promise<boolean> {
    if (this.running < AT_ONCE) {
      this.running += 1;
      return Promise.resolve(true);
    }
    if (this.waiting.length >= MOST_WAITING) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.waiting.push(() => {
        resolve(true);
      });
    });
  }

  /** The place goes to the one who has waited longest. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
