/** A database with many accounts and events to sign up for, and people who do so. */
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { hashToken } from '../server/access/sessions';
import { importContent } from '../server/content/import-content';
import type { Database } from '../server/db/database';
import { openDatabase } from '../server/db/open';
import { lanesOf } from '../server/participant-routes';
import { SignUpBatcher } from '../server/sign-ups/batcher';
import type { SignUpRequest } from '../server/sign-ups/register-batch';
import { CONTENT, ENCRYPTOR } from '../server/testing/app';
import { bodyOf } from '../server/testing/content';
import { type Engine, makeDatabase } from '../server/testing/database';
import { VISIT } from '../server/testing/participants';
import { publishEvent } from '../server/publishing/publish';
import { DAY_MS, formatInstant } from '../domain/time/time';
import { percentile } from './figure';

export const SPREAD = 300;
/** People who wait for their answer at one time. */
export const IN_FLIGHT = 200;
const POOL = 8;
const AT_ONCE = 5_000;

export interface Account {
  readonly id: string;
  readonly token: string;
}

export interface Field {
  readonly database: Database;
  readonly environment: Readonly<Record<string, string>>;
  readonly accounts: readonly Account[];
  /** Events of no limit: `name1`, `name2` and so on. */
  readonly addEvents: (name: string, count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

async function addAccounts(database: Database, accounts: readonly Account[]): Promise<void> {
  const now = Date.now();
  for (let from = 0; from < accounts.length; from += AT_ONCE) {
    const rows = JSON.stringify(
      accounts.slice(from, from + AT_ONCE).map(({ id, token }) => ({ id, hash: hashToken(token) })),
    );
    const given = sql`json_to_recordset(${rows}::json) as given(id uuid, hash text)`;
    await database.db.execute(
      sql`insert into account (id, kind, created_at) select id, 'device', ${now} from ${given}`,
    );
    await database.db.execute(
      sql`insert into session (token_hash, account_id, created_at, expires_at) select hash, id, ${now}, ${now + 400 * DAY_MS} from ${given}`,
    );
  }
}

export async function makeField(engine: Engine, people: number): Promise<Field> {
  const made = await makeDatabase(engine);
  const options = 'url' in made.options ? { ...made.options, poolSize: POOL } : made.options;
  const silent = { onConnectionLost: () => undefined, onLockLost: () => undefined };
  const database = await openDatabase(options, silent);
  await database.migrate();
  await importContent(database.db, CONTENT, Date.now());
  const accounts = Array.from({ length: people }, () => ({
    id: randomUUID(),
    token: randomBytes(32).toString('base64url'),
  }));
  await addAccounts(database, accounts);
  const at = (days: number): string => formatInstant(Date.now() + days * DAY_MS);
  const terms = { form: 'visit', opensAt: at(-1), closesAt: at(9), capacity: 100_000, maxParty: 4 } as const;
  const body = bodyOf({ startsAt: at(10), endsAt: at(11), signUp: terms });
  return {
    database,
    accounts,
    environment: { ...made.environment, DATABASE_POOL: String(POOL) },
    addEvents: async (name, count) => {
      for (let index = 1; index <= count; index += 1) {
        await database.db.transaction((tx) =>
          publishEvent(tx, `${name}${index}`, body, { now: Date.now(), templates: [] }),
        );
      }
      // As autovacuum would soon.
      await database.db.execute(sql`analyze`);
    },
    close: async () => {
      await database.close();
      await made.remove();
    },
  };
}

export const requestOf = (accountId: string, eventId: string): SignUpRequest => ({
  accountId,
  body: { id: randomUUID(), eventId, consent: '1', form: VISIT },
});

export interface Rate {
  readonly perSecond: number;
  readonly p99: number;
}

/** Through the queue that the route calls, each account once, for so many seconds or until all have had their turn. */
export async function takeFor(
  { database, accounts }: Field,
  eventOf: (index: number) => string,
  seconds: number,
): Promise<Rate> {
  const queue = new SignUpBatcher(database.db, {
    encryptor: ENCRYPTOR,
    now: () => Date.now(),
    isShown: () => true,
    lanes: lanesOf(database.shared),
  });
  const times: number[] = [];
  const waiting = accounts.entries();
  const began = performance.now();
  const end = began + seconds * 1000;
  const work = async (): Promise<void> => {
    for (const [index, { id }] of waiting) {
      const asked = performance.now();
      if (asked > end) return;
      const outcome = await queue.take(requestOf(id, eventOf(index)));
      if (!outcome.ok || outcome.signUp.status !== 'confirmed') throw new Error(JSON.stringify(outcome));
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return { perSecond: (times.length / (performance.now() - began)) * 1000, p99: percentile(times, 0.99) };
}
