// Run by `door.ts` on an engine without a compiler: from a code's text to the verdict that is to be stored, on a long list.
import { randomBytes } from 'node:crypto';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { startDoor, type DoorState } from '../domain/check-in/door-state';
import { findOnDevice, openPack, PACK_ITERATIONS, packParty, toHex } from '../domain/check-in/pack';
import { phoneCrypto } from '../domain/check-in/pack-crypto';
import { stepDoor } from '../domain/check-in/session';
import { ticketQrText } from '../domain/sign-up/ticket';
import { serverCrypto } from '../server/check-ins/make-pack';
import { freshTicket } from '../server/sign-ups/ticket';

const LIST = 5_000;
const SCANS = 200;
const DERIVED = 15;

/** Milliseconds of a core. */
export interface PhoneTimes {
  readonly list: number;
  readonly scans: readonly number[];
  /** One ticket's PBKDF2 by the library. */
  readonly library: readonly number[];
}

/** A core's own time, so that a busy machine does not count. */
function coreMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function scanTimes(): number[] {
  const salt = new Uint8Array(randomBytes(16));
  const tickets = Array.from({ length: LIST }, freshTicket);
  const party = { name: '张*', seats: 1, status: 'confirmed', inside: 0 } as const;
  const entries = tickets.map((ticket) => packParty({ ...party, ticket }, salt, randomBytes(12), serverCrypto));
  const pack = openPack({ salt: toHex(salt), iterations: PACK_ITERATIONS, entries });
  const event = { id: 'lab', status: 'scheduled', startsAt: 0, endsAt: 3_600_000 } as const;
  let state: DoorState = startDoor(event, { entries: [], rehearsal: false, link: 'offline' });
  return tickets.slice(0, SCANS).map((ticket, n) => {
    const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const spent = coreMs(() => {
      state = stepDoor(state, { kind: 'code', text: ticketQrText(ticket), by: 'camera', id }, n * 4_000).state;
      const found = findOnDevice(pack, [], ticket, phoneCrypto);
      state = stepDoor(state, { kind: 'found', found }, n * 4_000).state;
    });
    if (state.phase.at !== 'keeping') throw new Error(`a ticket of the list came to ${state.phase.at}`);
    state = stepDoor(state, { kind: 'kept', ok: true }, n * 4_000).state;
    state = stepDoor(state, { kind: 'next' }, n * 4_000).state;
    return spent;
  });
}

const salt = new Uint8Array(randomBytes(16));
const times: PhoneTimes = {
  list: LIST,
  scans: scanTimes(),
  library: Array.from({ length: DERIVED }, () =>
    coreMs(() => {
      pbkdf2(sha256, freshTicket(), salt, { c: PACK_ITERATIONS, dkLen: 32 });
    }),
  ),
};
console.log(JSON.stringify(times));
