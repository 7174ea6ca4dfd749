/**
 * What the console has to show in a trial: drafts, an event that waits for approval, and invented people who signed up.
 * Each is made once; what somebody trying things out did with it stays.
 */
import type { CampaignId, OrganisationId, RegionCode } from '../../domain/ids';
import { and, asc, desc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import { type DraftBody, draftOf } from '../../domain/event/draft';
import type { EventState } from '../../domain/permission';
import type { Encryptor } from '../crypto/encryptor';
import { account } from '../db/account-schema';
import type { Tx } from '../db/database';
import { eventDraft } from '../db/draft-schema';
import { campaign, event, type EventRow } from '../db/schema';
import { presentEvent } from '../events/present';
import { SAMPLE_ORGANISATIONS } from './sample-organisations';
import { readOwner } from '../imports/facts';
import { writeDraft } from '../publishing/draft-row';
import { registerBatch } from '../sign-ups/register-batch';

const [TOP, CITY, COUNTY, LABORATORY] = SAMPLE_ORGANISATIONS;

interface SampleDraft {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly region: RegionCode;
  readonly title: string;
  readonly state: EventState;
  readonly reason?: string;
}

const DRAFTS: readonly SampleDraft[] = [
  {
    ...{ id: 'sample-draft-1', organisationId: COUNTY.id, region: COUNTY.region, state: 'submitted' },
    title: '社区质量课堂（示例，待审核）',
  },
  {
    ...{ id: 'sample-draft-2', organisationId: LABORATORY.id, region: LABORATORY.region, state: 'returned' },
    ...{ title: '实验室夜间开放（示例，已退回）', reason: '请写明夜间的集合地点。' },
  },
  {
    ...{ id: 'sample-draft-3', organisationId: LABORATORY.id, region: LABORATORY.region, state: 'draft' },
    title: '计量器具体验日（示例，草稿）',
  },
  {
    ...{ id: 'sample-draft-4', organisationId: CITY.id, region: CITY.region, state: 'draft' },
    title: '全市质量宣传进市场（示例，草稿）',
  },
];

const PEOPLE = [
  { contactName: '次仁·示例', mobile: '13900000001', partySize: 2 },
  { contactName: '卓玛·示例', mobile: '13900000002', partySize: 1 },
  { contactName: '王岭·示例', mobile: '13900000003', partySize: 3 },
] as const;
/** Seats that are left for people who try signing up. */
const LEAST_CAPACITY = 20;
const EVENTS = 2;

const uuidOf = (index: number): string => `5a540000-0000-4000-8000-${String(100 + index).padStart(12, '0')}`;

async function importDrafts(tx: Tx, campaignId: CampaignId, pattern: EventRow, now: number): Promise<void> {
  const { startsAt, endsAt, ...body } = draftOf(presentEvent(pattern));
  for (const { id, organisationId, region, title, state, reason = null } of DRAFTS) {
    const [left = null] = await tx.select().from(eventDraft).where(eq(eventDraft.eventId, id));
    const owner = await readOwner(tx, organisationId);
    if (!owner || left?.campaignId === campaignId) continue;
    const named: DraftBody = { ...body, region, title, organiser: { name: owner.name } };
    // A draft may lack what nobody has settled yet.
    const draft = state === 'draft' ? { ...named, signUp: null } : { ...named, startsAt, endsAt };
    await writeDraft(
      tx,
      { id, organisation: owner, campaignId, draft: left },
      { body: draft, state, reason, cleared: [] },
      now,
    );
  }
}

async function importPeople(
  tx: Tx,
  rows: readonly EventRow[],
  consent: string,
  encryptor: Encryptor,
  now: number,
): Promise<void> {
  for (const [index, person] of PEOPLE.entries()) {
    const accountId = uuidOf(index);
    await tx.insert(account).values({ id: accountId, kind: 'device', createdAt: now }).onConflictDoNothing();
    for (const [place, { id: eventId, maxParty }] of rows.entries()) {
      const form = { ...person, partySize: Math.min(person.partySize, maxParty ?? 1) };
      const body = { id: uuidOf(100 + index * EVENTS + place), eventId, consent, form };
      const [taken] = await registerBatch(tx, [{ accountId, body }], {
        encryptor,
        now: () => now,
        isShown: () => true,
      });
      if (taken?.ok === false && taken.code === 'invalid-input') throw new Error(`trial sign-up ${body.id} is no form`);
    }
  }
}

export async function importSampleDesk(tx: Tx, encryptor: Encryptor, now: number): Promise<void> {
  const [trial] = await tx
    .select({ id: campaign.id, consent: campaign.consent })
    .from(campaign)
    .where(and(eq(campaign.sample, true), eq(campaign.state, 'open')))
    .for('no key update');
  if (!trial) return;
  const isOpen = and(
    eq(event.campaignId, trial.id),
    isNotNull(event.organisationId),
    eq(event.signUpForm, 'visit'),
    eq(event.status, 'scheduled'),
    eq(event.removed, false),
    gt(event.closesAt, now),
    sql`${event.opensAt} <= ${now}`,
    sql`${event.capacity} >= ${LEAST_CAPACITY}`,
  );
  const rows = await tx.select().from(event).where(isOpen).orderBy(desc(event.capacity), asc(event.id)).limit(EVENTS);
  const [pattern] = rows;
  if (!pattern) return;
  await importDrafts(tx, trial.id, pattern, now);
  // The organisation that a newcomer is invited to has somebody to check at the door, too.
  const own = and(isOpen, eq(event.organisationId, TOP.id));
  const [next] = await tx.select().from(event).where(own).orderBy(asc(event.startsAt), asc(event.id)).limit(1);
  const known = rows.some(({ id }) => id === next?.id);
  await importPeople(tx, next && !known ? [...rows, next] : rows, trial.consent ?? '', encryptor, now);
}
