import * as v from 'valibot';
import type { ListedParty } from './on-device';
import {
  findOnDevice,
  fromHex,
  lookUp,
  isPackExpired,
  openPack,
  PACK_ITERATIONS,
  packParty,
  PackSchema,
  toHex,
} from './pack';
import { phoneCrypto } from './pack-crypto';

const SALT = new Uint8Array(16).fill(9);
const NONCE = new Uint8Array(12).fill(5);
const TICKET = 'ABCDEFGHJ2';
const party: ListedParty = { name: '张*', seats: 3, status: 'confirmed', inside: 1 };

const packOf = (entries: readonly string[]) => ({
  version: 1 as const,
  event: 'lab',
  madeAt: '2026-09-08T09:00:00+08:00',
  salt: toHex(SALT),
  iterations: PACK_ITERATIONS,
  entries: [...entries],
});

test.each<readonly [string, ListedParty]>([
  ['confirmed', party],
  ['waiting', { ...party, status: 'waitlisted', inside: 0 }],
  ['cancelled', { ...party, status: 'cancelled' }],
  ['a name in Tibetan', { ...party, name: 'བ**' }],
  ['a name beyond the basic plane', { ...party, name: '𠮷**' }],
  ['a name with quotes', { ...party, name: '"\\*' }],
  ['no name any more', { ...party, name: '' }],
  ['a name longer than usual', { ...party, name: '欧阳欧阳欧阳欧阳' }],
])('an entry opens with its ticket: %s', (_, listed) => {
  const pack = packOf([packParty({ ...listed, ticket: TICKET }, SALT, NONCE, phoneCrypto)]);
  expect(v.is(PackSchema, pack)).toBe(true);
  expect(lookUp(openPack(pack), TICKET, phoneCrypto).listed).toEqual(listed);
});

describe('a list of one', () => {
  const entry = packParty({ ...party, ticket: TICKET }, SALT, NONCE, phoneCrypto);
  const damaged = entry.slice(0, -1) + (entry.endsWith('0') ? '1' : '0');
  const otherSalt = { ...packOf([entry]), salt: toHex(SALT.map((byte) => byte + 1)) };
  test.each([
    ['another ticket', packOf([entry]), 'ABCDEFGHJ3'],
    ['another device’s salt', otherSalt, TICKET],
    ['other iterations', { ...packOf([entry]), iterations: PACK_ITERATIONS + 1 }, TICKET],
    ['a damaged entry', packOf([damaged]), TICKET],
    ['an entry of another ticket under this lookup', packOf([entry.slice(0, 24) + otherEntry().slice(24)]), TICKET],
    ['an empty list', packOf([]), TICKET],
  ])('does not open with %s', (_, pack, ticket) => {
    expect(lookUp(openPack(pack), ticket, phoneCrypto).listed).toBeNull();
  });

  test('says nothing in clear, and a name’s length neither', () => {
    const text = JSON.stringify(packOf([entry]));
    for (const secret of [
      TICKET,
      '张',
      toHex(Uint8Array.from(Buffer.from('张*'))),
      'u5f20',
      toHex(Buffer.from(TICKET)),
    ]) {
      expect(text).not.toContain(secret);
    }
    const longer = packParty({ ...party, name: '欧**', ticket: TICKET }, SALT, NONCE, phoneCrypto);
    expect(longer).toHaveLength(entry.length);
  });
});

function otherEntry(): string {
  return packParty({ ...party, ticket: 'ABCDEFGHJ3' }, SALT, NONCE, phoneCrypto);
}

test.each([
  ['too few iterations', { ...packOf([]), iterations: 1 }],
  ['so many that a phone would hang', { ...packOf([]), iterations: 1_000_000 }],
  ['a short salt', { ...packOf([]), salt: '00' }],
  ['an entry that is no hexadecimal', packOf(['张*'.repeat(80)])],
])('a list is refused with %s', (_, pack) => {
  expect(v.is(PackSchema, pack)).toBe(false);
});

test('hexadecimal reads back', () => {
  const all = Uint8Array.from({ length: 256 }, (_, n) => n);
  expect(fromHex(toHex(all))).toEqual(all);
});

test('a list is kept for a day after its event', () => {
  const day = 24 * 60 * 60 * 1000;
  expect([isPackExpired(5, 5 + day - 1), isPackExpired(5, 5 + day)]).toEqual([false, true]);
});

describe('a device with the lists of two events', () => {
  const entry = packParty({ ...party, ticket: TICKET }, SALT, NONCE, phoneCrypto);
  const own = openPack(packOf([entry]));
  const other = openPack(packOf([otherEntry()]));
  test.each([
    ['a ticket of this event', own, TICKET, { listed: party, elsewhere: false }],
    ['a ticket of the other event', own, 'ABCDEFGHJ3', { listed: null, elsewhere: true }],
    ['a ticket of neither', own, 'ABCDEFGHJ4', { listed: null, elsewhere: false }],
    ['no list of this event', null, TICKET, { lookup: null, listed: null, elsewhere: false }],
  ])('%s', (_, list, ticket, found) => {
    expect(findOnDevice(list, [other], ticket, phoneCrypto)).toMatchObject(found);
  });

  test('a party has one name in a list, and another in every other list', () => {
    const name = lookUp(own, TICKET, phoneCrypto).lookup;
    expect(findOnDevice(own, [], TICKET, phoneCrypto).lookup).toBe(name);
    const salted = openPack({ ...packOf([]), salt: toHex(SALT.map((byte) => byte + 1)) });
    expect(lookUp(salted, TICKET, phoneCrypto).lookup).not.toBe(name);
  });
});
