/** The epoch: a random name of this database's history, made with it, and again when a backup is restored. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db, Tx } from './database';
import { meta } from './schema';

const ONLY_ROW = 1;

export async function ensureEpoch(db: Db | Tx): Promise<void> {
  await db.insert(meta).values({ id: ONLY_ROW, epoch: randomUUID() }).onConflictDoNothing();
}

/** Every cursor given out so far stops to fit, so that every phone fetches everything again. */
export async function renewEpoch(db: Db | Tx): Promise<void> {
  const epoch = randomUUID();
  await db.insert(meta).values({ id: ONLY_ROW, epoch }).onConflictDoUpdate({ target: meta.id, set: { epoch } });
}

/** The same for an epoch that was found to be over; of several processes that find it, one does it. */
export async function replaceEpoch(db: Db | Tx, old: string): Promise<void> {
  await db.update(meta).set({ epoch: randomUUID() }).where(eq(meta.epoch, old));
}
