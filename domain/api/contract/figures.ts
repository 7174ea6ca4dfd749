/** Schemas of figures and summaries. */
import * as v from 'valibot';
import { FigureEventsSchema, FiguresAnswerSchema } from '../../figures/figures-answer';
import { GroupingSchema } from '../../figures/grouping';
import {
  PictureSchema,
  SummariesBelowSchema,
  SummaryAnswerSchema,
  SummaryBelowSchema,
  SummaryVersionSchema,
} from '../../summary/summary-answer';
import { WrittenBodySchema } from '../../summary/written-body';
import { AcceptBodySchema, ReceivedBodySchema, ReturnBodySchema } from '../../summary/summary-state';
import { InstantSchema } from '../../time/instant';
import { FIGURES } from '../figures';
import type { Contract } from './contract';

const TAG = 'figures and summaries';
/** Any text: what can be no id is answered like one that is not there. */
const OrganisationParamsSchema = v.object({ org: v.string() });
const SummaryParamsSchema = v.object({ org: v.string(), campaign: v.string() });
const VersionParamsSchema = v.object({ org: v.string(), campaign: v.string(), n: v.string() });
const PictureParamsSchema = v.object({ org: v.string(), campaign: v.string(), picture: v.string() });
const BelowParamsSchema = v.object({ org: v.string(), campaign: v.string(), below: v.string() });
const CampaignIdSchema = v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/, 'campaign-id')));
const AfterSchema = v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'after'), v.transform(Number)));
/** Whose; its own where it is left out, else an organisation's below. */
const OfSchema = v.object({ of: v.optional(v.string()) });
const asked = {
  campaign: CampaignIdSchema,
  by: v.optional(GroupingSchema, 'region'),
  /** Now where it is left out. */
  asOf: v.optional(InstantSchema),
};

const ofSummary = { tag: TAG, params: SummaryParamsSchema } as const;
const ofVersion = { tag: TAG, params: VersionParamsSchema, query: OfSchema } as const;
const ofBelow = { tag: TAG, params: BelowParamsSchema } as const;

export const figuresContract = {
  figures: {
    ...FIGURES.figures,
    summary: 'Figures of one’s own and of those below, as of a time; `format=xlsx` gives a workbook',
    tag: TAG,
    params: OrganisationParamsSchema,
    query: v.object({ ...asked, format: v.optional(v.picklist(['json', 'xlsx'])) }),
    answers: { 200: FiguresAnswerSchema },
  },
  figureEvents: {
    ...FIGURES.figureEvents,
    summary: 'The events behind one row of figures, each with its part',
    tag: TAG,
    params: OrganisationParamsSchema,
    query: v.object({
      ...asked,
      key: v.optional(v.pipe(v.string(), v.maxLength(200, 'too-long'))),
      after: AfterSchema,
    }),
    answers: { 200: FigureEventsSchema },
  },
  summary: {
    ...FIGURES.summary,
    summary: 'One’s own summary of a campaign: what was written, what the figures say, its versions',
    ...ofSummary,
    answers: { 200: SummaryAnswerSchema },
  },
  saveSummary: {
    ...FIGURES.saveSummary,
    summary: 'Save texts, numbers by hand and cases, whole (If-Match)',
    ...ofSummary,
    body: WrittenBodySchema,
    answers: { 200: SummaryAnswerSchema },
  },
  submitSummary: {
    ...FIGURES.submitSummary,
    summary: 'Freeze a version and hand it in (If-Match)',
    ...ofSummary,
    answers: { 200: SummaryAnswerSchema },
  },
  withdrawSummary: {
    ...FIGURES.withdrawSummary,
    summary: 'Take it back until it is accepted',
    ...ofSummary,
    answers: { 200: SummaryAnswerSchema },
  },
  summaryVersion: {
    ...FIGURES.summaryVersion,
    summary: 'A frozen version, what differs from the one before, and what the figures became since',
    ...ofVersion,
    answers: { 200: SummaryVersionSchema },
  },
  summaryDocument: { ...FIGURES.summaryDocument, summary: 'The version as a Word document', ...ofVersion },
  summaryWorkbook: { ...FIGURES.summaryWorkbook, summary: 'The version as a workbook', ...ofVersion },
  addPicture: {
    ...FIGURES.addPicture,
    summary: 'A picture for a case (multipart, `file`): JPEG or PNG; its metadata is taken out',
    ...ofSummary,
    answers: { 201: PictureSchema },
  },
  picture: {
    ...FIGURES.picture,
    summary: 'A picture of a case',
    tag: TAG,
    params: PictureParamsSchema,
    query: OfSchema,
  },
  summariesBelow: {
    ...FIGURES.summariesBelow,
    summary: 'Every organisation below with what it handed in, and what that adds up to',
    ...ofSummary,
    answers: { 200: SummariesBelowSchema },
  },
  acceptSummary: {
    ...FIGURES.acceptSummary,
    summary: 'Accept the version that was seen; another one since answers 409',
    ...ofBelow,
    body: AcceptBodySchema,
    answers: { 200: SummaryBelowSchema },
  },
  returnSummary: {
    ...FIGURES.returnSummary,
    summary: 'Return the version that was seen, with the reason',
    ...ofBelow,
    body: ReturnBodySchema,
    answers: { 200: SummaryBelowSchema },
  },
  receiveSummary: {
    ...FIGURES.receiveSummary,
    summary: 'Note that it came on paper (已线下收到), which ends the reminders',
    ...ofBelow,
    body: ReceivedBodySchema,
    answers: { 200: SummaryBelowSchema },
  },
  unreceiveSummary: {
    ...FIGURES.unreceiveSummary,
    summary: 'Take that note back',
    ...ofBelow,
    answers: { 200: SummaryBelowSchema },
  },
} as const satisfies Record<keyof typeof FIGURES, Contract>;
