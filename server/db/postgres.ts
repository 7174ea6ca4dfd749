/** A PostgreSQL server, shared by any number of our processes. */
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client, Pool } from 'pg';
import { errorCode } from '../http/error-code';
import { MIGRATIONS } from '../folders';
import type { Database, DatabaseEvents } from './database';
import * as schema from './schema';

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 10_000;
/** Any number that no other program on the same database locks. */
const MIGRATION_LOCK = 7_120_901;
const RECONNECT_FIRST_MS = 100;
const RECONNECT_MOST_MS = 5_000;

const codeOf = (error: Error): string => errorCode(error) ?? error.name;

export interface PostgresOptions {
  readonly url: string;
  /** A pool that is larger than the server has cores for makes contended writes slower, not faster. */
  readonly poolSize: number;
}

/** Several processes may start at once, on different versions even: one migrates, the others wait and find it done. */
async function migrateAlone(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS });
  } finally {
    await client.end();
  }
}

/** A connection of its own, since a pool hands its connections around. */
class Listener {
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly onNotify: () => void,
    private readonly onLost: (code: string) => void,
  ) {}

  async start(delay = RECONNECT_FIRST_MS): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
    });
    this.client = client;
    const retry = (error: Error): void => {
      if (this.stopped || this.client !== client) return;
      this.client = undefined;
      this.onLost(codeOf(error));
      void client.end().catch(() => undefined);
      this.timer = setTimeout(() => void this.start(Math.min(delay * 2, RECONNECT_MOST_MS)), delay);
    };
    client.on('error', retry);
    client.on('end', () => {
      retry(new Error('connection ended'));
    });
    client.on('notification', this.onNotify);
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.channel)}`);
      delay = RECONNECT_FIRST_MS;
      // Whatever was notified while nobody listened.
      this.onNotify();
    } catch (error) {
      retry(error instanceof Error ? error : new Error('connection failed'));
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }
}

export async function openPostgres({ url, poolSize }: PostgresOptions, events: DatabaseEvents): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    application_name: 'quality-month',
    keepAlive: true,
  });
  pool.on('error', (error) => {
    events.onConnectionLost(codeOf(error));
  });
  const listeners: Listener[] = [];
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    db: drizzle({ client: pool, schema }),
    shared: true,
    migrate: () => migrateAlone(url),
    listen: async (channel, onNotify) => {
      const listener = new Listener(url, channel, onNotify, events.onConnectionLost);
      listeners.push(listener);
      await listener.start();
    },
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.stop()));
      await pool.end();
    },
  };
}
