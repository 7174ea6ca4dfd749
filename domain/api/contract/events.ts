/** Schemas of drafts, approval and rosters. */
import * as v from 'valibot';
import {
  CloneBodySchema,
  DraftRowSchema,
  DraftSchema,
  EVENT_STATES,
  NewDraftSchema,
  SentDraftSchema,
} from '../../event/draft';
import { CancelBodySchema } from '../../event/event';
import { FindingSchema } from '../../problem/field-error';
import { RosterEntrySchema, RosterExportBodySchema, RosterSchema } from '../../roster/roster';
import { ExportPurposeSchema } from '../../roster/roster-export';
import { SignUpStatusSchema } from '../../sign-up/sign-up';
import { line } from '../../text/line-schema';
import { parseDay } from '../../time/time';
import { EVENTS } from '../events';
import type { Contract } from './contract';

const TAG = 'events of organisations';
/** Any text: what can be no id is answered like one that is not there. */
const OrganisationParamsSchema = v.object({ org: v.string() });
const EventParamsSchema = v.object({ org: v.string(), id: v.string() });
const SignUpParamsSchema = v.object({ org: v.string(), id: v.string(), signUp: v.string() });
const DaySchema = v.pipe(
  v.string(),
  v.check((text) => parseDay(text) !== null, 'day'),
);
const AfterSchema = v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'after'), v.transform(Number)));
const SearchSchema = v.optional(
  v.pipe(
    v.string(),
    v.maxLength(60, 'too-long'),
    v.check((text) => !text.includes('\u0000'), 'control-character'),
  ),
);
const RevSchema = v.pipe(v.number(), v.integer('integer'), v.minValue(0));
const ReasonSchema = v.optional(v.nullable(v.strictObject({ reason: v.optional(line(200)) })));

const DraftAnswerSchema = v.object({
  event: DraftSchema,
  overbooked: v.optional(v.number()),
  warnings: v.optional(v.array(FindingSchema)),
});
const FaultSchema = v.object({
  row: v.number(),
  cell: v.nullable(v.string()),
  column: v.nullable(v.string()),
  code: v.string(),
  value: v.string(),
  hint: v.string(),
});
const ChangeSchema = v.object({
  row: v.number(),
  id: v.string(),
  outcome: v.picklist(['new', 'changed', 'unchanged']),
  fields: v.array(v.object({ column: v.string(), from: v.string(), to: v.string() })),
});
const CampaignQuerySchema = v.object({
  campaign: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/, 'campaign-id'))),
});

const ofEvent = { tag: TAG, params: EventParamsSchema } as const;

