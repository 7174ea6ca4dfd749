// The door: how many pictures of tickets each reader reads, and how long a device takes from a code to a verdict.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import jsQR from 'jsqr';
import { startDoor, type DoorState } from '../domain/check-in/door-state';
import { findOnDevice, openPack, PACK_ITERATIONS, packParty, toHex } from '../domain/check-in/pack';
import { phoneCrypto } from '../domain/check-in/pack-crypto';
import { stepDoor } from '../domain/check-in/session';
import { ticketQrText } from '../domain/sign-up/ticket';
import { prepareReader, readCode } from '../door/scan/zxing';
import { serverCrypto } from '../server/check-ins/make-pack';
import { freshTicket } from '../server/sign-ups/ticket';
import type { Figure } from './figure';
import { CONDITIONS, ticketPicture } from './ticket-pictures';

const EACH = 20;
const LIST = 5_000;
const SCANS = 500;

async function readings(): Promise<{ readonly zxing: number; readonly jsqr: number; readonly all: number }> {
  const { buffer } = new Uint8Array(readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  prepareReader({ bytes: buffer });
  let zxing = 0;
  let jsqr = 0;
  for (const condition of CONDITIONS) {
    for (let seed = 0; seed < EACH; seed += 1) {
      const text = ticketQrText(freshTicket());
      const ours = ticketPicture(text, 'H', condition, seed);
      if ((await readCode({ ...ours, colorSpace: 'srgb' })) === text) zxing += 1;
      const first = ticketPicture(text, 'M', condition, seed);
      if (jsQR(first.data, first.width, first.height)?.data === text) jsqr += 1;
    }
  }
  return { zxing, jsqr, all: CONDITIONS.length * EACH };
}

/** Milliseconds of each scan, from the code's text until it is to be stored; sorted. */
function scanTimes(): readonly number[] {
  const salt = new Uint8Array(randomBytes(16));
  const tickets = Array.from({ length: LIST }, freshTicket);
  const party = { name: '张*', seats: 1, status: 'confirmed', inside: 0 } as const;
  const entries = tickets.map((ticket) => packParty({ ...party, ticket }, salt, randomBytes(12), serverCrypto));
  const pack = openPack({ salt: toHex(salt), iterations: PACK_ITERATIONS, entries });
  const event = { id: 'lab', status: 'scheduled', startsAt: 0, endsAt: 3_600_000 } as const;
  let state: DoorState = startDoor(event, { entries: [], rehearsal: false, link: 'offline' });
  const times: number[] = [];
  for (const [n, ticket] of tickets.slice(0, SCANS).entries()) {
    const begun = performance.now();
    const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    state = stepDoor(state, { kind: 'code', text: ticketQrText(ticket), by: 'camera', id }, n * 4_000).state;
    const found = findOnDevice(pack, [], ticket, phoneCrypto);
    state = stepDoor(state, { kind: 'found', found }, n * 4_000).state;
    times.push(performance.now() - begun);
    state = stepDoor(state, { kind: 'kept', ok: true }, n * 4_000).state;
    state = stepDoor(state, { kind: 'next' }, n * 4_000).state;
  }
  return times.sort((a, b) => a - b);
}

export async function benchDoor(): Promise<Figure[]> {
  const { zxing, jsqr, all } = await readings();
  const times = scanTimes();
  const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
  return [
    {
      topic: 'door',
      name: `pictures of tickets read (${CONDITIONS.join(', ')}; ${EACH} each)`,
      value: `${zxing} of ${all}`,
      yardstick: `jsQR on version 1: ${jsqr} of ${all}`,
      target: '≥ 95 %',
      met: zxing >= 0.95 * all,
    },
    {
      topic: 'door',
      name: `from a code to a verdict, list of ${LIST}, p99`,
      value: `${p99.toFixed(1)} ms`,
      yardstick: 'in JavaScript alone, as on a phone',
      target: '≤ 50 ms',
      met: p99 <= 50,
    },
  ];
}
