/**
 * Organisations to try the console with: a region, a city, a county and a laboratory, with invented members whom nobody
 * can sign in as. Only a trial has them.
 */
import type { RegionCode } from '../../domain/ids';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Role } from '../../domain/permission';
import { covers } from '../../domain/region/region';
import { sealMemberName } from '../access/staff-me';
import { COMMAND } from '../audit/record';
import type { Encryptor } from '../crypto/encryptor';
import type { Tx } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { event } from '../db/schema';
import { invitation, member, membership } from '../db/staff-schema';
import { makeInvitation } from './invitations';

interface SampleOrganisation {
  readonly id: string;
  readonly name: string;
  readonly region: RegionCode;
  readonly members: readonly (readonly [id: string, login: string, name: string, role: Role])[];
}

/** From above to below. */
export const SAMPLE_ORGANISATIONS = [
  {
    id: '5a540000-0000-4000-8000-000000000001',
    name: '西藏自治区质量月办公室（示例）',
    region: '540000',
    members: [
      ['5a540000-0000-4000-8000-000000000011', 'sample.dawa', '达瓦（示例）', 'admin'],
      ['5a540000-0000-4000-8000-000000000012', 'sample.lin', '林小雪（示例）', 'editor'],
      ['5a540000-0000-4000-8000-000000000013', 'sample.pema', '白玛（示例）', 'viewer'],
    ],
  },
  {
    id: '5a540000-0000-4000-8000-000000000002',
    name: '拉萨市质量月办公室（示例）',
    region: '540100',
    members: [
      ['5a540000-0000-4000-8000-000000000021', 'sample.tsering', '次仁（示例）', 'admin'],
      ['5a540000-0000-4000-8000-000000000022', 'sample.zhou', '周远山（示例）', 'editor'],
    ],
  },
  {
    id: '5a540000-0000-4000-8000-000000000003',
    name: '城关区质量月办公室（示例）',
    region: '540102',
    members: [
      ['5a540000-0000-4000-8000-000000000031', 'sample.dolma', '卓玛（示例）', 'admin'],
      ['5a540000-0000-4000-8000-000000000032', 'sample.norbu', '罗布（示例）', 'door'],
    ],
  },
  {
    id: '5a540000-0000-4000-8000-000000000004',
    name: '格桑花检验检测所（示例）',
    region: '540102',
    members: [
      ['5a540000-0000-4000-8000-000000000041', 'sample.he', '何清（示例）', 'admin'],
      ['5a540000-0000-4000-8000-000000000042', 'sample.yangjin', '央金（示例）', 'editor'],
    ],
  },
  // Nobody of it can sign in: 没有账号.
  {
    id: '5a540000-0000-4000-8000-000000000005',
    name: '林周县质量月办公室（示例）',
    region: '540121',
    members: [],
  },
] as const satisfies readonly SampleOrganisation[];

const [TOP, CITY, COUNTY] = SAMPLE_ORGANISATIONS;

/** Which of them holds a sample event: the nearest office that is responsible for its region. */
const holderOf = (region: RegionCode): string | null =>
  [COUNTY, CITY, TOP].find((office) => covers(office.region, region))?.id ?? null;

async function giveEvents(tx: Tx): Promise<void> {
  const rows = await tx
    .select({ id: event.id, region: event.region })
    .from(event)
    .where(and(eq(event.sample, true), isNull(event.organisationId)))
    .orderBy(event.id);
  for (const { id, region } of rows) {
    const organisationId = holderOf(region);
    if (organisationId !== null) await tx.update(event).set({ organisationId }).where(eq(event.id, id));
  }
}

/** The same again changes nothing but what a trial without them had closed. */
export async function importSampleOrganisations(tx: Tx, encryptor: Encryptor, now: number): Promise<void> {
  for (const { id, name, region, members } of SAMPLE_ORGANISATIONS) {
    await tx
      .insert(organisation)
      .values({ id, name, region, sample: true, createdAt: now })
      .onConflictDoUpdate({ target: organisation.id, set: { name, state: 'active' } });
    for (const [memberId, login, person, role] of members) {
      const row = { id: memberId, login, createdAt: now, ...sealMemberName(encryptor, memberId, person) };
      await tx.insert(member).values(row).onConflictDoNothing();
      const values = { memberId, organisationId: id, role, events: [], createdAt: now };
      await tx.insert(membership).values(values).onConflictDoNothing();
    }
  }
  await giveEvents(tx);
}

/** Outside a trial nobody acts for them. */
export async function closeSampleOrganisations(tx: Tx): Promise<void> {
  await tx.update(organisation).set({ state: 'closed' }).where(eq(organisation.sample, true));
}

/** A link into the console as an admin of the uppermost; the one of the start before opens nothing any more. */
export async function inviteToTrial(tx: Tx, now: number): Promise<{ token: string; organisation: string }> {
  await tx
    .update(invitation)
    .set({ revokedAt: now })
    .where(
      and(
        eq(invitation.trial, true),
        isNull(invitation.usedAt),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, now),
      ),
    );
  const { token } = await makeInvitation(
    tx,
    { organisationId: TOP.id, role: 'admin', trial: true },
    { now, actor: COMMAND },
  );
  return { token, organisation: TOP.name };
}
