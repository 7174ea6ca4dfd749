/** Writes an act on a member's own account to the log of each organisation that they work for. */
import type { MemberId } from '../../domain/ids';
import { asc, eq } from 'drizzle-orm';
import { type Actor, type NewAct, recordAct } from '../audit/record';
import type { Tx } from '../db/database';
import { membership } from '../db/staff-schema';

export async function recordMemberAct(
  tx: Tx,
  now: number,
  actor: Actor,
  { memberId, ...act }: Omit<NewAct, 'organisationId'> & { readonly memberId: MemberId },
): Promise<void> {
  const rows = await tx
    .select({ organisationId: membership.organisationId })
    .from(membership)
    .where(eq(membership.memberId, memberId))
    .orderBy(asc(membership.organisationId));
  for (const { organisationId } of rows) await recordAct(tx, now, actor, { ...act, organisationId });
}
