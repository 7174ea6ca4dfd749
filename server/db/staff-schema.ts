/**
 * The tables of those who work for organisations, and of what they sign in with (docs/security.md). A member's name and the secret of the
 * second factor are sealed; of passwords, tokens and codes only digests are stored.
 */
import type { MemberId } from '../../domain/ids';
import { bigint, boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Role, TokenScope } from '../../domain/permission';
import { account } from './account-schema';
import { instant } from './instant';
import { organisation } from './organisation-schema';

export const member = pgTable('member', {
  id: uuid('id').$type<MemberId>().primaryKey(),
  /** In lower case: it is found whatever the case it is typed in. */
  login: text('login').notNull().unique(),
  /** With its parameters; `null`: nobody can sign in with it (members of the sample). */
  passwordHash: text('password_hash'),
  createdAt: instant('created_at').notNull(),
  keyId: text('key_id').notNull(),
  /** The name. */
  encrypted: text('sealed').notNull(),
});

const memberId = (): ReturnType<ReturnType<typeof uuid<'member_id'>>['references']> =>
  uuid('member_id').references(() => member.id, { onDelete: 'cascade' });
const organisationId = (): ReturnType<ReturnType<typeof uuid<'organisation_id'>>['references']> =>
  uuid('organisation_id').references(() => organisation.id);

export const membership = pgTable(
  'membership',
  {
    memberId: memberId().notNull(),
    organisationId: organisationId().notNull(),
    role: text('role').$type<Role>().notNull(),
    /** The events that a `door` member is named for. */
    events: text('events').array().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.organisationId] }),
    index('membership_organisation').on(table.organisationId),
  ],
);

export const secondFactor = pgTable('second_factor', {
  memberId: memberId().primaryKey(),
  keyId: text('key_id').notNull(),
  /** The secret that the authenticator app shares. */
  encrypted: text('sealed').notNull(),
  /** `null` until a first code was right. */
  confirmedAt: instant('confirmed_at'),
  /** The time step of the last code: no code counts twice (RFC 6238, section 5.2). */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  /** Digests of the recovery codes that are left. */
  recovery: text('recovery').array().notNull(),
  /** The secret that is to replace the one in use, until a code of it was right. */
  nextKeyId: text('next_key_id'),
  nextEncrypted: text('next_sealed'),
});

/** A way back in for a member who lost theirs, given by an admin: the link's secret is here as a digest only. */
export const passwordReset = pgTable('password_reset', {
  memberId: memberId().primaryKey(),
  tokenHash: text('token_hash').notNull().unique(),
  expiresAt: instant('expires_at').notNull(),
});

export const staffSession = pgTable(
  'staff_session',
  {
    id: uuid('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    memberId: memberId().notNull(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    /** When its owner last showed a password or a code. */
    provedAt: instant('proved_at').notNull(),
    /** Browser and system in a word or two, so that its owner knows it again. */
    device: text('device').notNull(),
  },
  (table) => [index('staff_session_member').on(table.memberId)],
);

export const invitation = pgTable(
  'invitation',
  {
    id: uuid('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    organisationId: organisationId().notNull(),
    role: text('role').$type<Role>().notNull(),
    events: text('events').array().notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
    /** Printed by the start of a trial, which replaces its own. */
    trial: boolean('trial').notNull().default(false),
  },
  (table) => [index('invitation_organisation').on(table.organisationId)],
);

export const apiToken = pgTable(
  'api_token',
  {
    id: uuid('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    organisationId: organisationId().notNull(),
    name: text('name').notNull(),
    scopes: text('scopes').array().$type<TokenScope[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('api_token_organisation').on(table.organisationId)],
);

/** A phone that a member has yet to bind: the code is in a QR, the number on the screen beside it. */
export const phonePairing = pgTable('phone_pairing', {
  codeHash: text('code_hash').primaryKey(),
  memberId: memberId().notNull().unique(),
  number: text('number').notNull(),
  expiresAt: instant('expires_at').notNull(),
  /** Wrong numbers so far. */
  failures: integer('failures').notNull().default(0),
});

/** A phone's account that acts as a member. */
export const memberPhone = pgTable(
  'member_phone',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    memberId: memberId().notNull(),
    name: text('name').notNull(),
    boundAt: instant('bound_at').notNull(),
    lastSeenAt: instant('last_seen_at'),
    /** When its owner last showed a password or a code on it. */
    provedAt: instant('proved_at'),
  },
  (table) => [uniqueIndex('member_phone_account').on(table.accountId), index('member_phone_member').on(table.memberId)],
);

/** Failed tries to sign in, by a digest of the login or of the address. */
export const signInFailure = pgTable('sign_in_failure', {
  keyHash: text('key_hash').primaryKey(),
  failures: integer('failures').notNull(),
  /** The next try is not looked at before. */
  waitUntil: instant('wait_until').notNull(),
  lastAt: instant('last_at').notNull(),
});
