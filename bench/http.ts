import autocannon from 'autocannon';
import { type ChildProcess, fork } from 'node:child_process';
import { get, type IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { median } from './figure';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it travelled, compressed. */
  readonly body: Buffer;
}

/** GET without unpacking: what travels is what is measured. */
export function getRaw(url: string, headers: Readonly<Record<string, string>> = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) });
      });
    }).on('error', reject);
  });
}

/** A bare `node:http` in a process of its own that sends this very answer, and 304 to its ETag. */
export async function startBare(answer: RawAnswer): Promise<{ readonly origin: string; readonly stop: () => void }> {
  const child: ChildProcess = fork(path.join(__dirname, 'bare-server.mjs'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.send({ headers: answer.headers, body: answer.body.toString('base64') });
  const port = await new Promise<number>((resolve) => {
    child.once('message', (message) => {
      resolve(Number(message));
    });
  });
  return { origin: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}

export interface Contest {
  /** Requests a second, the median of the rounds. */
  readonly ours: number;
  readonly bare: number;
}

/** Both under the same load in turns, so that a noisy minute hits both. */
export async function contest(ours: string, bare: string, headers: Readonly<Record<string, string>>): Promise<Contest> {
  const rates = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < 6; round += 1) {
    for (const [name, url] of round % 2 === 0
      ? ([
          ['ours', ours],
          ['bare', bare],
        ] as const)
      : ([
          ['bare', bare],
          ['ours', ours],
        ] as const)) {
      const result = await autocannon({ url, headers: { ...headers }, connections: 32, duration: 3 });
      // The first round warms both up.
      if (round > 0) rates[name].push(result.requests.average);
    }
  }
  return { ours: median(rates.ours), bare: median(rates.bare) };
}
