/** Tokens with which other systems publish for an organisation (A6). The prefix tells them from other secrets. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Principal } from '../../domain/permission';
import { MINUTE_MS } from '../../domain/time/time';
import { digestOf } from '../crypto/secret';
import type { Db } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { apiToken } from '../db/staff-schema';

export const API_TOKEN_PREFIX = 'qmt_';
const NOTE_MS = MINUTE_MS;

export type FindApiToken = (token: string) => Promise<Extract<Principal, { kind: 'token' }> | null>;

export function makeApiTokenFinder(db: Db, now: () => number): FindApiToken {
  const find = db
    .select({ token: apiToken, region: organisation.region })
    .from(apiToken)
    .innerJoin(organisation, eq(organisation.id, apiToken.organisationId))
    .where(
      and(
        eq(apiToken.tokenHash, sql.placeholder('hash')),
        isNull(apiToken.revokedAt),
        eq(organisation.state, 'active'),
      ),
    )
    .prepare('api_token_by_hash');
  return async (token) => {
    if (!token.startsWith(API_TOKEN_PREFIX)) return null;
    const [found] = await find.execute({ hash: digestOf(token) });
    if (!found) return null;
    const { id, organisationId, scopes, lastUsedAt } = found.token;
    const at = now();
    if ((lastUsedAt ?? 0) < at - NOTE_MS) await db.update(apiToken).set({ lastUsedAt: at }).where(eq(apiToken.id, id));
    return { kind: 'token', tokenId: id, organisation: { id: organisationId, region: found.region }, scopes };
  };
}
