/** The audit log's words, and the text that a row's hash is taken of. */
import type { OrganisationId } from '../ids';
import * as v from 'valibot';
import { InstantTextSchema } from '../time/instant';

/** `command`: the operator's token and command line. */
export const AUDIT_WHO = ['member', 'device', 'token', 'command'] as const;
export type AuditWho = (typeof AUDIT_WHO)[number];

export const ACTS = [
  'organisation-created',
  'settings-changed',
  'invitation-made',
  'invitation-revoked',
  'member-joined',
  'member-changed',
  'member-removed',
  'signed-in',
  'signed-out',
  'session-ended',
  'password-changed',
  'reset-made',
  'password-reset',
  'second-factor-on',
  'second-factor-off',
  'recovery-code-used',
  'token-made',
  'token-revoked',
  'phone-bound',
  'phone-removed',
  'event-created',
  'event-changed',
  'event-cancelled',
  'event-removed',
  'event-published',
  'event-submitted',
  'event-withdrawn',
  'event-approved',
  'event-returned',
  'event-suspended',
  'event-resumed',
  'events-imported',
  'person-opened',
  'roster-exported',
  'campaign-saved',
  'campaign-opened',
  'figures-exported',
  'summary-changed',
  'summary-submitted',
  'summary-withdrawn',
  'summary-accepted',
  'summary-returned',
  'summary-received',
  'summary-unreceived',
  'summary-exported',
  'device-offered',
  'device-paired',
  'device-revoked',
  'device-agreed',
  'scan-settled',
  'paper-entered',
  'report-opened',
  'report-changed',
] as const;
export type Act = (typeof ACTS)[number];

export type AuditObjectKind =
  | 'organisation'
  | 'member'
  | 'invitation'
  | 'session'
  | 'token'
  | 'phone'
  | 'event'
  | 'sign-up'
  | 'import'
  | 'roster'
  | 'figures'
  | 'summary'
  | 'report'
  | 'campaign'
  | 'device'
  | 'scan';

export interface AuditEntry {
  readonly seq: number;
  /** Epoch ms. */
  readonly at: number;
  readonly whoKind: AuditWho;
  readonly whoId: string | null;
  readonly organisationId: OrganisationId | null;
  readonly act: Act;
  readonly objectKind: AuditObjectKind;
  readonly objectId: string | null;
  readonly fields: readonly string[];
  readonly reason: string | null;
  readonly requestId: string | null;
  readonly previousHash: string;
}

/** Before the first row. */
export const FIRST_HASH = '0'.repeat(64);

/** The text whose SHA-256 is the row's hash: a JSON array, so that no two rows have the same text. */
export const auditText = (entry: AuditEntry): string =>
  JSON.stringify([
    entry.seq,
    entry.at,
    entry.whoKind,
    entry.whoId,
    entry.organisationId,
    entry.act,
    entry.objectKind,
    entry.objectId,
    entry.fields,
    entry.reason,
    entry.requestId,
    entry.previousHash,
  ]);

export const AuditPageSchema = v.object({
  lines: v.array(
    v.object({
      id: v.number(),
      at: InstantTextSchema,
      who: v.object({ kind: v.picklist(AUDIT_WHO), name: v.nullable(v.string()) }),
      act: v.picklist(ACTS),
      object: v.object({ kind: v.string(), id: v.nullable(v.string()), name: v.nullable(v.string()) }),
      fields: v.array(v.string()),
      reason: v.nullable(v.string()),
      requestId: v.nullable(v.string()),
    }),
  ),
  /** For `before` of the next page; `null`: there is no more. */
  next: v.nullable(v.string()),
});
