/** Events that citizens do not see yet, and files that are to become some. */
import { index, integer, json, bigint, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { DraftBody } from '../../domain/event/draft';
import type { EventState } from '../../domain/permission';
import { instant } from './instant';
import { organisation } from './organisation-schema';

/** One for each event that was ever edited as a draft; `published`: nothing of it is outstanding. */
export const eventDraft = pgTable(
  'event_draft',
  {
    eventId: text('event_id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    campaignId: text('campaign_id').notNull(),
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
    eventId: text('event_id').notNull(),
    rev: bigint('rev', { mode: 'number' }).notNull(),
    body: json('body').$type<DraftBody>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.rev] })],
);

export type DraftTableRow = typeof eventDraft.$inferSelect;
