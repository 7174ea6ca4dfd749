/**
 * Each event's part of the figures, kept so that asking for figures counts only what changed since
 * (docs/decisions/0023-parts-kept.md). It names nobody.
 */
import { bigint, boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { QualityEvent } from '../../domain/event/event';
import { instant } from './instant';

/** Of the times in `figureMark`, those from `fromAt` until before `untilAt` have this part. */
export const eventPart = pgTable(
  'event_part',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Without a reference: looking each one up took as long as counting it. */
    eventId: text('event_id').notNull(),
    campaignId: text('campaign_id').notNull(),
    programmeId: text('programme_id').notNull(),
    region: text('region').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    kind: text('kind').$type<QualityEvent['kind']>().notNull(),
    cancelled: boolean('cancelled').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** Seats. */
    confirmed: integer('confirmed').notNull(),
    waiting: integer('waiting').notNull(),
    /** Each once, in order. */
    enterprises: text('enterprises').array().notNull(),
    /** `null`, all four: nobody checked. */
    scanned: integer('scanned'),
    manual: integer('manual'),
    walkIn: integer('walk_in'),
    paper: integer('paper'),
    fromAt: instant('from_at').notNull(),
    /** `FOR_EVER` while it still holds. */
    untilAt: instant('until_at').notNull(),
  },
  (table) => [
    index('event_part_campaign').on(table.campaignId, table.untilAt),
    index('event_part_event').on(table.eventId, table.untilAt),
  ],
);

/** The times at which parts were kept. */
export const figureMark = pgTable('figure_mark', { at: instant('at').primaryKey() });
