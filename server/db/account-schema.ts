/**
 * The tables of people: who somebody is, what they signed up for, what they were told. Personal data stands in `sealed`
 * columns only (docs/decisions/0008-privacy.md).
 */
import type { AccountId, EventId, SignUpId } from '../../domain/ids';
import { sql } from 'drizzle-orm';
import {
  bigint,
  foreignKey,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Me } from '../../domain/account';
import type { WireChange } from '../../domain/event/change';
import type { NoticeKind } from '../../domain/notice/inbox';
import type { SignUpStatus } from '../../domain/sign-up/sign-up';
import { instant } from './instant';
import { event } from './schema';

export const account = pgTable('account', {
  id: uuid('id').$type<AccountId>().primaryKey(),
  kind: text('kind').$type<Me['account']['kind']>().notNull(),
  createdAt: instant('created_at').notNull(),
  /** WeChat's name for the person: a digest to find the account by, and sealed, to send messages to. */
  openidHash: text('openid_hash').unique(),
  keyId: text('key_id'),
  encrypted: text('sealed'),
  /** The last notice's id. Raised by an UPDATE in the transaction that writes the notice, so that ids commit in order. */
  lastNotice: bigint('last_notice', { mode: 'number' }).notNull().default(0),
  readUpTo: bigint('read_up_to', { mode: 'number' }).notNull().default(0),
});

const accountId = (): ReturnType<ReturnType<typeof uuid<'account_id'>>['notNull']> => uuid('account_id').notNull();

export const session = pgTable(
  'session',
  {
    /** SHA-256 of the token, which only the phone has. */
    tokenHash: text('token_hash').primaryKey(),
    accountId: accountId().references(() => account.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    /** Put off while it is used. */
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('session_account').on(table.accountId)],
);

export const signUp = pgTable(
  'sign_up',
  {
    accountId: accountId().references(() => account.id),
    /** Made by the phone, so known only together with the account. */
    id: uuid('id').$type<SignUpId>().notNull(),
    eventId: text('event_id')
      .$type<EventId>()
      .notNull()
      .references(() => event.id),
    /** Who came first: given under the event's lock, so within an event it grows in the order of the decisions. */
    seq: bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    /** As decided; who waits when the event starts is shown as `expired` (`statusAt`). */
    status: text('status').$type<SignUpStatus>().notNull(),
    seats: integer('seats').notNull(),
    /** Shown while confirmed. Who waits or cancelled has one as well, so that the door knows it. */
    ticket: text('ticket').unique(),
    consentVersion: text('consent_version').notNull(),
    consentedAt: instant('consented_at').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Since when status, seats and enterprise are what they are, set with each change of them; `null`: from the start. */
    changedAt: instant('changed_at'),
    /** Stands for an enterprise, the same at every event, and names it to nobody; `null`: a household's. */
    enterprise: text('enterprise'),
    /** The form; `null` once purged. */
    keyId: text('key_id'),
    encrypted: text('sealed'),
    /** The start that its owner was reminded of, and the one at which they were told that they waited in vain. */
    remindedOf: instant('reminded_of'),
    expiredAt: instant('expired_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index('sign_up_event').on(table.eventId, table.seq),
    index('sign_up_counted').on(sql`coalesce(changed_at, created_at)`),
    uniqueIndex('sign_up_active')
      .on(table.eventId, table.accountId)
      .where(sql`status in ('confirmed', 'waitlisted')`),
    index('sign_up_waitlist')
      .on(table.eventId, table.seq)
      .where(sql`status = 'waitlisted'`),
  ],
);

export const notice = pgTable(
  'notice',
  {
    accountId: accountId().references(() => account.id, { onDelete: 'cascade' }),
    id: bigint('id', { mode: 'number' }).notNull(),
    kind: text('kind').$type<NoticeKind>().notNull(),
    eventId: text('event_id').$type<EventId>().notNull(),
    title: text('title').notNull(),
    at: instant('at').notNull(),
    changes: json('changes').$type<readonly WireChange[]>(),
    reason: text('reason'),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.id] })],
);

/** Messages that a person allowed WeChat to carry, one each. */
export const pushGrant = pgTable(
  'push_grant',
  {
    accountId: accountId().references(() => account.id, { onDelete: 'cascade' }),
    templateId: text('template_id').notNull(),
    left: integer('left').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.templateId] })],
);

/** Messages on their way to WeChat: written with the notice that they carry, sent after the commit. */
export const pushMessage = pgTable(
  'push_message',
  {
    accountId: accountId(),
    noticeId: bigint('notice_id', { mode: 'number' }).notNull(),
    templateId: text('template_id').notNull(),
    /** `dead`: given up; `lastError` says why. */
    state: text('state').$type<'pending' | 'sent' | 'dead'>().notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    lastError: text('last_error'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.noticeId] }),
    foreignKey({ columns: [table.accountId, table.noticeId], foreignColumns: [notice.accountId, notice.id] }).onDelete(
      'cascade',
    ),
    index('push_message_pending')
      .on(table.nextAt)
      .where(sql`state = 'pending'`),
  ],
);

/** When each job last ran, so that of several processes one does it. */
export const job = pgTable('job', { name: text('name').primaryKey(), ranAt: instant('ran_at').notNull() });

export type SignUpRow = typeof signUp.$inferSelect;
