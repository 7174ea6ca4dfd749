import { startStand } from '../e2e/stand';
import type { Figure } from './figure';

const TOPIC = 'Server';

/** Resident memory of a server after it has served feeds, from its own metrics, in MB. */
async function residentMb(origin: string): Promise<number> {
  for (let count = 0; count < 200; count += 1) await fetch(`${origin}/api/v1/feed?region=540000`);
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1];
  return Number(bytes) / 2 ** 20;
}

/** How long a start takes on a database that has its content already, and what the process weighs. */
export async function benchServer(): Promise<Figure[]> {
  const first = await startStand();
  const folder = first.folder;
  await first.stop({ keep: true });
  const begun = performance.now();
  const second = await startStand({ DATA_DIR: folder });
  const seconds = (performance.now() - begun) / 1000;
  const memory = await residentMb(second.origin);
  await second.stop();
  return [
    {
      topic: TOPIC,
      name: 'second start to /readyz, embedded database',
      value: `${seconds.toFixed(1)} s`,
      yardstick: '5 s',
      ratio: seconds / 5,
      target: '≤ 5 s',
      met: seconds <= 5,
    },
    { topic: TOPIC, name: 'resident memory, embedded database', value: `${memory.toFixed(0)} MB`, yardstick: '' },
  ];
}
