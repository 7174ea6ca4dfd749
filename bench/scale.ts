// What one server does with a whole country's events: how soon it is there again after a restart, and what readers of one
// province notice of another's publishing.
import autocannon from 'autocannon';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { formatCursor } from '../server/feed/cursor';
import { bodyOf } from '../server/testing/content';
import { ENGINES, type Engine, makeDatabase } from '../server/testing/database';
import { publishTo } from '../server/testing/http-client';
import { startServer, type ServerProcess } from '../server/testing/server-process';
import { waitUntil } from '../server/testing/wait-until';
import { COUNTIES, type Country, fillCountry, openCountry } from './country';
import { type Figure, median, percentile } from './figure';

const TOPIC = 'Scale, PostgreSQL, one process';
const EVENTS = Number(process.env.SCALE_EVENTS ?? '104000');
const READ_SECONDS = Number(process.env.SCALE_SECONDS ?? '6');
const REGIONS = 200;
const CURSORS = 50;
const CONNECTIONS = 64;
const ROUNDS = Number(process.env.SCALE_ROUNDS ?? '2');
const STARTS = 3;
const TICKS_A_SECOND = 100;
/** As many as a process reads in advance (server/feed/warm-texts.ts). */
const WARM_EVENTS = 10_000;
const WARM_MS = 120_000;
/** Another build than this one, to compare with. */
const PROGRAM = process.env.SCALE_SERVER;
const start = (environment: Readonly<Record<string, string>>): Promise<ServerProcess> =>
  startServer(environment, PROGRAM === undefined ? undefined : [PROGRAM]);

const stop = async (server: ServerProcess): Promise<void> => {
  server.kill('SIGTERM');
  await server.ended;
};

function residentMb(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

const fetchAll = async (url: string): Promise<string> => (await fetch(url)).text();

/** What the process has worked, all threads, in seconds; of no account how busy the machine was. */
function cpuSeconds(pid: number): number {
  const [user = 0, system = 0] =
    readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? [];
  return (user + system) / TICKS_A_SECOND;
}

interface Start {
  /** To the first answer, and until the contents of the latest events are in memory, too. */
  readonly seconds: number;
  readonly warmSeconds: number;
  readonly cpu: number;
  readonly mb: number;
}

async function restart(environment: Readonly<Record<string, string>>, events: number): Promise<Start> {
  const begun = performance.now();
  const secondsSince = (): number => (performance.now() - begun) / 1000;
  const server = await start(environment);
  await fetchAll(`${server.url}/api/v1/feed?region=540000`);
  const [seconds, cpu] = [secondsSince(), cpuSeconds(server.pid)];
  const isWarm = async (): Promise<true | undefined> => {
    const known = /^feed_texts (\d+)$/m.exec(await fetchAll(`${server.url}/metrics`))?.[1];
    return known === undefined || Number(known) >= Math.min(events, WARM_EVENTS) ? true : undefined;
  };
  await waitUntil(isWarm, WARM_MS);
  const started = { seconds, cpu, warmSeconds: secondsSince(), mb: residentMb(server.pid) };
  await stop(server);
  return started;
}

/** Beside a start on the same database before it had the events. */
async function restarts(engine: Engine): Promise<Figure[]> {
  const topic = `Restart, ${EVENTS} events, ${engine === 'postgres' ? 'PostgreSQL' : 'PGlite'}`;
  const made = await makeDatabase(engine);
  const environment = { ...made.environment, SAMPLE: 'on' };
  try {
    await stop(await start(environment));
    const empty = await restart(environment, 0);
    const database = await openCountry(made.options);
    await fillCountry(database.db, EVENTS).finally(() => database.close());
    const runs: Start[] = [];
    for (let run = 0; run < STARTS; run += 1) runs.push(await restart(environment, EVENTS));
    const middle = (what: keyof Start): number => median(runs.map((each) => each[what]));
    return [
      {
        topic,
        name: 'to the first answer',
        value: `${middle('seconds').toFixed(1)} s (${middle('cpu').toFixed(1)} s of a processor)`,
        yardstick: `without the events ${empty.seconds.toFixed(1)} s (${empty.cpu.toFixed(1)} s)`,
        target: '≤ 5 s',
        met: middle('seconds') <= 5,
      },
      {
        topic,
        name: 'until deltas of the latest 10,000 changes ask no database',
        value: `${middle('warmSeconds').toFixed(1)} s`,
        yardstick: `without the events ${empty.warmSeconds.toFixed(1)} s`,
        target: '≤ 5 s',
        met: middle('warmSeconds') <= 5,
      },
      {
        topic,
        name: 'resident memory then, and of it for each 10,000 events',
        value: `${middle('mb').toFixed(0)} MB, ${(((middle('mb') - empty.mb) / EVENTS) * 10_000).toFixed(1)} MB`,
        yardstick: `without the events ${empty.mb.toFixed(0)} MB`,
      },
    ];
  } finally {
    await made.remove();
  }
}

interface Reading {
  readonly perSecond: number;
  readonly p99: number;
  readonly publishMs: number;
  readonly refused: number;
}

/** Readers of B, each with a cursor of its own, while A publishes. */
async function read(server: ServerProcess, country: Country, age: number, publishes: number): Promise<Reading> {
  const readers = COUNTIES.filter((code) => !code.startsWith('11')).slice(0, REGIONS);
  const requests = readers.flatMap((region) =>
    Array.from({ length: CURSORS }, (_, index) => {
      const rev = country.rev - Math.floor((age * index) / CURSORS);
      const scope = { epoch: country.epoch, campaignId: country.campaignId, region };
      return { path: `/api/v1/feed?region=${region}&cursor=${formatCursor(scope, { rev, fullSince: null })}` };
    }),
  );
  const times: number[] = [];
  let refused = 0;
  let over = false;
  const publish = async (): Promise<void> => {
    const body = bodyOf({
      campaign: country.campaignId,
      programmeId: country.programmeId,
      region: '110101',
      venue: null,
    });
    const under: Promise<void>[] = [];
    for (let index = 0; !over && publishes > 0; index += 1) {
      const begun = performance.now();
      const title = `第${index}版${age}`;
      under.push(
        publishTo(server.url, `a-${index % 40}`, { ...body, title }).then(
          () => {
            times.push(performance.now() - begun);
          },
          () => {
            refused += 1;
          },
        ),
      );
      await wait(1000 / publishes);
    }
    await Promise.all(under);
  };
  let clients = 0;
  const publishing = publish();
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    duration: READ_SECONDS,
    requests,
    headers: { 'accept-encoding': 'gzip' },
    // Each has a share of the cursors, or all would ask for the same few pages at once.
    setupClient: (client) => {
      const share = Math.ceil(requests.length / CONNECTIONS);
      client.setRequests(requests.slice(share * clients, share * (clients + 1)));
      clients = (clients + 1) % CONNECTIONS;
    },
  });
  over = true;
  await publishing;
  console.error(`… cursors ≤ ${age}, ${publishes} publishes/s: ${Math.round(result.requests.average)} requests/s`);
  return { perSecond: result.requests.average, p99: result.latency.p99, publishMs: percentile(times, 0.5), refused };
}

