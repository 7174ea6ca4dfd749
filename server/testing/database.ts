/** A fresh database on either engine, gone when the test file is done. PostgreSQL: TEST_DATABASE_URL, else the local one. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import manifest from '../../package.json';
import { MIGRATIONS } from '../folders';
import type { DatabaseOptions } from '../db/database';
import { openDatabase } from '../db/open';

export const ENGINES = ['embedded', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

export interface TestDatabase {
  readonly options: DatabaseOptions;
  /** The same as settings for a server process. */
  readonly environment: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
}

/** Whoever it names may make databases. */
export const SERVER_URL = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const POOL_SIZE = 4;

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: SERVER_URL });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function makePostgres(): Promise<TestDatabase> {
  const name = `quality_month_test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  const url = new URL(SERVER_URL);
  url.pathname = name;
  return {
    options: { url: url.href, poolSize: POOL_SIZE },
    environment: { DATABASE_URL: url.href, DATABASE_POOL: String(POOL_SIZE) },
    remove: () => onServer(`drop database ${name} with (force)`),
  };
}

function hashOfMigrations(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(MIGRATIONS).sort()) {
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(join(MIGRATIONS, name)));
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * Making an embedded database and its tables takes seconds, copying them does not: the first test ever makes them, the
 * others copy. From nothing it is made in `db/embedded.test.ts`, and by the first server of the browser tests.
 */
const TEMPLATE = join(
  __dirname,
  '../../node_modules/.cache/quality-month',
  `pglite-${manifest.dependencies['@electric-sql/pglite']}-${hashOfMigrations()}`,
);

async function makeTemplate(): Promise<void> {
  const unfinished = `${TEMPLATE}.${randomBytes(6).toString('hex')}`;
  const ignore = (): void => undefined;
  const database = await openDatabase({ dataDir: unfinished }, { onConnectionLost: ignore });
  await database.migrate();
  await database.close();
  // Another test file may have been faster.
  await rename(unfinished, TEMPLATE).catch(() => rm(unfinished, { recursive: true }));
}

async function makeEmbedded(): Promise<TestDatabase> {
  if (!existsSync(TEMPLATE)) await makeTemplate();
  const dataDir = await mkdtemp(join(tmpdir(), 'quality-month-test-'));
  await cp(TEMPLATE, dataDir, { recursive: true });
  return {
    options: { dataDir },
    environment: { DATA_DIR: dataDir },
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

export async function makeDatabase(engine: Engine): Promise<TestDatabase> {
  return engine === 'postgres' ? makePostgres() : makeEmbedded();
}
