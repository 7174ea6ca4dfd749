import { setImmediate } from 'node:timers/promises';
import { PgDialect } from 'drizzle-orm/pg-core';
import { Client } from 'pg';
import { GroupingSchema } from '../domain/figures/grouping';
import { DAY_MS, MINUTE_MS } from '../domain/time/time';
import { divide } from '../server/figures/divisions';
import { sumsOf } from '../server/figures/figures-sql';
import { findKept, forgetParts, keepParts } from '../server/figures/keep-parts';
import { makeFreshApp, openTestDatabase, type TestApp } from '../server/testing/app';
import { OPEN } from '../server/testing/content';
import { newMember, newOrganisation } from '../server/testing/staff';
import { COUNTIES } from './country';
import { type Figure, median, percentile } from './figure';
import { inline, psqlTimes } from './psql';

const TOPIC = 'Figures of the country, PostgreSQL';
const PROVINCES = 34;
const EVENTS = PROVINCES * 3_000;
const SIGN_UPS = 300_000;
const ENTERPRISES = 20_000;
/** Signed up since parts were last kept. */
const FRESH = 500;
const ROUNDS = 15;
const MOST_MS = 300;
const MOST_RATIO = 1.5;
const NOW = OPEN + 24 * DAY_MS;

const ACCOUNTS = `insert into account (id, kind, created_at) select gen_random_uuid(), 'device', 0 from generate_series(1, 2991)`;

/** Events from 20 days ago until in a week, a third of them courses; every tenth is cancelled. */
const FILL_EVENTS = `
  insert into event select (jsonb_populate_record(e, jsonb_build_object(
    'id', 'bench-' || n, 'region', c.code, 'organisation_id', $1::uuid,
    'kind', case when n % 3 = 0 then '培训宣贯' else '开放日' end,
    'programme_id', case when n % 3 = 0 then 'course' else 'open-day' end,
    'status', case when n % 10 = 0 then 'cancelled' else 'scheduled' end,
    'starts_at', ${NOW}::bigint + (n % 27 - 20) * ${DAY_MS}::bigint - 7200000,
    'ends_at', ${NOW}::bigint + (n % 27 - 20) * ${DAY_MS}::bigint, 'rev', e.rev + n, 'changed_at', ${OPEN}::bigint))).*
  from event e, generate_series(1, ${EVENTS}) n
  join unnest($2::text[]) with ordinality c(code, nth) on c.nth = 1 + n % ${COUNTIES.length}
  where e.id = 'pattern'`;

const fillSignUps = (first: number, last: number, at: string): string => `
  insert into sign_up (account_id, id, event_id, status, seats, consent_version, consented_at, created_at, enterprise)
  select a.id, gen_random_uuid(), 'bench-' || 1 + n % ${EVENTS}, case when n % 12 = 0 then 'waitlisted' else 'confirmed' end,
    1 + n % 3, '1', 0, ${at},
    case when (1 + n % ${EVENTS}) % 3 = 0 then left(md5('firm' || n % ${ENTERPRISES}), 22) end
  from generate_series(${first}, ${last}) n
  join (select id, row_number() over (order by id) as nth from account) a on a.nth = 1 + (n % 997) * 3 + n / ${EVENTS} % 3`;

/** At every second event two thirds of the parties are checked in. */
const FILL_SCANS = `
  insert into scan (id, event_id, kind, seats, at, received_at, offline, rehearsal, verdict, flags, sign_up_seq, party_seats, body_hash, sample)
  select gen_random_uuid(), s.event_id, case when s.seq % 5 = 0 then 'manual' else 'enter' end, s.seats, e.starts_at, e.starts_at,
    false, false, 'ok', '{}', s.seq, s.seats, '', false
  from sign_up s join event e on e.id = s.event_id
  where s.status = 'confirmed' and e.status <> 'cancelled' and e.ends_at <= ${NOW} and s.seq % 3 <> 0 and e.rev % 2 = 0`;

/** What somebody would ask psql without any of this. */
const PLAIN = `
  select left(e.region, 2), count(distinct e.id), count(distinct e.id) filter (where e.ends_at <= ${NOW}),
    sum(s.seats) filter (where s.status = 'confirmed'), count(distinct s.enterprise)
  from event e left join sign_up s on s.event_id = e.id and s.status in ('confirmed', 'waitlisted')
  where not e.removed and e.status <> 'cancelled' group by 1`;

async function timesOf(ask: () => Promise<{ readonly status: number }>, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const begun = performance.now();
    const { status } = await ask();
    if (status !== 200) throw new Error(`answered ${status}`);
    if (round > 0) times.push(performance.now() - begun);
  }
  return times;
}

const askFeed = (at: TestApp) => (): Promise<{ readonly status: number }> =>
  at.ask({ method: 'GET', url: '/api/v1/feed?region=540102' });

