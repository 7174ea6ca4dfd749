/**
 * Entry checks: devices, and what they saw. Scans and settlements are facts: a trigger refuses every change of a row
 * (migrations/0006_door.sql), but for those of a trial. They name nobody, and stay when personal data goes.
 */
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Flag, ScanKind, Verdict } from '../../domain/check-in/scan';
import type { Settlement } from '../../domain/check-in/settlement';
import { instant } from './instant';
import { organisation } from './organisation-schema';

export const doorDevice = pgTable(
  'door_device',
  {
    id: uuid('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    name: text('name').notNull(),
    events: text('events').array().notNull(),
    /** Its window. */
    opensAt: instant('opens_at').notNull(),
    closesAt: instant('closes_at').notNull(),
    pairedAt: instant('paired_at').notNull(),
    lastContactAt: instant('last_contact_at'),
    /** As it says itself. */
    unsent: integer('unsent'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('door_device_organisation').on(table.organisationId)],
);

export const doorPairing = pgTable('door_pairing', {
  codeHash: text('code_hash').primaryKey(),
  organisationId: uuid('organisation_id')
    .notNull()
    .references(() => organisation.id),
  name: text('name').notNull(),
  events: text('events').array().notNull(),
  opensAt: instant('opens_at').notNull(),
  closesAt: instant('closes_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

export const scan = pgTable(
  'scan',
  {
    /** Made by the device. */
    id: uuid('id').primaryKey(),
    /** No foreign key: it would lock the event after the sign-ups, and the desk locks them the other way round. */
    eventId: text('event_id').notNull(),
    kind: text('kind').$type<ScanKind>().notNull(),
    seats: integer('seats').notNull(),
    at: instant('at').notNull(),
    receivedAt: instant('received_at').notNull(),
    /** `null`: by a member. */
    deviceId: uuid('device_id').references(() => doorDevice.id),
    memberId: uuid('member_id'),
    offline: boolean('offline').notNull(),
    rehearsal: boolean('rehearsal').notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
    flags: text('flags').array().$type<Flag[]>().notNull(),
    /** The sign-up by its number, which nobody outside knows, and its seats at the time. */
    signUpSeq: bigint('sign_up_seq', { mode: 'number' }),
    partySeats: integer('party_seats'),
    undoes: uuid('undoes'),
    /** Of what the scan said, to know it again. */
    bodyHash: text('body_hash').notNull(),
    /** Of a trial, which forgets when it is dated again. */
    sample: boolean('sample').notNull(),
  },
  (table) => [
    index('scan_event').on(table.eventId),
    index('scan_received').on(table.receivedAt),
    index('scan_sign_up')
      .on(table.signUpSeq)
      .where(sql`sign_up_seq is not null`),
    index('scan_undoes')
      .on(table.undoes)
      .where(sql`undoes is not null`),
  ],
);

export const scanSettlement = pgTable(
  'scan_settlement',
  {
    id: uuid('id').primaryKey(),
    scanId: uuid('scan_id')
      .notNull()
      .references(() => scan.id),
    decision: text('decision').$type<Settlement['decision']>().notNull(),
    word: text('word').notNull(),
    at: instant('at').notNull(),
    memberId: uuid('member_id').notNull(),
    sample: boolean('sample').notNull(),
  },
  (table) => [index('scan_settlement_scan').on(table.scanId), index('scan_settlement_at').on(table.at)],
);

export type DeviceRow = typeof doorDevice.$inferSelect;
export type ScanRow = typeof scan.$inferSelect;
export type SettlementRow = typeof scanSettlement.$inferSelect;
