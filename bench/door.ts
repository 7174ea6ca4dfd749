// The door: how many pictures of tickets each reader reads, and how long a device takes from a code to a verdict.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import jsQR from 'jsqr';
import { ticketQrText } from '../domain/sign-up/ticket';
import { prepareReader, readCode } from '../door/scan/zxing';
import { freshTicket } from '../server/sign-ups/ticket';
import type { PhoneTimes } from './door-phone';
import { benchDoorServer } from './door-server';
import { type Figure, median, percentile } from './figure';
import { CONDITIONS, ticketPicture } from './ticket-pictures';

const EACH = 20;

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

/** On an engine without a compiler, as iPhones run mini-programs: the same code, bundled, by Node without its own. */
function onPhone(): PhoneTimes {
  const folder = mkdtempSync(path.join(tmpdir(), 'quality-month-bench-'));
  try {
    const outfile = path.join(folder, 'phone.cjs');
    buildSync({
      ...{ entryPoints: [path.join(__dirname, 'door-phone.ts')], outfile, logLevel: 'warning' },
      ...{ bundle: true, platform: 'node', format: 'cjs', target: 'es2020' },
    });
    return JSON.parse(execFileSync(process.execPath, ['--jitless', outfile], { encoding: 'utf8' })) as PhoneTimes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function benchDoor(): Promise<Figure[]> {
  const { zxing, jsqr, all } = await readings();
  const phone = onPhone();
  const p99 = percentile(phone.scans, 0.99);
  const library = median(phone.library);
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
      name: `from a code to a verdict without a compiler, list of ${phone.list}, p99 of ${phone.scans.length}`,
      value: `${p99.toFixed(1)} ms of a core`,
      yardstick: `one ticket derived by @noble/hashes ${library.toFixed(1)} ms`,
      ratio: p99 / library,
      target: '≤ 50 ms',
      met: p99 <= 50,
    },
    ...(await benchDoorServer()),
  ];
}
