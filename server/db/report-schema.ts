/** Reports of fees and feedback on the app. What people wrote is encrypted (docs/decisions/0008-privacy.md). */
import { sql } from 'drizzle-orm';
import { doublePrecision, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ReportBody, ReportState } from '../../domain/report-fee/report';
import { instant } from './instant';
import { organisation } from './organisation-schema';

export const report = pgTable(
  'report',
  {
    /** Made by the phone. */
    id: uuid('id').primaryKey(),
    receipt: text('receipt').notNull().unique(),
    kind: text('kind').$type<ReportBody['kind']>().notNull(),
    /** Without a reference: a trial's event may be thrown away. */
    eventId: text('event_id'),
    /** The organisation that it is about. */
    organisationId: uuid('organisation_id').references(() => organisation.id),
    /** The organisations that read it, decided as it came; empty: the operator. */
    recipients: uuid('recipients').array().notNull(),
    keyId: text('key_id').notNull(),
    what: text('what_sealed').notNull(),
    sum: doublePrecision('sum'),
    /** `null`: none was given, or it was purged. */
    contact: text('contact_sealed'),
    state: text('state').$type<ReportState>().notNull().default('received'),
    words: text('words').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    index('report_recipients').using('gin', table.recipients),
    index('report_contact')
      .on(table.createdAt)
      .where(sql`contact_sealed is not null`),
  ],
);

export type ReportRow = typeof report.$inferSelect;
