/**
 * How events and sign-ups were before they changed, as far as figures count them, so that figures of a time stay what they
 * were. Triggers write it (docs/decisions/0021-figures-and-summaries.md); it names nobody.
 */
import { bigint, boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { QualityEvent } from '../../domain/event/event';
import type { SignUpStatus } from '../../domain/sign-up/sign-up';
import { instant } from './instant';
import { event } from './schema';

/** From one instant until before the other. @public: the migrations are generated from it. */
export const eventPast = pgTable(
  'event_past',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    eventId: text('event_id')
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    campaignId: text('campaign_id').notNull(),
    programmeId: text('programme_id').notNull(),
    region: text('region').notNull(),
    organisationId: uuid('organisation_id'),
    kind: text('kind').$type<QualityEvent['kind']>().notNull(),
    status: text('status').$type<QualityEvent['status']>().notNull(),
    removed: boolean('removed').notNull(),
    endsAt: instant('ends_at').notNull(),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at').notNull(),
  },
  (table) => [
    index('event_past_campaign').on(table.campaignId),
    index('event_past_event').on(table.eventId),
    index('event_past_from').on(table.fromAt),
    index('event_past_until').on(table.untilAt),
  ],
);

/** `untilAt`: `null` where the person was erased after the start, so that the seat counts for ever. */
export const signUpPast = pgTable(
  'sign_up_past',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    eventId: text('event_id')
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    status: text('status').$type<SignUpStatus>().notNull(),
    seats: integer('seats').notNull(),
    enterprise: text('enterprise'),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at'),
  },
  (table) => [
    index('sign_up_past_event').on(table.eventId),
    index('sign_up_past_from').on(table.fromAt),
    index('sign_up_past_until').on(table.untilAt),
  ],
);