export const eventsContract = {
  drafts: {
    ...EVENTS.drafts,
    summary: 'Events of one’s own, drafts included, and of those below what was submitted or published',
    tag: TAG,
    params: OrganisationParamsSchema,
    query: v.object({
      state: v.optional(v.picklist(EVENT_STATES)),
      from: v.optional(DaySchema),
      to: v.optional(DaySchema),
      q: SearchSchema,
      of: v.optional(v.picklist(['own', 'below'])),
      campaign: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/, 'campaign-id'))),
      after: AfterSchema,
    }),
    answers: { 200: v.object({ events: v.array(DraftRowSchema), next: v.nullable(v.string()) }) },
  },
  createDraft: {
    ...EVENTS.createDraft,
    summary: 'Make a draft under an id of your own; what is not known yet is left out',
    tag: TAG,
    params: OrganisationParamsSchema,
    body: NewDraftSchema,
    answers: { 200: DraftSchema, 201: DraftSchema },
  },
  draft: {
    ...EVENTS.draft,
    summary: 'The version that is worked on; its ETag goes into If-Match',
    ...ofEvent,
    answers: { 200: DraftSchema },
  },
  saveDraft: {
    ...EVENTS.saveDraft,
    summary: 'Save the draft, whole; If-Match names the version that was seen, another answers 409 with the fields',
    ...ofEvent,
    body: SentDraftSchema,
    answers: { 200: DraftSchema },
  },
  deleteDraft: {
    ...EVENTS.deleteDraft,
    summary: 'Delete the draft, and take off what is published if nobody signed up (If-Match)',
    ...ofEvent,
    answers: { 204: v.null() },
  },
  publishDraft: {
    ...EVENTS.publishDraft,
    summary: 'Publish; where approval is asked for, only seats and an earlier end of sign-up',
    ...ofEvent,
    answers: { 200: DraftAnswerSchema },
  },
  submitDraft: { ...EVENTS.submitDraft, summary: 'Ask for approval', ...ofEvent, answers: { 200: DraftAnswerSchema } },
  withdrawDraft: {
    ...EVENTS.withdrawDraft,
    summary: 'Take the request back',
    ...ofEvent,
    answers: { 200: DraftAnswerSchema },
  },
  approveDraft: {
    ...EVENTS.approveDraft,
    summary: 'Approve and publish the version that was seen',
    ...ofEvent,
    body: v.strictObject({ rev: RevSchema }),
    answers: { 200: DraftAnswerSchema },
  },
  returnDraft: {
    ...EVENTS.returnDraft,
    summary: 'Return the version that was seen, with the reason',
    ...ofEvent,
    body: v.strictObject({ rev: RevSchema, reason: line(200) }),
    answers: { 200: DraftAnswerSchema },
  },
  suspendEvent: {
    ...EVENTS.suspendEvent,
    summary: 'Mark a published event as being looked into; sign-ups are kept, none are taken',
    ...ofEvent,
    body: ReasonSchema,
    answers: { 200: DraftAnswerSchema },
  },
  resumeEvent: {
    ...EVENTS.resumeEvent,
    summary: 'End the suspension',
    ...ofEvent,
    body: ReasonSchema,
    answers: { 200: DraftAnswerSchema },
  },
  cancelPublished: {
    ...EVENTS.cancelPublished,
    summary: 'Cancel a published event; answers how many people are told',
    ...ofEvent,
    body: CancelBodySchema,
    answers: { 200: v.object({ ...DraftAnswerSchema.entries, told: v.number() }) },
  },
  cloneEvent: {
    ...EVENTS.cloneEvent,
    summary: 'Copy to other days, a draft each; what would lie in the past is left out and named',
    ...ofEvent,
    body: CloneBodySchema,
    answers: { 201: v.object({ events: v.array(DraftSchema) }) },
  },
  checkImport: {
    ...EVENTS.checkImport,
    summary: 'Check a workbook or CSV (multipart, `file`): every fault of every row, and what applying it would change',
    tag: TAG,
    params: OrganisationParamsSchema,
    query: CampaignQuerySchema,
    answers: {
      201: v.object({
        id: v.string(),
        sheet: v.string(),
        rows: v.number(),
        findings: v.array(FaultSchema),
        warnings: v.array(FaultSchema),
        changes: v.array(ChangeSchema),
      }),
    },
  },
  applyImport: {
    ...EVENTS.applyImport,
    summary: 'Make drafts of what was checked: all or nothing, or only the good rows',
    ...ofEvent,
    body: v.nullish(v.strictObject({ onlyGood: v.optional(v.boolean()) })),
    answers: { 200: v.object({ created: v.number(), changed: v.number(), unchanged: v.number() }) },
  },
  importTemplate: {
    ...EVENTS.importTemplate,
    summary: 'The workbook to fill in',
    tag: TAG,
    params: OrganisationParamsSchema,
    query: CampaignQuerySchema,
  },
  markedImport: {
    ...EVENTS.markedImport,
    summary: 'The rows that were not good, their cells marked and explained',
    ...ofEvent,
  },
  roster: {
    ...EVENTS.roster,
    summary: 'Who comes, masked; q: part of a name, or the last four of a number or ticket',
    ...ofEvent,
    query: v.object({ q: SearchSchema, state: v.optional(SignUpStatusSchema), after: AfterSchema }),
    answers: { 200: RosterSchema },
  },
  rosterEntry: {
    ...EVENTS.rosterEntry,
    summary: 'One sign-up in full; the log has it, with the reason',
    tag: TAG,
    params: SignUpParamsSchema,
    query: v.object({ reason: v.optional(ExportPurposeSchema) }),
    answers: { 200: RosterEntrySchema },
  },
  exportRoster: {
    ...EVENTS.exportRoster,
    summary: 'The roster as a file, every cell text; stands in the log with columns and purpose',
    ...ofEvent,
    body: RosterExportBodySchema,
  },
} as const satisfies Record<keyof typeof EVENTS, Contract>;