/** How long the feed takes while figures are asked for over and over. */
async function feedMeanwhile(at: TestApp, askFigures: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const asked = { isOver: false };
    const figures = askFigures().then(() => {
      asked.isOver = true;
    });
    while (!asked.isOver) {
      times.push(...(await timesOf(askFeed(at), 1)));
      // A ready page is answered within this turn of the loop: without another turn no answer of the database comes in.
      await setImmediate();
    }
    await figures;
  }
  return times;
}

/** The country's figures by each grouping, over HTTP; beside the same aggregate by psql on the same database. */
export async function benchFigures(): Promise<Figure[]> {
  const database = await openTestDatabase('postgres');
  const url = 'url' in database.options ? database.options.url : '';
  const { db } = database;
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const at = await makeFreshApp(database, { now: () => NOW });
    const nation = await newOrganisation(db, '100000');
    const org = await newOrganisation(db, '540000');
    const member = await newMember(at, db, nation, 'viewer', { now: NOW });
    await at.publish('pattern');
    await client.query(ACCOUNTS);
    await client.query(FILL_EVENTS, [org, COUNTIES]);
    await client.query(fillSignUps(0, SIGN_UPS - FRESH - 1, `${OPEN} + n * 6000::bigint`));
    await client.query(FILL_SCANS);
    await client.query('analyze');
    const begun = performance.now();
    await db.transaction(async (tx) => {
      // A job of the server's own was faster than the events.
      await forgetParts(tx);
      await keepParts(tx, NOW);
    });
    const keeping = performance.now() - begun;
    await client.query(fillSignUps(SIGN_UPS - FRESH, SIGN_UPS - 1, String(NOW - MINUTE_MS / 2)));
    await client.query('vacuum analyze');

    const scope = { organisation: { id: nation, region: '100000' }, campaignId: 'open', asOf: NOW };
    const ours: number[] = [];
    const theirs: number[] = [];
    const pages: number[] = [];
    for (const by of GroupingSchema.options) {
      const path = `organisations/${nation}/figures`;
      ours.push(...(await timesOf(() => member.ask('GET', `${path}?campaign=open&by=${by}`), ROUNDS)));
      const division = await divide(db, by, scope);
      const query = new PgDialect().sqlToQuery(sumsOf({ scope, division, kept: await findKept(db, NOW) }));
      theirs.push(...(await psqlTimes(url, inline(query.sql, query.params), ROUNDS)));
      const key = by === 'kind' ? encodeURIComponent('开放日') : null;
      if (key)
        pages.push(
          ...(await timesOf(() => member.ask('GET', `${path}/events?campaign=open&by=kind&key=${key}`), ROUNDS)),
        );
    }
    const plain = median(await psqlTimes(url, PLAIN, ROUNDS));
    const alone = await timesOf(askFeed(at), ROUNDS * 20);
    const beside = await feedMeanwhile(at, () =>
      member.ask('GET', `organisations/${nation}/figures?campaign=open&by=region`),
    );
    const p95 = percentile(ours, 0.95);
    const ratio = median(ours) / median(theirs);
    const feedRatio = percentile(beside, 0.95) / percentile(alone, 0.95);
    const what = `${EVENTS.toLocaleString('en')} events, ${SIGN_UPS.toLocaleString('en')} sign-ups`;
    return [
      {
        ...{
          topic: TOPIC,
          name: `${what}, four groupings`,
          value: `p95 ${p95.toFixed(0)} ms (median ${median(ours).toFixed(0)} ms)`,
        },
        ...{ yardstick: `${MOST_MS} ms`, ratio: p95 / MOST_MS, target: `≤ ${MOST_MS} ms`, met: p95 <= MOST_MS },
      },
      {
        ...{ topic: TOPIC, name: 'median beside the same aggregate', value: `${median(ours).toFixed(0)} ms` },
        ...{
          yardstick: `psql ${median(theirs).toFixed(0)} ms; a plain join of everything ${plain.toFixed(0)} ms`,
          ratio,
        },
        ...{ target: `≤ ${MOST_RATIO}`, met: ratio <= MOST_RATIO },
      },
      {
        topic: TOPIC,
        name: 'the first 500 events behind a row, p95',
        value: `${percentile(pages, 0.95).toFixed(0)} ms`,
        yardstick: '',
      },
      {
        topic: TOPIC,
        name: 'keeping all parts for the first time, beside everything else',
        value: `${(keeping / 1000).toFixed(1)} s`,
        yardstick: '',
      },
      {
        ...{
          topic: TOPIC,
          name: 'the feed while figures are asked for, p95',
          value: `${percentile(beside, 0.95).toFixed(1)} ms`,
        },
        ...{ yardstick: `alone ${percentile(alone, 0.95).toFixed(1)} ms`, ratio: feedRatio },
      },
    ];
  } finally {
    await client.end();
    await database.closeAndRemove();
  }
}
