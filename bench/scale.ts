// What one server does with a whole country's events: how long a single request holds it, and what readers of one
// province notice of another's publishing.
import autocannon from 'autocannon';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { formatCursor } from '../server/feed/cursor';
import { bodyOf } from '../server/testing/content';
import { makeDatabase } from '../server/testing/database';
import { publishTo } from '../server/testing/http-client';
import { startServer, type ServerProcess } from '../server/testing/server-process';
import { COUNTIES, type Country, fillCountry } from './country';
import { type Figure, median, percentile } from './figure';

const TOPIC = 'Scale, PostgreSQL, one process';
const EVENTS = Number(process.env.SCALE_EVENTS ?? '104000');
const READ_SECONDS = Number(process.env.SCALE_SECONDS ?? '6');
const REGIONS = 200;
const CURSORS = 50;
const CONNECTIONS = 64;
const ROUNDS = Number(process.env.SCALE_ROUNDS ?? '2');
const BEAT_MS = 5;
/** Another build than this one, to compare with. */
const PROGRAM = process.env.SCALE_SERVER;
const start = (environment: Readonly<Record<string, string>>): Promise<ServerProcess> =>
  startServer(environment, PROGRAM === undefined ? undefined : [PROGRAM]);

function residentMb(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** The longest that `/healthz` takes while `work` is under way, in milliseconds. */
async function longestGap(url: string, work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let over = false;
  const beat = async (): Promise<void> => {
    while (!over) {
      const begun = performance.now();
      await (await fetch(`${url}/healthz`)).arrayBuffer();
      longest = Math.max(longest, performance.now() - begun);
      await wait(BEAT_MS);
    }
  };
  const beating = beat();
  await wait(50);
  longest = 0;
  await work();
  over = true;
  await beating;
  return longest;
}

const fetchAll = async (url: string): Promise<void> => {
  await (await fetch(url)).arrayBuffer();
};

async function gaps({ url }: ServerProcess): Promise<Figure[]> {
  const feed = `${url}/api/v1/feed?region`;
  const ids = Array.from({ length: 100 }, (_, index) => `c-${index + 1}`).join(',');
  const routes: readonly (readonly [string, () => Promise<void>])[] = [
    ['nothing beside it', () => wait(300)],
    ['feed, a county', () => fetchAll(`${feed}=${COUNTIES[5]}`)],
    ['feed, a province', () => fetchAll(`${feed}=540000`)],
    ['feed, the country', () => fetchAll(`${feed}=100000`)],
    ['availability of 100', () => fetchAll(`${url}/api/v1/availability?ids=${ids}`)],
    ['an event', () => fetchAll(`${url}/api/v1/events/c-1`)],
    ['an event, iCalendar', () => fetchAll(`${url}/api/v1/events/c-1.ics`)],
    ['calendar.ics, a county', () => fetchAll(`${url}/api/v1/calendar.ics?region=${COUNTIES[5]}`)],
    ['calendar.ics, a province', () => fetchAll(`${url}/api/v1/calendar.ics?region=540000`)],
    ['calendar.ics, the country', () => fetchAll(`${url}/api/v1/calendar.ics?region=100000`)],
    ['metrics', () => fetchAll(`${url}/metrics`)],
  ];
  const figures: Figure[] = [];
  for (const [name, work] of routes) {
    const gap = await longestGap(url, work);
    figures.push({
      topic: TOPIC,
      name: `longest gap beside: ${name}`,
      value: `${gap.toFixed(0)} ms`,
      yardstick: '50 ms',
      target: '≤ 50 ms',
      met: gap <= 50,
    });
  }
  return figures;
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
    const body = bodyOf({ campaign: country.campaignId, programmeId: 't058', region: '110101', venue: null });
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

export async function benchScale(): Promise<Figure[]> {
  const database = await makeDatabase('postgres');
  const environment: Readonly<Record<string, string>> = { ...database.environment, DATABASE_POOL: '8', SAMPLE: 'on' };
  const stop = async (server: ServerProcess): Promise<void> => {
    server.kill('SIGTERM');
    await server.ended;
  };
  try {
    await stop(await start(environment));
    const country = await fillCountry(environment.DATABASE_URL ?? '', EVENTS);
    const begun = performance.now();
    const server = await start(environment);
    await fetchAll(`${server.url}/api/v1/feed?region=540000`);
    const seconds = (performance.now() - begun) / 1000;
    const memory = residentMb(server.pid);
    const figures: Figure[] = [
      {
        topic: TOPIC,
        name: `restart to the first answer, ${EVENTS} events`,
        value: `${seconds.toFixed(1)} s`,
        yardstick: '5 s',
        target: '≤ 5 s',
        met: seconds <= 5,
      },
      { topic: TOPIC, name: 'resident memory after it', value: `${memory.toFixed(0)} MB`, yardstick: '' },
    ];
    figures.push(...(await gaps(server)));
    console.error(figures.map(({ name, value }) => `${name}: ${value}`).join('\n'));
    figures.push(...(await readings(server, country)));
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
