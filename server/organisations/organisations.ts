/** Organisations: made by one above, or on the command line. */
import type { OrganisationId, RegionCode } from '../../domain/ids';
import { randomUUID } from 'node:crypto';
import { and, asc, between, count, eq, ne } from 'drizzle-orm';
import type { Approval, NewOrganisation } from '../../domain/organisation/organisation';
import type { Organisation } from '../../domain/permission';
import { rangeOf } from '../../domain/region/region';
import { type Actor, recordAct } from '../audit/record';
import type { Db, Tx } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { membership } from '../db/staff-schema';
import { type MadeInvitation, makeInvitation } from './invitations';

export interface MadeOrganisation {
  readonly id: string;
  /** For its first admin. */
  readonly invitation: MadeInvitation;
}

/** `by`: the organisation in whose log it stands as well; `null` on the command line. */
export async function createOrganisation(
  tx: Tx,
  { name, region }: NewOrganisation,
  { now, actor, by }: { readonly now: number; readonly actor: Actor; readonly by: string | null },
): Promise<MadeOrganisation> {
  const id = randomUUID();
  await tx.insert(organisation).values({ id, name, region, createdAt: now });
  const invitation = await makeInvitation(tx, { organisationId: id, role: 'admin' }, { now, actor });
  for (const organisationId of by === null ? [id] : [id, by]) {
    await recordAct(tx, now, actor, {
      act: 'organisation-created',
      object: { kind: 'organisation', id },
      organisationId,
    });
  }
  return { id, invitation };
}

export interface ListedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly region: RegionCode;
  readonly members: number;
}

/** All others in its region, those of the same region included, in the order of their codes. */
export async function listBelow(db: Db, { id, region }: Organisation): Promise<ListedOrganisation[]> {
  const { from, to } = rangeOf(region);
  return db
    .select({
      ...{ id: organisation.id, name: organisation.name, region: organisation.region },
      members: count(membership.memberId),
    })
    .from(organisation)
    .leftJoin(membership, eq(membership.organisationId, organisation.id))
    .where(and(between(organisation.region, from, to), ne(organisation.id, id), eq(organisation.state, 'active')))
    .groupBy(organisation.id)
    .orderBy(asc(organisation.region), asc(organisation.name), asc(organisation.id));
}

export async function readApproval(db: Db, organisationId: OrganisationId): Promise<Approval> {
  const [row] = await db
    .select({ approval: organisation.approval })
    .from(organisation)
    .where(eq(organisation.id, organisationId));
  return row?.approval ?? 'off';
}

export async function changeApproval(
  tx: Tx,
  organisationId: OrganisationId,
  approval: Approval,
  { now, actor }: { readonly now: number; readonly actor: Actor },
): Promise<void> {
  const changed = await tx
    .update(organisation)
    .set({ approval })
    .where(and(eq(organisation.id, organisationId), ne(organisation.approval, approval)))
    .returning({ id: organisation.id });
  if (changed.length === 0) return;
  await recordAct(tx, now, actor, {
    act: 'settings-changed',
    object: { kind: 'organisation', id: organisationId },
    organisationId,
    fields: ['approval'],
  });
}
