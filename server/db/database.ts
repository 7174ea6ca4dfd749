/** What the rest of the server sees of its database, whichever engine runs. */
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema';

export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

export interface Database {
  /** What a transaction does may run more than once, so it changes nothing but through its `tx`. */
  readonly db: Db;
  /** Other processes may write to it too. */
  readonly shared: boolean;
  /** Brings the tables up to date. Safe when several processes start at once. */
  readonly migrate: () => Promise<void>;
  /** `false`: there is no room left on the disk, and a write must not be tried. */
  readonly canWrite: () => boolean;
  /**
   * Calls back, at once and without its content, for every commit that notified `channel`, whoever made it. A lost
   * connection is made again; what was missed meanwhile is not repeated.
   */
  readonly listen: (channel: string, onNotify: () => void) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Timeouts {
  /** To connect, and to wait for a connection of the pool. */
  readonly connectMs: number;
  /** The database's own limit for one statement, and for a transaction that does nothing. */
  readonly statementMs: number;
  /** A connection on which nothing moves for so long is dropped: the network may be gone without a word. */
  readonly silenceMs: number;
}

export type DatabaseOptions =
  | { readonly dataDir: string; readonly readFree?: () => number }
  | { readonly url: string; readonly poolSize: number; readonly timeouts?: Timeouts };

/** What goes wrong outside a query: a lost connection. It is never thrown, so that nothing crashes by it. */
export interface DatabaseEvents {
  readonly onConnectionLost: (code: string) => void;
  /** The disk is nearly full, or has room again. */
  readonly onRoomChanged?: (hasRoom: boolean) => void;
}
