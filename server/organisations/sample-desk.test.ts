import { eq } from 'drizzle-orm';
import { signUp } from '../db/account-schema';
import { eventDraft } from '../db/draft-schema';
import { event } from '../db/schema';
import { importSampleOrganisations, SAMPLE_ORGANISATIONS } from './sample-organisations';
import { decryptForm } from '../sign-ups/form-encryption';
import { NOW, ENCRYPTOR } from '../testing/app';
import { ENGINES } from '../testing/database';
import { deskOf } from '../testing/desk';
import { newMember } from '../testing/staff';
import { useTestServer } from '../testing/test-server';
import { importContent } from '../content/import-content';
import { sampleCampaign } from '../content/sample';
import { importSampleDesk } from './sample-desk';

describe.each(ENGINES)('what the console has to show in a trial, on %s', (engine) => {
  const testServer = useTestServer(engine);
  const fill = async (): Promise<void> => {
    const { db } = testServer.database;
    await importContent(db, { official: [], makeSample: sampleCampaign }, NOW);
    await db.transaction(async (tx) => {
      await importSampleOrganisations(tx, ENCRYPTOR, NOW);
      await importSampleDesk(tx, ENCRYPTOR, NOW);
    });
  };

  test('drafts, one that waits, invented people who say so; the same again changes nothing', async () => {
    const at = await testServer.openFresh({ now: () => NOW });
    const { db } = testServer.database;
    await fill();
    const states = (await db.select().from(eventDraft)).map(({ state }) => state).sort();
    expect(states).toEqual(['draft', 'draft', 'returned', 'submitted']);
    const rows = await db.select().from(signUp);
    expect(rows.length).toBeGreaterThanOrEqual(3);
    for (const row of rows) expect(JSON.stringify(decryptForm(ENCRYPTOR, row))).toContain('示例');
    const [held] = rows;
    const [taken] = await db
      .select()
      .from(event)
      .where(eq(event.id, held?.eventId ?? ''));
    expect(taken?.taken).toBeGreaterThan(0);

    const [top, city] = SAMPLE_ORGANISATIONS;
    // Whoever follows the trial's link has somebody to check at the door.
    const own = await db.select({ taken: event.taken }).from(event).where(eq(event.organisationId, top.id));
    expect(own.some((each) => each.taken > 0)).toBe(true);
    const editor = deskOf(await newMember(at, db, city.id, 'editor'), city.id);
    const { rev } = await editor.read('sample-draft-1');
    expect((await editor.post('sample-draft-1', 'approve', { rev })).json()).toMatchObject({
      event: { state: 'published' },
    });
    const before = [await db.select().from(eventDraft), await db.select().from(signUp)];
    await fill();
    expect([await db.select().from(eventDraft), await db.select().from(signUp)]).toEqual(before);
  });
});
