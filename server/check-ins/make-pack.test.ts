import { lookUp, openPack, packParty, type PackedParty } from '../../domain/check-in/pack';
import { phoneCrypto } from '../../domain/check-in/pack-crypto';
import { freshTicket } from '../sign-ups/ticket';
import { makePack, serverCrypto } from './make-pack';

const LONG = 5_000;
const parties: readonly PackedParty[] = Array.from({ length: LONG }, (_, n) => ({
  ticket: freshTicket(),
  name: ['卓*', '欧**', 'བ**'][n % 3] ?? '',
  seats: 1 + (n % 50),
  status: n % 7 === 0 ? 'waitlisted' : 'confirmed',
  inside: 0,
}));

/** Milliseconds of this process's own work, so that a busy machine does not fail the test. */
function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test('server and phone make the same bytes', () => {
  const salt = Uint8Array.from({ length: 16 }, (_, n) => n);
  const nonce = Uint8Array.from({ length: 12 }, (_, n) => 255 - n);
  for (const party of parties.slice(0, 20)) {
    const made = packParty(party, salt, nonce, serverCrypto);
    expect(packParty(party, salt, nonce, phoneCrypto)).toBe(made);
    const pack = openPack({ salt: Buffer.from(salt).toString('hex'), iterations: 1_000, entries: [made] });
    expect(lookUp(pack, party.ticket, phoneCrypto).listed).toEqual(lookUp(pack, party.ticket, serverCrypto).listed);
    const damaged = {
      ...pack,
      sealedBy: new Map([...pack.sealedBy].map(([key, encrypted]) => [key, `${encrypted}00`])),
    };
    expect(lookUp(damaged, party.ticket, serverCrypto).listed).toBeNull();
    expect(lookUp(damaged, party.ticket, phoneCrypto).listed).toBeNull();
  }
});

describe('a list of 5,000', () => {
  let pack = makePack('lab', [], 0);
  const spent = cpuOf(() => (pack = makePack('lab', parties, 0)));
  const open = openPack(pack);

  test('is made in three seconds and takes less than 1 MB', () => {
    expect(spent).toBeLessThan(3_000);
    expect(Buffer.byteLength(JSON.stringify(pack))).toBeLessThan(1_000_000);
  });

  test('gives each ticket its own entry, in 50 ms', () => {
    const asked = parties.filter((_, n) => n % 500 === 0);
    const each = cpuOf(() => {
      for (const { ticket, ...listed } of asked) expect(lookUp(open, ticket, phoneCrypto).listed).toEqual(listed);
    });
    expect(each / asked.length).toBeLessThan(50);
    expect(lookUp(open, freshTicket(), phoneCrypto).listed).toBeNull();
  });

  test('has neither names nor tickets in it, and another salt each time', () => {
    const text = JSON.stringify(pack);
    expect(parties.some(({ ticket, name }) => text.includes(ticket) || text.includes(name))).toBe(false);
    expect(makePack('lab', [], 0).salt).not.toBe(pack.salt);
  });
});
