/**
 * The list on a device (docs/rules.md, "At the door", rule 8): for each sign-up a lookup and an encrypted entry, both
 * derived from its ticket by PBKDF2 (RFC 8018), so that only who holds a ticket can open its entry. Nothing is derived from a
 * ticket by a fast hash: it has 49.5 bits. The format after alf.io's offline check-in.
 */
import * as v from 'valibot';
import { EventIdSchema } from '../event/event';
import { InstantSchema } from '../time/instant';
import { DAY_MS, MINUTE_MS } from '../time/time';
import type { ListedParty } from './on-device';

/**
 * RFC 8018, section 4.2, asks for 1,000 at least. A phone derives in 1.3 ms with a compiler and in some 40 ms of a
 * server's core without one (iPhones in WeChat); 5,000 tickets cost the server 0.9 s of one core.
 */
export const PACK_ITERATIONS = 1_000;
const MOST_ITERATIONS = 10_000;
/** Bytes. */
export const PACK_SALT_BYTES = 16;
export const PACK_NONCE_BYTES = 12;
const LOOKUP_BYTES = 12;
const KEY_BYTES = 16;
const TAG_BYTES = 16;
/** An entry is filled up to a multiple of this, so that its length says nothing of the name's. */
const BLOCK_BYTES = 32;

/** A device asks for a new list when its own is older: making one costs the server a core for a moment. */
export const LIST_FRESH_MS = 2 * MINUTE_MS;

/** Whether a device must erase its list: 24 h after the event's end. Epoch ms. */
export function isPackExpired(endsAt: number, now: number): boolean {
  return now >= endsAt + DAY_MS;
}

const hex = (min: number, max = min) =>
  v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{2})*$/, 'hex'), v.minLength(2 * min), v.maxLength(2 * max));

/** `GET /api/v1/door/pack`. */
export const PackSchema = v.object({
  version: v.literal(1),
  event: EventIdSchema,
  /** Of the server's knowledge in it. */
  madeAt: InstantSchema,
  /** Made for one event and one device. */
  salt: hex(PACK_SALT_BYTES),
  iterations: v.pipe(v.number(), v.integer(), v.minValue(PACK_ITERATIONS), v.maxValue(MOST_ITERATIONS)),
  /** Each: 12 bytes of lookup, 12 of nonce, the ciphertext, 16 of tag; in hexadecimal. In no order that says anything. */
  entries: v.array(hex(LOOKUP_BYTES + PACK_NONCE_BYTES + BLOCK_BYTES + TAG_BYTES, 256)),
});
export type Pack = v.InferOutput<typeof PackSchema>;
/** The same as it is sent. */
export type WirePack = v.InferInput<typeof PackSchema>;

/** PBKDF2-HMAC-SHA-256 and AES-128-GCM of the machine that the rule runs on. */
export interface PackCrypto {
  /** 32 bytes: one block of the hash, so that half of it does not cost half. */
  derive(ticket: Uint8Array, salt: Uint8Array, iterations: number): Uint8Array;
  /** The ciphertext, then the tag. */
  encrypt(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array;
  /** `null` where the tag does not fit. */
  decrypt(key: Uint8Array, nonce: Uint8Array, encrypted: Uint8Array): Uint8Array | null;
}

export interface PackedParty extends ListedParty {
  readonly ticket: string;
}

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

/** A text of ASCII alone; WeChat has no `TextEncoder`. */
function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

const STATUS_LETTERS = { confirmed: 'c', waitlisted: 'w', cancelled: 'x' } as const;
const EntrySchema = v.pipe(
  v.tuple([v.string(), v.number(), v.picklist(['c', 'w', 'x']), v.number()]),
  v.transform(([name, seats, letter, inside]): ListedParty => {
    const status = letter === 'c' ? 'confirmed' : letter === 'w' ? 'waitlisted' : 'cancelled';
    return { name, seats, status, inside };
  }),
);

/** JSON with every character beyond ASCII escaped, filled up with spaces. */
function plainEntry({ name, seats, status, inside }: ListedParty): Uint8Array {
  const json = JSON.stringify([name, seats, STATUS_LETTERS[status], inside]).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return asciiBytes(json.padEnd(Math.ceil(json.length / BLOCK_BYTES) * BLOCK_BYTES, ' '));
}

interface Derived {
  readonly lookup: string;
  readonly key: Uint8Array;
}

function derive(ticket: string, salt: Uint8Array, iterations: number, crypto: PackCrypto): Derived {
  const bytes = crypto.derive(asciiBytes(ticket), salt, iterations);
  return { key: bytes.slice(0, KEY_BYTES), lookup: toHex(bytes.slice(KEY_BYTES, KEY_BYTES + LOOKUP_BYTES)) };
}

/** One entry of a list. `nonce`: random, never used twice. */
export function packParty(
  party: PackedParty,
  salt: Uint8Array,
  nonce: Uint8Array,
  crypto: PackCrypto,
  iterations = PACK_ITERATIONS,
): string {
  const { lookup, key } = derive(party.ticket, salt, iterations, crypto);
  return lookup + toHex(nonce) + toHex(crypto.encrypt(key, nonce, plainEntry(party)));
}

/** A list that is ready to be asked: by lookup. Made once, when it arrives or is read. */
export interface OpenPack {
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly sealedBy: ReadonlyMap<string, string>;
}

export function openPack(pack: Pick<Pack, 'salt' | 'iterations' | 'entries'>): OpenPack {
  const cut = 2 * LOOKUP_BYTES;
  return {
    salt: fromHex(pack.salt),
    iterations: pack.iterations,
    sealedBy: new Map(pack.entries.map((entry) => [entry.slice(0, cut), entry.slice(cut)])),
  };
}

export interface PackFinding {
  /** The ticket's name in this list, whether it is in it or not. */
  readonly lookup: string;
  /** `null` if the ticket is not in the list, or its entry is damaged. */
  readonly listed: ListedParty | null;
}

/** What the list says of a ticket (`parseTicket` has read it). */
export function lookUp(pack: OpenPack, ticket: string, crypto: PackCrypto): PackFinding {
  const { lookup, key } = derive(ticket, pack.salt, pack.iterations, crypto);
  return { lookup, listed: openEntry(pack.sealedBy.get(lookup), key, crypto) };
}

function openEntry(entry: string | undefined, key: Uint8Array, crypto: PackCrypto): ListedParty | null {
  if (entry === undefined) return null;
  const cut = 2 * PACK_NONCE_BYTES;
  const plain = crypto.decrypt(key, fromHex(entry.slice(0, cut)), fromHex(entry.slice(cut)));
  if (plain === null) return null;
  const parsed = v.safeParse(EntrySchema, JSON.parse(String.fromCharCode(...plain)));
  return parsed.success ? parsed.output : null;
}

/**
 * What a device's lists say of a ticket at one event: `own` is that event's list, `others` those of the other events that
 * the device checks, asked only for a ticket that is not in the first.
 */
export function findOnDevice(
  own: OpenPack | null,
  others: readonly OpenPack[],
  ticket: string,
  crypto: PackCrypto,
): { readonly lookup: string | null; readonly listed: ListedParty | null; readonly elsewhere: boolean } {
  const found = own === null ? { lookup: null, listed: null } : lookUp(own, ticket, crypto);
  const elsewhere = found.listed === null && others.some((pack) => lookUp(pack, ticket, crypto).listed !== null);
  return { ...found, elsewhere };
}
