/** Rights are read before a transaction begins; one that writes asks again inside it, and so cannot outlive a removal. */
import { and, eq } from 'drizzle-orm';
import { type Action, mayEver } from '../../domain/permission';
import type { Tx } from '../db/database';
import { membership } from '../db/staff-schema';
import type { Member } from './principal';

/** Holds the membership as it is until the transaction ends: a transaction that removes the member waits, or has come first. */
export async function stillMay(tx: Tx, { memberId, organisation }: Member, action: Action): Promise<boolean> {
  const [row] = await tx
    .select({ role: membership.role })
    .from(membership)
    .where(and(eq(membership.memberId, memberId), eq(membership.organisationId, organisation.id)))
    .for('share');
  return row !== undefined && mayEver(row.role, action);
}
