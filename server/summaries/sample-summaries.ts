/**
 * Summaries to try the console with: one handed in, one returned, two begun. Each is made once; what somebody trying
 * things out did with it stays.
 */
import { and, eq } from 'drizzle-orm';
import type { OrganisationId } from '../../domain/ids';
import { EMPTY_SUMMARY, type SummaryBody } from '../../domain/summary/summary-body';
import type { SummaryState } from '../../domain/summary/summary-state';
import type { Encryptor } from '../crypto/encryptor';
import type { Tx } from '../db/database';
import { campaign } from '../db/schema';
import { summary, summaryVersion } from '../db/summary-schema';
import { SAMPLE_ORGANISATIONS } from '../organisations/sample-organisations';
import { listBelow } from './below';
import { makeVersion } from './snapshot';
import { findOwner, findSummary } from './store';

const [TOP, CITY, COUNTY, LABORATORY] = SAMPLE_ORGANISATIONS;
interface SampleSummary {
  readonly organisationId: OrganisationId;
  readonly state: SummaryState;
  readonly reason?: string;
  readonly texts: SummaryBody['texts'];
  readonly hand?: Partial<SummaryBody['hand']>;
  readonly cases?: SummaryBody['cases'];
}

const SUMMARIES: readonly SampleSummary[] = [
  {
    ...{ organisationId: COUNTY.id, state: 'submitted' },
    texts: {
      measures: '（示例）组织社区质量课堂，在集市设咨询台。\n会同学校开展实验室开放日。',
      results: '（示例）群众能看懂食品标签，愿意拿着家里的衡器来检定。',
      problems: '（示例）偏远乡镇参加的人少。',
      next: '（示例）把流动检测车开到乡镇。',
    },
    hand: { memberUnits: 9, leaflets: 1200, consultations: 160, boards: 14, tests: 43 },
    cases: [
      {
        title: '（示例）集市上的检测台',
        body: '赶集日把检定台搬到集市，群众带着家里的秤和血压计来检。\n两天检了 43 台件，不合格的当场告诉怎么修。',
        paragraph: '藏质标办〔2025〕1号 四(一)',
        ...{ events: [], pictures: [], visibility: 'public' },
      },
    ],
  },
  {
    ...{ organisationId: TOP.id, state: 'draft' },
    texts: {
      measures: '（示例）全区统一部署，市县联动，开放日、进社区、科普讲座同步开展。',
      results: '（示例）群众看得懂标签、找得到检测点，企业得到面对面的辅导。',
      problems: '（示例）偏远县乡参加的场次少。',
      next: '（示例）明年把流动检测车排进边境乡镇。',
    },
  },
  {
    ...{ organisationId: LABORATORY.id, state: 'returned', reason: '（示例）请补充开放日的成效。' },
    texts: { measures: '（示例）实验室向市民开放，现场演示快速检测。', results: '', problems: '', next: '' },
  },
  {
    ...{ organisationId: CITY.id, state: 'draft' },
    texts: { measures: '（示例）正在汇总各县区的做法。', results: '', problems: '', next: '' },
  },
];

export async function importSampleSummaries(tx: Tx, encryptor: Encryptor, now: number): Promise<void> {
  const [trial] = await tx
    .select({ id: campaign.id })
    .from(campaign)
    .where(and(eq(campaign.sample, true), eq(campaign.state, 'open')));
  if (!trial) return;
  for (const { organisationId, state, reason = null, texts, hand, cases = [] } of SUMMARIES) {
    const key = { organisationId, campaignId: trial.id };
    const owner = await findOwner(tx, organisationId);
    if (!owner || (await findSummary(tx, key))) continue;
    const body: SummaryBody = { texts, hand: { ...EMPTY_SUMMARY.hand, ...hand }, cases };
    const version = state === 'draft' ? 0 : 1;
    await tx.insert(summary).values({ ...key, state, body, version, edits: version + 1, reason, updatedAt: now });
    if (version === 0) continue;
    const below = await listBelow(tx, owner, { campaignId: trial.id }, encryptor);
    const frozen = await makeVersion(tx, { campaignId: trial.id, owner, version, now, late: false, body, below });
    await tx.insert(summaryVersion).values({ ...key, version, ...frozen, submittedAt: now, late: false });
  }
}
