import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { SummariesBelowSchema } from '../../domain/summary/summary-answer';
import { importContent } from '../content/import-content';
import { sampleCampaign } from '../content/sample';
import { organisation } from '../db/organisation-schema';
import { summary, summaryVersion } from '../db/summary-schema';
import { importSampleOrganisations, SAMPLE_ORGANISATIONS } from '../organisations/sample-organisations';
import { ENCRYPTOR, NOW } from '../testing/app';
import { ENGINES } from '../testing/database';
import { deskOf } from '../testing/desk';
import { newMember } from '../testing/staff';
import { useTestServer } from '../testing/test-server';
import { importSampleSummaries } from './sample-summaries';

describe.each(ENGINES)('summaries of a trial, on %s', (engine) => {
  const testServer = useTestServer(engine);

  test('one handed in, one returned, one begun, one organisation without account; the same again changes nothing', async () => {
    await testServer.openFresh({ now: () => NOW });
    const { db } = testServer.database;
    const fill = async (): Promise<void> => {
      await importContent(db, { official: [], makeSample: sampleCampaign }, NOW);
      await db.transaction(async (tx) => {
        await importSampleOrganisations(tx, ENCRYPTOR, NOW);
        await importSampleSummaries(tx, ENCRYPTOR, NOW);
      });
    };
    await fill();
    const [version] = await db.select().from(summaryVersion);
    expect(
      createHash('sha256')
        .update(version?.text ?? '')
        .digest('hex'),
    ).toBe(version?.hash);
    const before = [await db.select().from(summary), await db.select().from(organisation)];
    await fill();
    expect([await db.select().from(summary), await db.select().from(organisation)]).toEqual(before);

    const [top] = SAMPLE_ORGANISATIONS;
    const at = await testServer.openOther({ now: () => NOW });
    const viewer = deskOf(await newMember(at, db, top.id, 'viewer'), top.id);
    const campaign = before[0]?.[0] as { campaignId: string };
    const answer = await viewer.ask('GET', `summaries/${campaign.campaignId}/below`);
    const { organisations, rollUp } = v.parse(SummariesBelowSchema, answer.json());
    expect(organisations.map(({ state, hasAccount, last }) => [state, hasAccount, last?.version]).sort()).toEqual(
      [
        ['submitted', true, 1],
        ['returned', true, 1],
        ['draft', true, undefined],
        [null, false, undefined],
      ].sort(),
    );
    expect(rollUp.missing.map(({ why }) => why)).toContain('no-account');
  });
});
