/** Work that is done now and then, by one process of several. */
import { and, eq, notBetween } from 'drizzle-orm';
import { job } from '../db/account-schema';
import type { Db, Tx } from '../db/database';

export interface Job {
  readonly name: string;
  readonly everyMs: number;
  /** `more`: there was too much for one transaction, and it is run again at the next look. */
  readonly run: (tx: Tx, now: number) => Promise<'done' | 'more'>;
}

/**
 * Runs it if it is due, and nobody else is at it. The work and the note that it was done are one transaction: a process
 * that dies in the middle has done nothing. Whether it ran.
 */
export async function runJob(db: Db, { name, everyMs, run }: Job, now: number): Promise<boolean> {
  await db.insert(job).values({ name, ranAt: 0 }).onConflictDoNothing();
  return db.transaction(async (tx) => {
    const [due] = await tx
      .select()
      .from(job)
      // It ran long ago, or by a clock far ahead that was set back since; clocks of two processes may differ a little.
      .where(and(eq(job.name, name), notBetween(job.ranAt, now - everyMs + 1, now + everyMs)))
      .for('update', { skipLocked: true });
    if (!due) return false;
    if ((await run(tx, now)) === 'done') await tx.update(job).set({ ranAt: now }).where(eq(job.name, name));
    return true;
  });
}
