/** Summaries (活动总结): what is written, the versions that were handed in, and what superiors noted. */
import { boolean, foreignKey, index, integer, json, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Reminder } from '../../domain/summary/deadline';
import type { SummaryBody } from '../../domain/summary/summary-body';
import type { SummaryState } from '../../domain/summary/summary-state';
import { instant } from './instant';
import { organisation } from './organisation-schema';

const organisationId = (): ReturnType<ReturnType<typeof uuid<'organisation_id'>>['references']> =>
  uuid('organisation_id').references(() => organisation.id);

export const summary = pgTable(
  'summary',
  {
    organisationId: organisationId().notNull(),
    campaignId: text('campaign_id').notNull(),
    state: text('state').$type<SummaryState>().notNull(),
    body: json('body').$type<SummaryBody>().notNull(),
    /** How often it was submitted. */
    version: integer('version').notNull().default(0),
    /** Changes so far, of the body or of the state. */
    edits: integer('edits').notNull(),
    /** Why it was returned. */
    reason: text('reason'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.campaignId] }),
    index('summary_campaign').on(table.campaignId),
  ],
);

/** A trigger refuses every change of a row. */
export const summaryVersion = pgTable(
  'summary_version',
  {
    organisationId: organisationId().notNull(),
    campaignId: text('campaign_id').notNull(),
    version: integer('version').notNull(),
    /** The canonical JSON. */
    text: text('text').notNull(),
    /** Its SHA-256, in hexadecimal. */
    hash: text('hash').notNull(),
    submittedAt: instant('submitted_at').notNull(),
    late: boolean('late').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.campaignId, table.version] }),
    foreignKey({
      name: 'summary_version_summary',
      columns: [table.organisationId, table.campaignId],
      foreignColumns: [summary.organisationId, summary.campaignId],
    }),
  ],
);

/** 已线下收到: it came on paper. */
export const summaryReceived = pgTable(
  'summary_received',
  {
    organisationId: organisationId().notNull(),
    campaignId: text('campaign_id').notNull(),
    /** A day in China. */
    receivedOn: text('received_on').notNull(),
    keyId: text('key_id').notNull(),
    /** Who took it. */
    encrypted: text('sealed').notNull(),
    notedAt: instant('noted_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.campaignId] })],
);

/** Reminders of the deadline that went out, each once. */
export const summaryReminder = pgTable(
  'summary_reminder',
  {
    organisationId: organisationId().notNull(),
    campaignId: text('campaign_id').notNull(),
    daysBefore: integer('days_before').$type<Reminder>().notNull(),
    /** Which were left in truth. */
    daysLeft: integer('days_left').notNull(),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.campaignId, table.daysBefore] })],
);

/** Pictures of cases, without metadata. The id is made of the bytes, so that it stands for nothing else. */
export const summaryPicture = pgTable(
  'summary_picture',
  {
    organisationId: organisationId().notNull(),
    campaignId: text('campaign_id').notNull(),
    id: uuid('id').notNull(),
    type: text('type').$type<'image/jpeg' | 'image/png'>().notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** Base64. */
    bytes: text('bytes').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.campaignId, table.id] })],
);
