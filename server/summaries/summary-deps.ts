/** What the routes of summaries share: which campaign is meant, and whose summary. */
import { eq } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { can, type Principal } from '../../domain/permission';
import { actorOf, memberOf, principalOf } from '../access/principal';
import type { CampaignRegistry } from '../campaigns/registry';
import type { Encryptor } from '../crypto/encryptor';
import type { Db } from '../db/database';
import { campaign } from '../db/schema';
import { seenVersion } from '../http/if-match';
import type { ActContext } from './acts';
import type { CampaignName, PresentContext } from './present';
import { findOwner, findSummary, type Owner } from './store';

export interface SummaryDeps {
  readonly db: Db;
  readonly registry: CampaignRegistry;
  readonly now: () => number;
  readonly encryptor: Encryptor;
}

export type SummaryRequest = Pick<FastifyRequest, 'principal' | 'staff' | 'id' | 'headers'>;

const UuidSchema = v.pipe(v.string(), v.uuid());
export const isUuid = (text: string): boolean => v.is(UuidSchema, text);

/** `null`: there is no such campaign here. */
export async function findCampaign(
  { db, registry, now, encryptor }: SummaryDeps,
  id: string,
): Promise<PresentContext | null> {
  const head = registry.get(id);
  if (!head) return null;
  const [row] = await db.select({ content: campaign.content }).from(campaign).where(eq(campaign.id, id));
  const { year, theme } = head.summary;
  const named: CampaignName = { id, year, theme };
  return { campaign: named, deadline: row?.content.summaryDeadline, now: now(), encryptor };
}

export const actContext = (request: SummaryRequest, { campaign: { id }, ...rest }: PresentContext): ActContext => ({
  member: memberOf(request),
  actor: actorOf(request),
  campaignId: id,
  seen: seenVersion(request),
  ...rest,
});

/** A superior sees what was submitted and not withdrawn since. */
async function maySee(db: Db, principal: Principal, owner: Owner, campaignId: string): Promise<boolean> {
  const stored = await findSummary(db, { organisationId: owner.id, campaignId });
  const submitted = stored !== null && stored.version > 0 && stored.state !== 'draft';
  return can(principal, 'summary:read', { kind: 'summary', organisation: owner, submitted });
}

/** Whose summary is asked for, if it may be read; its own where `of` is left out. */
export async function findReadable(
  { db }: SummaryDeps,
  request: SummaryRequest,
  of: string | undefined,
  campaignId: string,
): Promise<Owner | null> {
  const principal = principalOf(request);
  const id = of ?? principal.organisation.id;
  const owner = isUuid(id) ? await findOwner(db, id) : null;
  return owner && (await maySee(db, principal, owner, campaignId)) ? owner : null;
}
