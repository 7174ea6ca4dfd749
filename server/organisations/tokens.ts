/** Tokens for other systems (A6): shown once, then only their digest is here. */
import type { OrganisationId } from '../../domain/ids';
import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { TokenScope } from '../../domain/permission';
import { API_TOKEN_PREFIX } from '../access/api-tokens';
import { type Actor, recordAct } from '../audit/record';
import { digestOf, newSecret } from '../crypto/secret';
import type { Db, Tx } from '../db/database';
import { apiToken } from '../db/staff-schema';

interface Acting {
  readonly organisationId: OrganisationId;
  readonly now: number;
  readonly actor: Actor;
}

export async function makeApiToken(
  tx: Tx,
  { name, scopes }: { readonly name: string; readonly scopes: readonly TokenScope[] },
  { organisationId, now, actor }: Acting,
): Promise<{ id: string; token: string }> {
  const made = { id: randomUUID(), token: `${API_TOKEN_PREFIX}${newSecret()}` };
  const values = { organisationId, name, scopes: [...new Set(scopes)], createdAt: now };
  await tx.insert(apiToken).values({ id: made.id, tokenHash: digestOf(made.token), ...values });
  await recordAct(tx, now, actor, {
    act: 'token-made',
    object: { kind: 'token', id: made.id },
    organisationId,
    fields: values.scopes,
  });
  return made;
}

export interface ListedToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
}

export async function listApiTokens(db: Db, organisationId: OrganisationId): Promise<ListedToken[]> {
  return db
    .select()
    .from(apiToken)
    .where(and(eq(apiToken.organisationId, organisationId), isNull(apiToken.revokedAt)))
    .orderBy(asc(apiToken.createdAt), asc(apiToken.id));
}

/** Whether it was good until now. */
export async function revokeApiToken(tx: Tx, id: string, { organisationId, now, actor }: Acting): Promise<boolean> {
  const revoked = await tx
    .update(apiToken)
    .set({ revokedAt: now })
    .where(and(eq(apiToken.id, id), eq(apiToken.organisationId, organisationId), isNull(apiToken.revokedAt)))
    .returning({ id: apiToken.id });
  if (revoked.length === 0) return false;
  await recordAct(tx, now, actor, { act: 'token-revoked', object: { kind: 'token', id }, organisationId });
  return true;
}
