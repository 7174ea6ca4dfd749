import autocannon from 'autocannon';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { PII_KEYS, startServer } from '../server/testing/server-process';
import { type Figure, median } from './figure';
import { pgbench, writeScript, YARD_TABLES } from './pgbench';
import { type Field, IN_FLIGHT, makeField, type Rate, requestOf, SPREAD, takeFor } from './sign-up-field';

const TOPIC = 'Sign-ups';
const ROUNDS = 4;
const SECONDS = 4;
const HTTP_CONNECTIONS = 64;
const PEOPLE = 60_000;

type Kind = 'hot' | 'spread';
const TARGETS = { hot: 1.5, spread: 0.6 };
const NAMES = { hot: 'all for one event', spread: `over ${SPREAD} events` };

/** Nobody signs up for one event twice: each round has events of its own, or goes on by one. */
function eventOf(kind: Kind, round: number): (index: number) => string {
  return kind === 'hot' ? () => `hot${round + 1}` : (index) => `spread${((index + round) % SPREAD) + 1}`;
}

async function addEvents(field: Field): Promise<void> {
  await field.addEvents('spread', SPREAD);
  await field.addEvents('hot', ROUNDS + 1);
}

/** The queue and the transaction that the route calls, beside pgbench, in turns. */
async function contest(field: Field, url: string, folder: string): Promise<Figure[]> {
  const ours = { hot: [] as Rate[], spread: [] as Rate[] };
  const yard = { hot: [] as number[], spread: [] as number[] };
  for (const statement of YARD_TABLES) await field.database.db.execute(statement);
  const scripts = { hot: path.join(folder, 'hot.sql'), spread: path.join(folder, 'spread.sql') };
  writeScript(scripts.hot, "'hot1'");
  writeScript(scripts.spread, "'spread' || :n::text");
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of ['hot', 'spread'] as const) {
      const rate = await takeFor(field, eventOf(kind, round), SECONDS);
      const tps = await pgbench(url, scripts[kind], SECONDS);
      // The first round warms both up; then the database knows how large the tables are, as autovacuum would see to.
      if (round === 0) await field.database.db.execute(sql`analyze`);
      else {
        ours[kind].push(rate);
        yard[kind].push(tps);
      }
    }
  }
  return (['hot', 'spread'] as const).map((kind) => {
    const perSecond = median(ours[kind].map((rate) => rate.perSecond));
    const p99 = median(ours[kind].map((rate) => rate.p99));
    const tps = median(yard[kind]);
    return {
      topic: TOPIC,
      name: `transaction, ${NAMES[kind]}, PostgreSQL, ${IN_FLIGHT} in flight`,
      value: `${Math.round(perSecond)}/s (p99 ${Math.round(p99)} ms)`,
      yardstick: `pgbench -M prepared -c8, one seat each ${Math.round(tps)}/s`,
      ratio: perSecond / tps,
      target: `≥ ${TARGETS[kind]}`,
      met: perSecond / tps >= TARGETS[kind],
    };
  });
}

/** Through a server process. What sends runs on the same two cores as the server and the database. */
async function overHttp(field: Field, kind: Kind): Promise<Figure> {
  const server = await startServer({ ...field.environment, PII_KEYS });
  const people = field.accounts.values();
  const nameOf = eventOf(kind, ROUNDS);
  let index = 0;
  try {
    const result = await autocannon({
      url: server.url,
      connections: HTTP_CONNECTIONS,
      duration: SECONDS,
      requests: [
        {
          method: 'POST',
          path: '/api/v1/sign-ups',
          setupRequest: (request) => {
            const { value: account } = people.next();
            if (!account) throw new Error('too few accounts for so fast a machine');
            const { body } = requestOf(account.id, nameOf(index));
            index += 1;
            const headers = { 'content-type': 'application/json', authorization: `Bearer ${account.token}` };
            return { ...request, headers, body: JSON.stringify(body) };
          },
        },
      ],
    });
    if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
    return {
      topic: TOPIC,
      name: `over HTTP, ${NAMES[kind]}, PostgreSQL, ${HTTP_CONNECTIONS} connections`,
      value: `${Math.round(result.requests.average)}/s (p99 ${Math.round(result.latency.p99)} ms)`,
      yardstick: '',
    };
  } finally {
    server.kill('SIGTERM');
    await server.ended;
  }
}

async function embedded(): Promise<Figure[]> {
  const field = await makeField('embedded', 20_000);
  try {
    await addEvents(field);
    const figures: Figure[] = [];
    for (const kind of ['hot', 'spread'] as const) {
      const { perSecond, p99 } = await takeFor(field, eventOf(kind, 0), SECONDS);
      figures.push({
        topic: TOPIC,
        name: `transaction, ${NAMES[kind]}, PGlite, ${IN_FLIGHT} in flight`,
        value: `${Math.round(perSecond)}/s (p99 ${Math.round(p99)} ms)`,
        yardstick: '',
      });
    }
    return figures;
  } finally {
    await field.close();
  }
}

/** People who sign up, beside `pgbench` taking a seat at a time from the same database in the same run. */
export async function benchSignUps(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'quality-month-bench-'));
  const field = await makeField('postgres', PEOPLE);
  try {
    await addEvents(field);
    const figures = await contest(field, field.environment.DATABASE_URL ?? '', folder);
    for (const kind of ['hot', 'spread'] as const) figures.push(await overHttp(field, kind));
    return [...figures, ...(await embedded())];
  } finally {
    await field.close();
    rmSync(folder, { recursive: true });
  }
}
