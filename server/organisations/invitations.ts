/** Invitations (A3): a secret for one organisation and role, good once and for seven days. */
import type { MemberId, OrganisationId, RegionCode } from '../../domain/ids';
import { randomUUID } from 'node:crypto';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { findPasswordFault, type PasswordFault } from '../../domain/organisation/password';
import { INVITATION_MS } from '../../domain/organisation/staff-policy';
import type { Role } from '../../domain/permission';
import { sealMemberName } from '../access/staff-me';
import { openStaffSession } from '../access/staff-sessions';
import { type Actor, recordAct } from '../audit/record';
import type { PasswordHasher } from '../crypto/password-hasher';
import type { Encryptor } from '../crypto/encryptor';
import { digestOf, newSecret } from '../crypto/secret';
import type { Db, Tx } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { invitation, member, membership } from '../db/staff-schema';

export interface NewInvitation {
  readonly organisationId: OrganisationId;
  readonly role: Role;
  readonly events?: readonly string[] | undefined;
  readonly trial?: boolean;
}

export interface MadeInvitation {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: number;
}

export async function makeInvitation(
  tx: Tx,
  { organisationId, role, events = [], trial = false }: NewInvitation,
  { now, actor }: { readonly now: number; readonly actor: Actor },
): Promise<MadeInvitation> {
  const made = { id: randomUUID(), token: newSecret(), expiresAt: now + INVITATION_MS };
  await tx.insert(invitation).values({
    id: made.id,
    tokenHash: digestOf(made.token),
    ...{ organisationId, role, events: [...events], trial },
    createdAt: now,
    expiresAt: made.expiresAt,
  });
  await recordAct(tx, now, actor, {
    act: 'invitation-made',
    object: { kind: 'invitation', id: made.id },
    organisationId,
    fields: [role],
  });
  return made;
}

const isOpen = (now: number): ReturnType<typeof and> =>
  and(isNull(invitation.usedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, now));

export async function listInvitations(
  db: Db,
  organisationId: OrganisationId,
  now: number,
): Promise<{ id: string; role: Role; expiresAt: number }[]> {
  return db
    .select({ id: invitation.id, role: invitation.role, expiresAt: invitation.expiresAt })
    .from(invitation)
    .where(and(eq(invitation.organisationId, organisationId), isOpen(now)))
    .orderBy(desc(invitation.createdAt), desc(invitation.id));
}

/** Whether it was open until now. */
export async function revokeInvitation(
  tx: Tx,
  { organisationId, id }: { readonly organisationId: OrganisationId; readonly id: string },
  { now, actor }: { readonly now: number; readonly actor: Actor },
): Promise<boolean> {
  const revoked = await tx
    .update(invitation)
    .set({ revokedAt: now })
    .where(and(eq(invitation.id, id), eq(invitation.organisationId, organisationId), isOpen(now)))
    .returning({ id: invitation.id });
  if (revoked.length === 0) return false;
  await recordAct(tx, now, actor, { act: 'invitation-revoked', object: { kind: 'invitation', id }, organisationId });
  return true;
}

interface OpenInvitation {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly role: Role;
  readonly events: string[];
  readonly name: string;
  readonly region: RegionCode;
}

/** `null`: there is none, it was used or revoked, or it is too old. Which, nobody learns. */
export async function findInvitation(db: Db, token: string, now: number): Promise<OpenInvitation | null> {
  const [row] = await db
    .select({
      ...{ id: invitation.id, organisationId: invitation.organisationId, role: invitation.role },
      ...{ events: invitation.events, name: organisation.name, region: organisation.region },
    })
    .from(invitation)
    .innerJoin(organisation, eq(organisation.id, invitation.organisationId))
    .where(and(eq(invitation.tokenHash, digestOf(token)), isOpen(now), eq(organisation.state, 'active')));
  return row ?? null;
}

/** Of two who accept at once one gets it. */
async function takeInvitation(
  tx: Tx,
  token: string,
  now: number,
): Promise<Omit<OpenInvitation, 'name' | 'region'> | null> {
  const [row] = await tx
    .update(invitation)
    .set({ usedAt: now })
    .where(and(eq(invitation.tokenHash, digestOf(token)), isOpen(now)))
    .returning();
  return row ?? null;
}

export interface AcceptDeps {
  readonly db: Db;
  readonly encryptor: Encryptor;
  readonly hasher: PasswordHasher;
}

export interface NewAccount {
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

export type Accepted =
  /** `token`: the session's; `null` for who was signed in already. */
  | { readonly ok: true; readonly memberId: MemberId; readonly token: string | null }
  | { readonly ok: false; readonly code: 'invite-gone' | 'login-taken' | 'already-member' | 'unavailable' }
  | { readonly ok: false; readonly code: 'invalid-input'; readonly fault: PasswordFault };

interface Circumstances {
  readonly now: number;
  readonly device: string;
  readonly requestId: string;
}

/** Undoes the transaction of a refusal. */
class RefusedError extends Error {
  constructor(readonly code: 'invite-gone' | 'login-taken' | 'already-member') {
    super(code);
  }
}

async function join(
  tx: Tx,
  memberId: MemberId,
  taken: Omit<OpenInvitation, 'name' | 'region'>,
  { now, requestId }: Circumstances,
): Promise<void> {
  const { organisationId, role, events } = taken;
  const joined = await tx
    .insert(membership)
    .values({ memberId, organisationId, role, events, createdAt: now })
    .onConflictDoNothing()
    .returning({ memberId: membership.memberId });
  if (joined.length === 0) throw new RefusedError('already-member');
  const actor = { who: 'member', id: memberId, requestId } as const;
  await recordAct(tx, now, actor, {
    act: 'member-joined',
    object: { kind: 'member', id: memberId },
    organisationId,
    fields: [role],
  });
}

async function refusable(work: () => Promise<Accepted>): Promise<Accepted> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, code: error.code };
    throw error;
  }
}

/** With a new account, which is signed in by it. */
export async function acceptAsNew(
  { db, encryptor, hasher }: AcceptDeps,
  token: string,
  { name, login, password }: NewAccount,
  circumstances: Circumstances,
): Promise<Accepted> {
  const { now, device } = circumstances;
  if (!(await findInvitation(db, token, now))) return { ok: false, code: 'invite-gone' };
  const fault = findPasswordFault(password, login);
  if (fault !== null) return { ok: false, code: 'invalid-input', fault };
  const passwordHash = await hasher.hash(password);
  if (passwordHash === null) return { ok: false, code: 'unavailable' };
  return refusable(() =>
    db.transaction(async (tx) => {
      const taken = await takeInvitation(tx, token, now);
      if (!taken) throw new RefusedError('invite-gone');
      const id = randomUUID();
      const made = await tx
        .insert(member)
        .values({ id, login, passwordHash, createdAt: now, ...sealMemberName(encryptor, id, name) })
        .onConflictDoNothing({ target: member.login })
        .returning({ id: member.id });
      if (made.length === 0) throw new RefusedError('login-taken');
      const session = await openStaffSession(tx, id, device, now);
      await join(tx, id, taken, circumstances);
      return { ok: true, memberId: id, token: session };
    }),
  );
}

/** With the account that is signed in. */
export async function acceptAsMember(
  db: Db,
  token: string,
  memberId: MemberId,
  circumstances: Circumstances,
): Promise<Accepted> {
  return refusable(() =>
    db.transaction(async (tx) => {
      const taken = await takeInvitation(tx, token, circumstances.now);
      if (!taken) throw new RefusedError('invite-gone');
      await join(tx, memberId, taken, circumstances);
      return { ok: true, memberId, token: null };
    }),
  );
}
