/** Runs an operator's command on the configured database, and says in one line what went wrong. */
import { parseConfig, type Config } from '../config';
import type { Database } from '../db/database';
import { FolderInUseError } from '../db/folder-lock';
import { openDatabase } from '../db/open';

export class CommandError extends Error {
  override readonly name = 'CommandError';
}

async function work(run: (database: Database, config: Config) => Promise<void>): Promise<void> {
  const parsed = parseConfig(process.env);
  if (!parsed.ok) throw new CommandError(parsed.problem);
  const database = await openDatabase(parsed.config.database, {
    onConnectionLost: () => undefined,
  });
  try {
    await database.migrate();
    await run(database, parsed.config);
  } finally {
    await database.close();
  }
}

/** What is not a mistake of whoever typed it says only its kind: a database quotes the row that it refuses. */
export function withDatabase(run: (database: Database, config: Config) => Promise<void>): void {
  work(run).catch((error: unknown) => {
    const isOurs = error instanceof CommandError || error instanceof FolderInUseError;
    console.error(isOurs ? error.message : `失败 / failed (${error instanceof Error ? error.name : 'unknown'})`);
    process.exitCode = 1;
  });
}
