/** Writes the audit log. Each row is written in the transaction of the act itself: no act without a row, no row without an act. */
import type { OrganisationId } from '../../domain/ids';
import { createHash } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import {
  type Act,
  type AuditEntry,
  type AuditObjectKind,
  auditText,
  type AuditWho,
  FIRST_HASH,
} from '../../domain/organisation/audit';
import { audit } from '../db/audit-schema';
import type { Tx } from '../db/database';

export interface Actor {
  readonly who: AuditWho;
  /** `null` for the operator and the command line. */
  readonly id: string | null;
  readonly requestId: string | null;
}

export interface NewAct {
  readonly act: Act;
  readonly object: { readonly kind: AuditObjectKind; readonly id: string | null };
  /** Whose log shows it; `null`: only the operator's. */
  readonly organisationId: OrganisationId | null;
  /** Names of what changed, never values. */
  readonly fields?: readonly string[];
  readonly reason?: string;
}

/** Any number: the lock that puts the rows in a line. */
const AUDIT_LOCK = 7_203_540;

export const COMMAND: Actor = { who: 'command', id: null, requestId: null };

export const hashEntry = (entry: AuditEntry): string => createHash('sha256').update(auditText(entry)).digest('hex');

/** Held until the transaction ends; so it is asked for last, after every lock on rows. */
export async function recordAct(tx: Tx, now: number, actor: Actor, { act, object, ...rest }: NewAct): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${AUDIT_LOCK})`);
  const [last] = await tx.select({ seq: audit.seq, hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(1);
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    at: now,
    whoKind: actor.who,
    whoId: actor.id,
    organisationId: rest.organisationId,
    act,
    objectKind: object.kind,
    objectId: object.id,
    fields: [...(rest.fields ?? [])],
    reason: rest.reason ?? null,
    requestId: actor.requestId,
    previousHash: last?.hash ?? FIRST_HASH,
  };
  await tx.insert(audit).values({ ...entry, hash: hashEntry(entry) });
}
