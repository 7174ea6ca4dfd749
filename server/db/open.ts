/** The one place that knows which engine runs: PostgreSQL in this process by default, a PostgreSQL server by address. */
import type { Database, DatabaseEvents, DatabaseOptions } from './database';

/** Loads only the engine that is asked for: each takes a good part of a start, and of the memory. */
export async function openDatabase(options: DatabaseOptions, events: DatabaseEvents): Promise<Database> {
  if ('url' in options) {
    const { openPostgres } = await import('./postgres');
    return openPostgres(options, events);
  }
  const { openEmbedded } = await import('./embedded');
  return openEmbedded(options, events);
}
