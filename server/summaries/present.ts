/** Summaries as the API says them. */
import { desc, and, eq } from 'drizzle-orm';
import type { SummaryDeadline } from '../../domain/campaign/campaign';
import type { CampaignId } from '../../domain/ids';
import { changedBelow } from '../../domain/summary/roll-up';
import type { SummaryAnswer, SummaryBelow } from '../../domain/summary/summary-answer';
import { dayOf, daysBetween, formatInstant } from '../../domain/time/time';
import type { Encryptor } from '../crypto/encryptor';
import type { Db } from '../db/database';
import { summaryReminder } from '../db/summary-schema';
import { readFigures } from '../figures/read-figures';
import { type BelowRow, listBelow } from './below';
import { readSnapshot } from './snapshot';
import { findSummary, listVersions, NOT_BEGUN, type Owner, type VersionRow } from './store';

export interface CampaignName {
  readonly id: CampaignId;
  readonly year: number;
  readonly theme: string;
}

export interface PresentContext {
  readonly campaign: CampaignName;
  readonly deadline: SummaryDeadline | undefined;
  readonly now: number;
  readonly encryptor: Encryptor;
}

export const presentDeadline = (deadline: SummaryDeadline | undefined, now: number): SummaryAnswer['deadline'] =>
  deadline ? { ...deadline, daysLeft: daysBetween(dayOf(now), deadline.dueOn) } : null;

export const presentVersion = ({
  version,
  hash,
  submittedAt,
  late,
}: VersionRow): SummaryAnswer['versions'][number] => ({
  ...{ version, hash, late },
  submittedAt: formatInstant(submittedAt),
});

export const presentBelow = ({
  organisation,
  name,
  region,
  hasAccount,
  state,
  row,
  reason,
  received,
}: BelowRow): SummaryBelow => ({
  ...{ id: organisation, name, region, hasAccount, state, reason },
  last: row && presentVersion(row),
  received: received && { on: received.on, who: received.who === '' ? null : received.who },
});

/** One's own. */
export async function presentSummary(db: Db, owner: Owner, context: PresentContext): Promise<SummaryAnswer> {
  const { campaign, deadline, now, encryptor } = context;
  const key = { organisationId: owner.id, campaignId: campaign.id };
  const stored = (await findSummary(db, key)) ?? NOT_BEGUN;
  const versions = await listVersions(db, key);
  const [last] = versions;
  const below = last ? await listBelow(db, owner, { campaignId: campaign.id }, encryptor) : [];
  const { total, rows } = await readFigures(
    db,
    { organisation: owner, campaignId: campaign.id, asOf: now },
    'paragraph',
  );
  const reminders = await db
    .select()
    .from(summaryReminder)
    .where(and(eq(summaryReminder.organisationId, owner.id), eq(summaryReminder.campaignId, campaign.id)))
    .orderBy(desc(summaryReminder.sentAt));
  const { state, edits, version, body, reason } = stored;
  const names = new Map(below.map(({ organisation, name }) => [organisation, name]));
  return {
    campaign,
    organisation: { id: owner.id, name: owner.name, region: owner.region },
    ...{ state, edits, version, hash: last?.hash ?? null, body },
    reason: state === 'returned' ? reason : null,
    deadline: presentDeadline(deadline, now),
    figures: { asOf: formatInstant(now), total, paragraphs: [...rows] },
    versions: versions.map(presentVersion),
    changedBelow: changedBelow(last ? readSnapshot(last.text).contains : [], below).map((each) => ({
      ...each,
      name: names.get(each.organisation) ?? each.organisation,
    })),
    reminders: reminders.map(({ daysBefore, daysLeft, sentAt }) => ({
      ...{ daysBefore, daysLeft },
      at: formatInstant(sentAt),
    })),
  };
}
