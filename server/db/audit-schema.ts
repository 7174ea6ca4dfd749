/**
 * The audit log: one row for each act, written in the act's transaction. A trigger refuses every change of a row
 * (migrations/0004), and each row carries the hash of the one before it. It names fields, never a person's values.
 */
import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core';
import type { Act, AuditObjectKind, AuditWho } from '../../domain/organisation/audit';
import { instant } from './instant';

export const audit = pgTable(
  'audit',
  {
    /** From 1, without a gap. */
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    whoKind: text('who_kind').$type<AuditWho>().notNull(),
    /** `null` for the operator and the command line. */
    whoId: text('who_id'),
    /** Whose log shows it; `null`: only the operator's. */
    organisationId: text('organisation_id'),
    act: text('act').$type<Act>().notNull(),
    objectKind: text('object_kind').$type<AuditObjectKind>().notNull(),
    objectId: text('object_id'),
    fields: text('fields').array().notNull(),
    reason: text('reason'),
    requestId: text('request_id'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [index('audit_organisation').on(table.organisationId, table.seq)],
);

export type AuditRow = typeof audit.$inferSelect;
