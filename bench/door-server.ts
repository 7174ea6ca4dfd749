// The door over HTTP: the list of a large event, a device that comes back with all it scanned, and many who ask at once.
import autocannon from 'autocannon';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { ScanResultsSchema } from '../domain/check-in/scan';
import { PublishBodySchema } from '../domain/event/event';
import { DAY_MS, formatInstant, MINUTE_MS } from '../domain/time/time';
import { COMMAND } from '../server/audit/record';
import { offerPairing, pairDevice } from '../server/check-ins/devices';
import { publishEvent } from '../server/publishing/publish';
import { ENCRYPTOR } from '../server/testing/app';
import { bodyOf } from '../server/testing/content';
import { seedParties } from '../server/testing/door';
import { PII_KEYS, startServer } from '../server/testing/server-process';
import { newOrganisation } from '../server/testing/staff';
import { type Figure, median, percentile } from './figure';
import { getRaw } from './http';
import { pgbench } from './pgbench';
import { type Field, makeField } from './sign-up-field';

const TOPIC = 'door';
const REGION = '540000';
const LIST = 5_000;
const QUEUED = 1_000;
const AT_ONCE = 50;
const ASKING = 20_000;
const CONNECTIONS = 16;
const ROUNDS = 3;
const SECONDS = 4;

/** `list`: 5,000 parties of one. `rate`: as many as are asked about. */
const EVENTS = ['list', 'rate'] as const;

interface Door {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tickets: readonly string[];
}

async function addEvents({ database: { db } }: Field): Promise<string> {
  const org = await newOrganisation(db, REGION);
  const at = (ms: number): string => formatInstant(Date.now() + ms);
  const body = v.parse(PublishBodySchema, bodyOf({ startsAt: at(10 * MINUTE_MS), endsAt: at(DAY_MS) }));
  const by = { now: Date.now(), templates: [], organisation: { id: org, region: REGION }, actor: null };
  for (const id of EVENTS) await db.transaction((tx) => publishEvent(tx, id, body, by));
  return org;
}

async function addDevice({ database: { db } }: Field, organisationId: string): Promise<string> {
  const now = Date.now();
  const window = { from: now - DAY_MS, to: now + DAY_MS };
  const offer = { name: '东门', events: [...EVENTS], ...window };
  return db.transaction(async (tx) => {
    const offered = await offerPairing(tx, offer, { organisationId, now, actor: COMMAND });
    const token = offered && (await pairDevice(tx, offered.code, { now, requestId: 'bench' }));
    if (!token) throw new Error('the device was not paired');
    return token;
  });
}

async function seed({ database: { db } }: Field, count: number, event: string): Promise<string[]> {
  const tickets: string[] = [];
  for (let from = 0; from < count; from += LIST) {
    const parties = await seedParties(
      db,
      ENCRYPTOR,
      Array.from({ length: LIST }, () => 1),
      event,
    );
    tickets.push(...parties.map(({ ticket }) => ticket));
  }
  return tickets;
}

const scanOf = (event: string, ticket: string, offline: boolean): object => ({
  ...{ id: randomUUID(), event, kind: 'enter', ticket, seats: 1, offline },
  at: formatInstant(Date.now()),
});

async function upload({ url, headers }: Door, scans: readonly object[]): Promise<void> {
  const answer = await fetch(`${url}/api/v1/door/scans`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ scans }),
  });
  const { results } = v.parse(ScanResultsSchema, await answer.json());
  if (results.some((each) => !('verdict' in each && each.verdict === 'ok'))) throw new Error('a scan was refused');
}

/** Milliseconds of each answer of the feed, asked for one after the other until `work` is done. */
async function feedBeside({ url }: Door, work: Promise<unknown>): Promise<readonly number[]> {
  const state = { isOver: false };
  void work.finally(() => (state.isOver = true));
  const times: number[] = [];
  do {
    const begun = performance.now();
    await getRaw(`${url}/api/v1/feed?region=${REGION}`);
    times.push(performance.now() - begun);
  } while (!state.isOver);
  return times;
}

