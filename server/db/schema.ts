/** The tables, for both engines. `npm run db:generate` writes a migration from what changed here. */
import type { CampaignId, EventId, OrganisationId, RegionCode } from '../../domain/ids';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Campaign, ProgrammeItem } from '../../domain/campaign/campaign';
import type { QualityEvent, SignUpTerms, Venue } from '../../domain/event/event';
import { instant } from './instant';
import { organisation } from './organisation-schema';

/** One row. `epoch` names this history of revisions; who restores a backup makes a new one (`npm run db:new-epoch`). */
export const meta = pgTable('meta', {
  id: integer('id').primaryKey(),
  epoch: text('epoch').notNull(),
});

export const campaign = pgTable('campaign', {
  id: text('id').primaryKey(),
  year: integer('year').notNull(),
  theme: text('theme').notNull(),
  state: text('state').$type<Campaign['state']>().notNull(),
  sample: boolean('sample').notNull(),
  /** The last revision given. Only ever raised by an UPDATE in the transaction that uses it: see docs/decisions/0004. */
  rev: bigint('rev', { mode: 'number' }).notNull(),
  content: json('content').$type<Campaign>().notNull(),
  contentHash: text('content_hash').notNull(),
  contentRev: bigint('content_rev', { mode: 'number' }).notNull(),
  programmeHash: text('programme_hash').notNull(),
  programmeRev: bigint('programme_rev', { mode: 'number' }).notNull(),
  /** The day that a trial campaign was dated from, and what came of it, so that a restart does not date it again. */
  sampleDay: text('sample_day'),
  sampleHash: text('sample_hash'),
  /** The version of the privacy text, apart from the content: every sign-up reads it. */
  consent: text('consent').generatedAlwaysAs(sql`content -> 'consent' ->> 'version'`),
});

export const programmeItem = pgTable(
  'programme_item',
  {
    campaignId: text('campaign_id')
      .$type<CampaignId>()
      .notNull()
      .references(() => campaign.id),
    id: text('id').notNull(),
    ordinal: integer('ordinal').notNull(),
    content: json('content').$type<ProgrammeItem>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.id] })],
);

export const event = pgTable(
  'event',
  {
    id: text('id').$type<EventId>().primaryKey(),
    campaignId: text('campaign_id').$type<CampaignId>().notNull(),
    programmeId: text('programme_id').notNull(),
    region: text('region').$type<RegionCode>().notNull(),
    /** The organisation that holds it; `null`: published with the operator's token, for whomever `organiser` names. */
    organisationId: uuid('organisation_id')
      .$type<OrganisationId>()
      .references(() => organisation.id),
    kind: text('kind').$type<QualityEvent['kind']>().notNull(),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    organiser: jsonb('organiser').$type<QualityEvent['organiser']>().notNull(),
    venue: jsonb('venue').$type<Venue>(),
    audiences: jsonb('audiences').$type<QualityEvent['audiences']>().notNull(),
    suits: text('suits'),
    bring: text('bring'),
    meetAt: text('meet_at'),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** `null`: no sign-up, and so are the four columns after it. */
    signUpForm: text('sign_up_form').$type<SignUpTerms['form']>(),
    opensAt: instant('opens_at'),
    closesAt: instant('closes_at'),
    capacity: integer('capacity'),
    maxParty: integer('max_party'),
    /** Only accounts that WeChat named sign up. */
    wechatOnly: boolean('wechat_only').notNull().default(false),
    /** Confirmed seats, and parties on the waitlist: only changed under this row's lock, with the sign-ups they count. */
    taken: integer('taken').notNull().default(0),
    waiting: integer('waiting').notNull().default(0),
    status: text('status').$type<QualityEvent['status']>().notNull().default('scheduled'),
    cancelReason: text('cancel_reason'),
    /** A superior is looking into it: it stays visible, and nobody signs up meanwhile. */
    suspended: boolean('suspended').notNull().default(false),
    sample: boolean('sample').notNull().default(false),
    /** A tombstone: kept for the whole campaign, so that every phone learns that the event is gone. */
    removed: boolean('removed').notNull().default(false),
    rev: bigint('rev', { mode: 'number' }).notNull(),
    /** When that revision was made; what followed an older version has the moment of its migration. */
    changedAt: instant('changed_at')
      .notNull()
      .default(sql`(extract(epoch from now()) * 1000)::bigint`),
    /** Since when it is as figures count it; `null`: since before that was noted. A trigger sets it, from `changedAt`. */
    countedSince: instant('counted_since'),
    /** Every region that it ever stood in, so that the readers of the old one learn that it moved. */
    seenIn: text('seen_in').array().notNull(),
  },
  (table) => [
    foreignKey({
      columns: [table.campaignId, table.programmeId],
      foreignColumns: [programmeItem.campaignId, programmeItem.id],
    }),
    uniqueIndex('event_campaign_rev').on(table.campaignId, table.rev),
    index('event_campaign_region').on(table.campaignId, table.region),
    index('event_organisation').on(table.organisationId),
    index('event_counted').on(table.countedSince),
  ],
);

export type EventRow = typeof event.$inferSelect;
