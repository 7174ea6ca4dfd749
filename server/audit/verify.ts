/** Proves the audit log: no row was changed, left out or put in since it was written. */
import { asc, gt } from 'drizzle-orm';
import { FIRST_HASH } from '../../domain/organisation/audit';
import { audit } from '../db/audit-schema';
import type { Db } from '../db/database';
import { hashEntry } from './record';

export type AuditProof =
  /** `hash` is the last row's: kept elsewhere, it proves later that nothing was cut off at the end. */
  | { readonly ok: true; readonly rows: number; readonly hash: string }
  | { readonly ok: false; readonly seq: number; readonly fault: 'missing' | 'changed' | 'unchained' };

const BATCH = 1_000;

export async function verifyAudit(db: Db): Promise<AuditProof> {
  let [rows, hash] = [0, FIRST_HASH];
  for (;;) {
    const batch = await db.select().from(audit).where(gt(audit.seq, rows)).orderBy(asc(audit.seq)).limit(BATCH);
    for (const row of batch) {
      const seq = rows + 1;
      if (row.seq !== seq) return { ok: false, seq, fault: 'missing' };
      if (row.previousHash !== hash) return { ok: false, seq, fault: 'unchained' };
      if (hashEntry(row) !== row.hash) return { ok: false, seq, fault: 'changed' };
      [rows, hash] = [seq, row.hash];
    }
    if (batch.length < BATCH) return { ok: true, rows, hash };
  }
}