async function list(door: Door): Promise<Figure[]> {
  const ask = () => getRaw(`${door.url}/api/v1/door/pack?event=list`, door.headers);
  await ask();
  const begun = performance.now();
  const answer = await ask();
  const seconds = (performance.now() - begun) / 1000;
  const making = ask();
  const busy = percentile(await feedBeside(door, making), 0.99);
  const quiet = percentile(await feedBeside(door, new Promise((resolve) => setTimeout(resolve, 1_000))), 0.99);
  const kilobytes = answer.body.length / 1000;
  return [
    {
      topic: TOPIC,
      name: `list of ${LIST} over HTTP`,
      value: `${seconds.toFixed(2)} s, ${Math.round(kilobytes)} KB`,
      yardstick: 'from the question to its last byte',
      target: '≤ 3 s, ≤ 1,000 KB',
      met: answer.status === 200 && seconds <= 3 && kilobytes <= 1_000,
    },
    {
      topic: TOPIC,
      name: 'feed while such a list is made, p99',
      value: `${busy.toFixed(0)} ms`,
      yardstick: `without ${quiet.toFixed(0)} ms`,
      target: '≤ 150 ms',
      met: busy <= 150,
    },
  ];
}

async function queued(door: Door): Promise<Figure> {
  const scans = door.tickets.slice(0, QUEUED).map((ticket) => scanOf('list', ticket, true));
  const begun = performance.now();
  for (let from = 0; from < scans.length; from += AT_ONCE) await upload(door, scans.slice(from, from + AT_ONCE));
  const seconds = (performance.now() - begun) / 1000;
  return {
    topic: TOPIC,
    name: `${QUEUED} queued scans uploaded, ${AT_ONCE} at once`,
    value: `${seconds.toFixed(2)} s`,
    yardstick: 'one device, one after the other',
    target: '≤ 3 s',
    met: seconds <= 3,
  };
}

/** What a watching console and forty devices ask for every 15 seconds, once all of the list are in. */
async function counts(door: Door): Promise<Figure> {
  for (let from = QUEUED; from < LIST; from += AT_ONCE) {
    await upload(
      door,
      door.tickets.slice(from, from + AT_ONCE).map((ticket) => scanOf('list', ticket, true)),
    );
  }
  const times: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const begun = performance.now();
    await getRaw(`${door.url}/api/v1/door/events`, door.headers);
    times.push(performance.now() - begun);
  }
  const ms = median(times);
  return {
    topic: TOPIC,
    name: `counts of an event with ${LIST} scans, as a device asks for them`,
    value: `${ms.toFixed(1)} ms`,
    yardstick: '',
    target: '≤ 100 ms',
    met: ms <= 100,
  };
}

