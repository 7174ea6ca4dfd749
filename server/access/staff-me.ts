/** Who a member is: the name unsealed, and for which organisations they act. */
import type { MemberId } from '../../domain/ids';
import { asc, eq, and } from 'drizzle-orm';
import type { StaffMe } from '../../domain/organisation/member';
import { needsSecondFactor } from '../../domain/permission';
import type { Encryptor } from '../crypto/encryptor';
import type { Db, Tx } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { member, membership, secondFactor } from '../db/staff-schema';

const placeOf = (memberId: MemberId): string => `member:${memberId}`;

export const sealMemberName = (
  encryptor: Encryptor,
  memberId: MemberId,
  name: string,
): { keyId: string; encrypted: string } => encryptor.encrypt(name, placeOf(memberId));

/** Empty where the key is gone. */
export const memberName = (encryptor: Encryptor, row: { id: string; keyId: string; encrypted: string }): string =>
  encryptor.decrypt(row, placeOf(row.id)) ?? '';

export interface MeDeps {
  readonly encryptor: Encryptor;
  readonly secondFactorRequired: boolean;
  /** Whether the server knows a mini-program. */
  readonly isWechatOn: boolean;
}

/** `null`: the member is gone. */
export async function readMe(
  db: Db | Tx,
  { encryptor, secondFactorRequired, isWechatOn }: MeDeps,
  memberId: MemberId,
): Promise<StaffMe | null> {
  const [row] = await db
    .select({ member, confirmedAt: secondFactor.confirmedAt })
    .from(member)
    .leftJoin(secondFactor, eq(secondFactor.memberId, member.id))
    .where(eq(member.id, memberId));
  if (!row) return null;
  const rows = await db
    .select({
      ...{ id: organisation.id, name: organisation.name, region: organisation.region },
      ...{ role: membership.role, events: membership.events },
    })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(and(eq(membership.memberId, memberId), eq(organisation.state, 'active')))
    .orderBy(asc(organisation.region), asc(organisation.name), asc(organisation.id));
  const organisations = rows.map(({ events, ...held }) => (held.role === 'door' ? { ...held, events } : held));
  const isSet = row.confirmedAt !== null;
  const isMissing = secondFactorRequired && !isSet && organisations.some(({ role }) => needsSecondFactor(role));
  return {
    member: { id: memberId, name: memberName(encryptor, row.member) },
    organisations,
    secondFactor: isSet,
    ...(isMissing && { secondFactorRequired: true as const }),
    ...(isWechatOn && { wechat: true as const }),
  };
}
