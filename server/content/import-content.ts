/** What every start does: the content that comes with this version, into the database, once. */
import { sql } from 'drizzle-orm';
import type { Campaign, ProgrammeItem } from '../../domain/campaign/campaign';
import { ensureEpoch } from '../db/epoch';
import type { Db } from '../db/database';
import { importCampaign } from './import-campaign';
import { importSample, type MakeSample } from './import-sample';

/** Held to the end of the transaction, so that of several processes that start at once one imports. */
const IMPORT_LOCK = 7_120_902;

export interface Content {
  readonly official: readonly { readonly campaign: Campaign; readonly programme: readonly ProgrammeItem[] }[];
  /** `null`: no trial campaign. */
  readonly makeSample: MakeSample | null;
}

/** The ids of the campaigns that were new or had changed. */
export async function importContent(db: Db, { official, makeSample }: Content, now: number): Promise<string[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`);
    await ensureEpoch(tx);
    const changed: string[] = [];
    for (const { campaign, programme } of official) {
      if (await importCampaign(tx, campaign, programme)) changed.push(campaign.id);
    }
    if (makeSample && (await importSample(tx, makeSample, now))) changed.push('sample');
    return changed;
  });
}