async function readings(server: ServerProcess, country: Country): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const age of [500, 10_000]) {
    // Once for the memory.
    await read(server, country, age, 0);
    const quiet: Reading[] = [];
    const busy: Reading[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      quiet.push(await read(server, country, age, 0));
      busy.push(await read(server, country, age, 20));
    }
    const middle = (of: readonly Reading[], what: keyof Reading): number => median(of.map((each) => each[what]));
    const ratio = middle(busy, 'perSecond') / middle(quiet, 'perSecond');
    const late = middle(busy, 'p99') <= 2 * Math.max(middle(quiet, 'p99'), 10);
    figures.push({
      topic: TOPIC,
      name: `readers of B while A publishes 20/s, cursors ≤ ${age} revs old`,
      value: `${Math.round(middle(busy, 'perSecond'))} requests/s (p99 ${middle(busy, 'p99')} ms; publishing p50 ${middle(busy, 'publishMs').toFixed(0)} ms, refused ${middle(busy, 'refused')})`,
      yardstick: `quiet ${Math.round(middle(quiet, 'perSecond'))} requests/s (p99 ${middle(quiet, 'p99')} ms)`,
      ratio,
      target: '≥ 0.9, p99 ≤ 2×',
      met: ratio >= 0.9 && late,
    });
  }
  return figures;
}

async function feeds(): Promise<Figure[]> {
  const database = await makeDatabase('postgres');
  const environment: Readonly<Record<string, string>> = { ...database.environment, DATABASE_POOL: '8', SAMPLE: 'on' };
  try {
    const opened = await openCountry(database.options);
    const country = await fillCountry(opened.db, EVENTS).finally(() => opened.close());
    const server = await start(environment);
    const figures = await readings(server, country);
    figures.push({
      topic: TOPIC,
      name: 'resident memory at the end',
      value: `${residentMb(server.pid).toFixed(0)} MB`,
      yardstick: '',
    });
    await stop(server);
    return figures;
  } finally {
    await database.remove();
  }
}

/** `SCALE_PARTS=restart,feed` for some of it. */
export async function benchScale(): Promise<Figure[]> {
  const parts = (process.env.SCALE_PARTS ?? 'restart,feed').split(',');
  const figures: Figure[] = [];
  if (parts.includes('restart')) for (const engine of ENGINES) figures.push(...(await restarts(engine)));
  if (parts.includes('feed')) figures.push(...(await feeds()));
  return figures;
}
