/** A PostgreSQL server, shared by any number of our processes. */
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Socket } from 'node:net';
import { Client, Pool, type PoolClient } from 'pg';
import { errorCode } from '../http/error-code';
import { MIGRATIONS } from '../folders';
import type { Database, DatabaseEvents, Db, Timeouts } from './database';
import * as schema from './schema';
import { isConflict, isUnavailable } from './unavailable';

const TIMEOUTS: Timeouts = { connectMs: 5_000, statementMs: 10_000, silenceMs: 12_000 };
/** Any number that no other program on the same database locks. */
const MIGRATION_LOCK = 7_120_901;
const RECONNECT_FIRST_MS = 100;
const RECONNECT_MOST_MS = 5_000;

const codeOf = (error: Error): string => errorCode(error) ?? error.name;

export interface PostgresOptions {
  readonly url: string;
  /** A pool that is larger than the server has cores for makes contended writes slower, not faster. */
  readonly poolSize: number;
  readonly timeouts?: Timeouts;
}

/** A listener may be silent for hours, so it says something now and then. */
const PINGS_IN_SILENCE = 3;

const silentSocket = (ms: number) => (): Socket => {
  const socket = new Socket();
  return socket.setTimeout(ms, () => socket.destroy(Object.assign(new Error('silence'), { code: 'ETIMEDOUT' })));
};

/** Several processes may start at once, on different versions even: one migrates, the others wait and find it done. */
async function migrateAlone(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: TIMEOUTS.connectMs });
  // The query under way is rejected as well.
  client.on('error', () => undefined);
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
  private pings: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly timeouts: Timeouts,
    private readonly channel: string,
    private readonly onNotify: () => void,
    private readonly onLost: (code: string) => void,
  ) {}

  async start(delay = RECONNECT_FIRST_MS): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      connectionTimeoutMillis: this.timeouts.connectMs,
      keepAlive: true,
      stream: silentSocket(this.timeouts.silenceMs),
    });
    this.client = client;
    const retry = (error: Error): void => {
      if (this.stopped || this.client !== client) return;
      this.client = undefined;
      clearInterval(this.pings);
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
      this.keepTalking(client);
      // Whatever was notified while nobody listened.
      this.onNotify();
    } catch (error) {
      retry(error instanceof Error ? error : new Error('connection failed'));
    }
  }

  private keepTalking(client: Client): void {
    clearInterval(this.pings);
    const ping = (): void => {
      client.query('select 1').catch(() => undefined);
    };
    this.pings = setInterval(ping, this.timeouts.silenceMs / PINGS_IN_SILENCE).unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    clearInterval(this.pings);
    await this.client?.end().catch(() => undefined);
  }
}

/** How often a transaction runs that PostgreSQL undoes for another's sake. */
const MOST_RUNS = 4;

/**
 * drizzle's own transaction on a pool loses the connection for good when `begin` fails, and returns one to the pool
 * whose state nobody knows. One that a deadlock or a conflict undid runs again, so that no caller knows of it.
 */
function transactionsOn(pool: Pool): Db['transaction'] {
  const known = new WeakMap<PoolClient, Db>();
  const once: Db['transaction'] = async (work, config) => {
    const client = await pool.connect();
    let failed = false;
    try {
      const db: Db = known.get(client) ?? drizzle({ client, schema });
      known.set(client, db);
      return await db.transaction(work, config);
    } catch (error) {
      failed = isUnavailable(error) && !isConflict(error);
      throw error;
    } finally {
      client.release(failed);
    }
  };
  return async (work, config) => {
    for (let runs = 1; ; runs += 1) {
      try {
        return await once(work, config);
      } catch (error) {
        if (runs === MOST_RUNS || !isConflict(error)) throw error;
      }
    }
  };
}

export async function openPostgres(
  { url, poolSize, timeouts = TIMEOUTS }: PostgresOptions,
  events: DatabaseEvents,
): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: timeouts.connectMs,
    statement_timeout: timeouts.statementMs,
    query_timeout: timeouts.silenceMs,
    idle_in_transaction_session_timeout: timeouts.statementMs,
    application_name: 'quality-month',
    keepAlive: true,
    stream: silentSocket(timeouts.silenceMs),
  });
  // The pool hears idle connections only; one that is lost in use would end the process.
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      events.onConnectionLost(codeOf(error));
    });
  });
  pool.on('error', () => undefined);
  const listeners: Listener[] = [];
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db: Db = drizzle({ client: pool, schema });
  db.transaction = transactionsOn(pool);
  return {
    db,
    shared: true,
    migrate: () => migrateAlone(url),
    // A server of its own says by itself that its disk is full.
    canWrite: () => true,
    listen: async (channel, onNotify) => {
      const listener = new Listener(url, timeouts, channel, onNotify, events.onConnectionLost);
      listeners.push(listener);
      await listener.start();
    },
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.stop()));
      await pool.end();
    },
  };
}
