/**
 * Who works for an organisation. Changes take the organisation's row first, so that of two admins who remove each other
 * one is left (A2).
 */
import type { MemberId, OrganisationId } from '../../domain/ids';
import { and, eq, max } from 'drizzle-orm';
import type { Role } from '../../domain/permission';
import { endStaffSessions } from '../access/staff-sessions';
import { memberName } from '../access/staff-me';
import { type Actor, recordAct } from '../audit/record';
import type { Encryptor } from '../crypto/encryptor';
import type { Db, Tx } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { member, membership, secondFactor, staffSession } from '../db/staff-schema';

export interface ListedMember {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly role: Role;
  readonly events: readonly string[];
  readonly secondFactor: boolean;
  /** Epoch ms; `null`: not signed in. */
  readonly lastSeenAt: number | null;
}

/** `memberId`: only this one. */
export async function listMembers(
  db: Db | Tx,
  encryptor: Encryptor,
  organisationId: OrganisationId,
  memberId?: MemberId,
): Promise<ListedMember[]> {
  const rows = await db
    .select({
      ...{ member, role: membership.role, events: membership.events, confirmedAt: secondFactor.confirmedAt },
      lastSeenAt: max(staffSession.lastSeenAt),
    })
    .from(membership)
    .innerJoin(member, eq(member.id, membership.memberId))
    .leftJoin(secondFactor, eq(secondFactor.memberId, member.id))
    .leftJoin(staffSession, eq(staffSession.memberId, member.id))
    .where(
      and(
        eq(membership.organisationId, organisationId),
        memberId === undefined ? undefined : eq(membership.memberId, memberId),
      ),
    )
    .groupBy(member.id, membership.role, membership.events, membership.createdAt, secondFactor.confirmedAt)
    .orderBy(membership.createdAt, member.id);
  return rows.map((row) => ({
    id: row.member.id,
    name: memberName(encryptor, row.member),
    login: row.member.login,
    role: row.role,
    events: row.events,
    secondFactor: row.confirmedAt !== null,
    lastSeenAt: row.lastSeenAt,
  }));
}

export interface MemberChange {
  readonly organisationId: OrganisationId;
  /** Who acts: still an admin once the organisation is locked, or nothing happens. */
  readonly by: string;
  readonly memberId: MemberId;
  readonly now: number;
  readonly actor: Actor;
}

export type Changed = { readonly ok: true } | { readonly ok: false; readonly code: 'not-found' | 'last-admin' };

type Found =
  | { readonly ok: true; readonly role: Role; readonly events: readonly string[]; readonly isLastAdmin: boolean }
  | Extract<Changed, { ok: false }>;

/** Not `for update`: a transaction that adds a row naming the organisation would wait for it, and hold what this one waits for. */
async function lockMember(tx: Tx, { organisationId, by, memberId }: MemberChange): Promise<Found> {
  await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
    .for('no key update');
  const rows = await tx.select().from(membership).where(eq(membership.organisationId, organisationId));
  const admins = rows.filter(({ role }) => role === 'admin').map((row) => row.memberId);
  const row = rows.find((each) => each.memberId === memberId);
  if (!row || !admins.includes(by)) return { ok: false, code: 'not-found' };
  return { ok: true, role: row.role, events: row.events, isLastAdmin: row.role === 'admin' && admins.length === 1 };
}

export async function changeMember(
  tx: Tx,
  change: MemberChange,
  { role, events }: { readonly role?: Role | undefined; readonly events?: readonly string[] | undefined },
): Promise<Changed> {
  const found = await lockMember(tx, change);
  if (!found.ok) return found;
  if (found.isLastAdmin && role !== undefined && role !== 'admin') return { ok: false, code: 'last-admin' };
  const { organisationId, memberId, now, actor } = change;
  const fields = [
    ...(role !== undefined && role !== found.role ? ['role'] : []),
    ...(events !== undefined && events.join() !== found.events.join() ? ['events'] : []),
  ];
  if (fields.length === 0) return { ok: true };
  await tx
    .update(membership)
    .set({ ...(role !== undefined && { role }), ...(events && { events: [...events] }) })
    .where(and(eq(membership.memberId, memberId), eq(membership.organisationId, organisationId)));
  await recordAct(tx, now, actor, {
    act: 'member-changed',
    object: { kind: 'member', id: memberId },
    organisationId,
    fields,
  });
  return { ok: true };
}

/** Their sessions end with it. Who works for nobody any more is forgotten altogether: name, login, phones. */
export async function removeMember(tx: Tx, change: MemberChange): Promise<Changed> {
  const found = await lockMember(tx, change);
  if (!found.ok) return found;
  if (found.isLastAdmin) return { ok: false, code: 'last-admin' };
  const { organisationId, memberId, now, actor } = change;
  await tx
    .delete(membership)
    .where(and(eq(membership.memberId, memberId), eq(membership.organisationId, organisationId)));
  await endStaffSessions(tx, memberId);
  const [other] = await tx.select().from(membership).where(eq(membership.memberId, memberId)).limit(1);
  if (!other) await tx.delete(member).where(eq(member.id, memberId));
  await recordAct(tx, now, actor, { act: 'member-removed', object: { kind: 'member', id: memberId }, organisationId });
  return { ok: true };
}
