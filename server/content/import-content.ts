/** What every start does: the content that comes with this version, into the database, once. */
import { asc, eq, sql } from 'drizzle-orm';
import type { Campaign, ProgrammeItem } from '../../domain/campaign/campaign';
import { ensureEpoch } from '../db/epoch';
import type { Db, Tx } from '../db/database';
import { campaign as campaignTable, programmeItem } from '../db/schema';
import { importCampaign } from './import-campaign';
import { importSample, type MakeSample } from './import-sample';

/** Held to the end of the transaction, so that of several processes that start at once one imports. */
const IMPORT_LOCK = 7_120_902;

export interface Content {
  readonly official: readonly { readonly campaign: Campaign; readonly programme: readonly ProgrammeItem[] }[];
  /** `null`: no trial campaign. */
  readonly makeSample: MakeSample | null;
}

const SET_UP: readonly string[] = ['guide12315', 'deployment'] satisfies (keyof Campaign)[];

const withoutSetUp = (content: Campaign): Omit<Campaign, 'guide12315' | 'deployment'> =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !SET_UP.includes(name))) as Campaign;

/** One that the console made has no file; what belongs to this server follows the configuration as with the others. */
async function followSetUp(tx: Tx, content: Campaign, official: Content['official']): Promise<boolean> {
  const [{ campaign: first } = { campaign: null }] = official;
  if (!first) return false;
  const items = await tx
    .select({ content: programmeItem.content })
    .from(programmeItem)
    .where(eq(programmeItem.campaignId, content.id))
    .orderBy(asc(programmeItem.ordinal));
  const { guide12315, deployment } = first;
  return importCampaign(
    tx,
    { ...withoutSetUp(content), ...(guide12315 && { guide12315 }), ...(deployment && { deployment }) },
    items.map((item) => item.content),
  );
}

/** The ids of the campaigns that were new or had changed. */
export async function importContent(db: Db, { official, makeSample }: Content, now: number): Promise<string[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`);
    await ensureEpoch(tx);
    const changed: string[] = [];
    const stored = await tx
      .select({ id: campaignTable.id, content: campaignTable.content, sample: campaignTable.sample })
      .from(campaignTable);
    for (const { campaign, programme } of official) {
      // One that the console archived stays so, whatever the file of its first content says.
      const isArchived = stored.some(({ id, content }) => id === campaign.id && content.state === 'archived');
      const state = isArchived ? 'archived' : campaign.state;
      if (await importCampaign(tx, { ...campaign, state }, programme)) changed.push(campaign.id);
    }
    for (const { id, content, sample } of stored) {
      if (sample || official.some(({ campaign }) => campaign.id === id)) continue;
      if (await followSetUp(tx, content, official)) changed.push(id);
    }
    if (makeSample && (await importSample(tx, makeSample, now))) changed.push('sample');
    return changed;
  });
}
