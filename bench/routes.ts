// How long one request of each GET route holds the server's thread, with the whole country's events on it.
import { ENDPOINTS } from '../domain/api/table';
import { type Engine, makeDatabase } from '../server/testing/database';
import { PII_KEYS, startServer, type ServerProcess } from '../server/testing/server-process';
import { waitUntil } from '../server/testing/wait-until';
import { openCountry } from './country';
import { type Figure, median } from './figure';
import path from 'node:path';
import { type Asked, fillNation } from './nation';

const EVENTS = Number(process.env.SCALE_EVENTS ?? '104000');
/** The embedded engine runs in the same thread. */
const MOST_MS = { postgres: 50, embedded: 200 } as const;
const NAMES = { postgres: 'PostgreSQL', embedded: 'PGlite' } as const;
const ANSWER_MS = 5_000;
const TIMES = 4;
const ENGINES_ASKED = (process.env.SCALE_ENGINES ?? 'postgres,embedded').split(',');
const HEARTBEAT = path.join(__dirname, 'heartbeat.mjs');
const SERVER = path.join(__dirname, '../dist/server.js');

/** The longest hold since it was asked last, in ms. */
async function longestHold(server: ServerProcess): Promise<number> {
  const before = server.output().length;
  server.kill('SIGUSR2');
  return waitUntil(() => {
    const said = /^heartbeat ([\d.]+)$/m.exec(server.output().slice(before))?.[1];
    return Promise.resolve(said === undefined ? undefined : Number(said));
  }, ANSWER_MS);
}

interface Held {
  /** Of the first who asks, in ms, and the middle one of those after. */
  readonly first: number;
  readonly then: number;
  readonly status: number;
}

async function holdOf(server: ServerProcess, { path: address, headers }: Asked): Promise<Held> {
  const holds: number[] = [];
  let status = 0;
  for (let time = 0; time < TIMES; time += 1) {
    await longestHold(server);
    const answer = await fetch(`${server.url}${address}`, { headers });
    await answer.arrayBuffer();
    holds.push(await longestHold(server));
    ({ status } = answer);
  }
  const [first = 0, ...others] = holds;
  return { first, then: median(others), status };
}

async function measure(engine: Engine): Promise<Figure[]> {
  const topic = `One request of each GET route, ${EVENTS} events, ${NAMES[engine]}`;
  const made = await makeDatabase(engine);
  try {
    const database = await openCountry(made.options);
    const nation = await fillNation(database, EVENTS).finally(() => database.close());
    const environment = { ...made.environment, SAMPLE: 'on', PII_KEYS };
    const server = await startServer(environment, ['--import', HEARTBEAT, SERVER]);
    // What a start still does beside its first requests is over.
    await new Promise((resolve) => setTimeout(resolve, 30_000));
    await longestHold(server);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const idle = await longestHold(server);
    const yardstick = `nothing asked: ${idle.toFixed(0)} ms`;
    const figures: Figure[] = [];
    for (const asked of ENDPOINTS.filter(({ method }) => method === 'GET').flatMap(nation.askedOf)) {
      const { first, then, status } = await holdOf(server, asked);
      const ms = Math.max(first, then);
      const value = `${first.toFixed(0)} ms first, ${then.toFixed(0)} ms then`;
      figures.push({
        topic,
        name: asked.name,
        value: status === 200 ? value : `${value} (${status})`,
        yardstick,
        target: `≤ ${MOST_MS[engine]} ms`,
        met: ms <= MOST_MS[engine],
      });
      console.error(`… ${engine} ${asked.name}: ${value}, ${status}`);
    }
    server.kill('SIGTERM');
    await server.ended;
    return figures;
  } finally {
    await made.remove();
  }
}

export async function benchRoutes(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const engine of ['postgres', 'embedded'] as const) {
    if (ENGINES_ASKED.includes(engine)) figures.push(...(await measure(engine)));
  }
  return figures;
}
