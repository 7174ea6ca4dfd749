/** Events that citizens do not see yet, and files that are to become some. */
import type { CampaignId, EventId, OrganisationId } from '../../domain/ids';
import { index, integer, json, bigint, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { DraftBody } from '../../domain/event/draft';
import type { SheetCheck } from '../../domain/event-import/import-types';
import type { EventState } from '../../domain/permission';
import { instant } from './instant';
import { organisation } from './organisation-schema';

/** `sha256`: of the file's bytes, in lower-case hexadecimal. */
export type StoredCheck = SheetCheck & { readonly sha256: string };

/** One for each event that was ever edited as a draft; `published`: nothing of it is outstanding. */
export const eventDraft = pgTable(
  'event_draft',
  {
    eventId: text('event_id').$type<EventId>().primaryKey(),
    organisationId: uuid('organisation_id')
      .$type<OrganisationId>()
      .notNull()
      .references(() => organisation.id),
    campaignId: text('campaign_id').$type<CampaignId>().notNull(),
    body: json('body').$type<DraftBody>().notNull(),
    state: text('state').$type<EventState>().notNull(),
    /** Changes so far, of the body or of the state. With the published event's `rev` it makes the version that one edits. */
    edits: integer('edits').notNull(),
    /** Why it was returned. */
    reason: text('reason'),
    /** Paths of instants that a copy lost, as they lay in the past. */
    cleared: text('cleared').array().notNull(),
    /** Of the body, to search and sort by. */
    title: text('title'),
    region: text('region'),
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('event_draft_organisation').on(table.organisationId)],
);

/** What an event said at a version, for whoever still edits on top of it. The last ones of each are kept. */
export const eventVersion = pgTable(
  'event_version',
  {
    eventId: text('event_id').$type<EventId>().notNull(),
    rev: bigint('rev', { mode: 'number' }).notNull(),
    body: json('body').$type<DraftBody>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.rev] })],
);

/** A file that was checked, until it is applied or a day has passed. */
export const eventImport = pgTable(
  'event_import',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .$type<OrganisationId>()
      .notNull()
      .references(() => organisation.id),
    campaignId: text('campaign_id').$type<CampaignId>().notNull(),
    name: text('name').notNull(),
    /** The file's bytes, base64. */
    file: text('file').notNull(),
    /** What was found when it was checked: applying holds to that. */
    check: json('check').$type<StoredCheck>().notNull(),
    createdAt: instant('created_at').notNull(),
    appliedAt: instant('applied_at'),
  },
  (table) => [index('event_import_created').on(table.createdAt)],
);

export type DraftTableRow = typeof eventDraft.$inferSelect;