/** The statements of one scan, as the route sends them. */
function writeScanScript(file: string, token: string): void {
  writeFileSync(
    file,
    `\\set n random(1, ${ASKING})
select d.id, o.id, o.name, o.region, (
  select coalesce(json_agg(json_build_object('id', e.id, 'title', e.title, 'status', e.status, 'startsAt', e.starts_at,
    'endsAt', e.ends_at, 'place', e.venue ->> 'name', 'taken', e.taken, 'sample', e.sample) order by e.starts_at, e.id), '[]'::json)
  from event e where e.id = any(d.events) and e.organisation_id = d.organisation_id and not e.removed
) from door_device d join organisation o on o.id = d.organisation_id where d.token_hash = (select token_hash from yard_device where token = '${token}');
begin;
select seq, id, event_id, status, seats, ticket, account_id, key_id, sealed from sign_up
  where ticket = any(array[(select ticket from yard_ticket where n = :n)]) order by seq for no key update;
with mine as (
  select id from scan where id = any(array[gen_random_uuid()])
  union select id from scan where sign_up_seq = any(array[(select seq from yard_ticket where n = :n)])
), whole as (
  select id from mine union select id from scan where undoes in (select id from mine)
)
select json_agg(json_build_object('id', s.id, 'eventId', s.event_id, 'kind', s.kind, 'seats', s.seats, 'at', s.at,
  'receivedAt', s.received_at, 'deviceId', s.device_id, 'verdict', s.verdict, 'flags', s.flags, 'signUpSeq', s.sign_up_seq,
  'undoes', s.undoes, 'bodyHash', s.body_hash, 'settlements',
  (select coalesce(json_agg(t.id), '[]'::json) from scan_settlement t where t.scan_id = s.id)))
  from whole join scan s on s.id = whole.id;
insert into scan (id, event_id, kind, seats, at, received_at, device_id, offline, rehearsal, verdict, flags, sign_up_seq,
  party_seats, body_hash, sample)
select gen_random_uuid(), 'rate', 'enter', 1, 0, 0, (select id from yard_device limit 1), false, true, 'ok', '{}', seq, 1, repeat('x', 43), false
  from yard_ticket where n = :n on conflict (id) do nothing returning id;
commit;
`,
  );
}

async function rate(field: Field, door: Door, token: string, folder: string): Promise<Figure> {
  const { db } = field.database;
  const script = path.join(folder, 'scan.sql');
  await db.execute(sql`create table yard_ticket as
    select row_number() over (order by seq)::int as n, ticket, seq from sign_up where event_id = 'rate'`);
  await db.execute(sql`create unique index on yard_ticket (n)`);
  await db.execute(sql`create table yard_device as select id, token_hash, ${token}::text as token from door_device`);
  await db.execute(sql`analyze`);
  writeScanScript(script, token);
  const url = field.environment.DATABASE_URL ?? '';
  const ours: number[] = [];
  const theirs: number[] = [];
  let next = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const result = await autocannon({
      url: door.url,
      connections: CONNECTIONS,
      duration: SECONDS,
      requests: [
        {
          method: 'POST',
          path: '/api/v1/door/scans',
          setupRequest: (request) => {
            const ticket = door.tickets[next % door.tickets.length] ?? '';
            next += 1;
            const headers = { ...door.headers, 'content-type': 'application/json' };
            return { ...request, headers, body: JSON.stringify({ scans: [scanOf('rate', ticket, false)] }) };
          },
        },
      ],
    });
    if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
    const tps = await pgbench(url, script, SECONDS);
    // The first round warms both up.
    if (round === 0) continue;
    ours.push(result.requests.average);
    theirs.push(tps);
  }
  const ratio = median(ours) / median(theirs);
  return {
    topic: TOPIC,
    name: `scans over HTTP, one a request, PostgreSQL, ${CONNECTIONS} connections`,
    value: `${Math.round(median(ours))}/s`,
    yardstick: `pgbench -M prepared -c8, the same statements ${Math.round(median(theirs))}/s`,
    ratio,
    target: '≥ 0.5',
    met: ratio >= 0.5,
  };
}

export async function benchDoorServer(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'quality-month-bench-'));
  const field = await makeField('postgres', 0);
  try {
    const org = await addEvents(field);
    const token = await addDevice(field, org);
    const listed = await seed(field, LIST, 'list');
    const asked = await seed(field, ASKING, 'rate');
    await field.database.db.execute(sql`analyze`);
    const server = await startServer({ ...field.environment, PII_KEYS });
    const at = { url: server.url, headers: { authorization: `Bearer ${token}` } };
    try {
      const figures = await list({ ...at, tickets: listed });
      figures.push(await queued({ ...at, tickets: listed }), await counts({ ...at, tickets: listed }));
      figures.push(await rate(field, { ...at, tickets: asked }, token, folder));
      return figures;
    } finally {
      server.kill('SIGTERM');
      await server.ended;
    }
  } finally {
    await field.close();
    rmSync(folder, { recursive: true });
  }
}
