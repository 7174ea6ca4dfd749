/** One year's Quality Month and what the official documents say of it. A year is data, never a branch in code. */
import * as v from 'valibot';
import { ComplaintGuideSchema } from '../complaint/complaint-guide';
import { DaySchema } from '../time/day';
import { daysBetween } from '../time/time';

export const KINDS = [
  '开放日',
  '交流发表',
  '培训宣贯',
  '科普',
  '主题宣传',
  '服务企业',
  '品牌认证',
  '质量提升',
  '消费维权',
  '监督执法',
] as const;
export const KindSchema = v.picklist(KINDS);
export type Kind = v.InferOutput<typeof KindSchema>;

export const AUDIENCES = ['公众', '企业', '机构'] as const;
export const AudienceSchema = v.picklist(AUDIENCES);
export type Audience = v.InferOutput<typeof AudienceSchema>;

/** A paragraph of a document, as numbered there: `三(六)`. `text` is the official wording, to the character. */
export const ParagraphSchema = v.object({
  no: v.string(),
  part: v.string(),
  title: v.string(),
  text: v.string(),
});
export type Paragraph = v.InferOutput<typeof ParagraphSchema>;

export const DocumentSchema = v.object({
  documentNo: v.string(),
  title: v.string(),
  leadIssuer: v.string(),
  /** How many bodies issued it together. */
  issuers: v.number(),
  issuedOn: DaySchema,
  /** The region that it binds. */
  scope: v.string(),
  rules: v.array(v.string()),
  posters: v.string(),
  paragraphs: v.array(ParagraphSchema),
});
export type OfficialDocument = v.InferOutput<typeof DocumentSchema>;

/** A date that the documents do not give but the press does, with its source and how far it can be trusted. */
export const KnownDateSchema = v.object({
  activity: v.string(),
  start: DaySchema,
  end: v.nullable(DaySchema),
  place: v.string(),
  theme: v.string(),
  source: v.string(),
  sourceTitle: v.string(),
  confidence: v.string(),
  /** The programme item that it belongs to, where there is one. */
  programmeId: v.optional(v.string()),
});
export type KnownDate = v.InferOutput<typeof KnownDateSchema>;

/** How this server is set up, as far as a phone must know. Each is absent where nothing was configured. */
export const DeploymentSchema = v.object({
  /** Where the browser build is, without a trailing slash; what the cards' QR codes lead to. */
  webAddress: v.optional(v.pipe(v.string(), v.url())),
  /** The appId of the official 12315 mini-program; hidden while unset. */
  app12315: v.optional(v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/))),
  /** Who handles personal data, and how to reach them (PIPL, article 17). */
  handler: v.optional(v.object({ name: v.string(), contact: v.string() })),
  /** Public services beside this one: 信用, and 质量基础设施“一站式”. */
  services: v.optional(
    v.object({ credit: v.optional(v.pipe(v.string(), v.url())), oneStop: v.optional(v.pipe(v.string(), v.url())) }),
  ),
  /** The server makes mini-program codes. */
  miniProgramCode: v.optional(v.literal(true)),
});
export type Deployment = v.InferOutput<typeof DeploymentSchema>;

/** Until when summaries (活动总结) are due: to the end of that day in China, by this paragraph of this document. */
export const SummaryDeadlineSchema = v.object({ dueOn: DaySchema, documentNo: v.string(), paragraph: v.string() });
export type SummaryDeadline = v.InferOutput<typeof SummaryDeadlineSchema>;

export const CampaignStateSchema = v.picklist(['open', 'archived']);

export const CampaignSchema = v.object({
  id: v.string(),
  year: v.number(),
  theme: v.string(),
  /** The year whose official theme and slogans these are, where it is not `year`: a trial run borrows them and says so. */
  textsFrom: v.optional(v.number()),
  period: v.object({ from: DaySchema, to: DaySchema }),
  /** The last day for summaries; absent: none is set. */
  deadline: v.optional(DaySchema),
  state: CampaignStateSchema,
  sample: v.optional(v.literal(true)),
  consent: v.object({ version: v.string() }),
  slogans: v.array(v.string()),
  documents: v.array(DocumentSchema),
  knownDates: v.array(KnownDateSchema),
  /**
   * What is told of 12315; the phone has a copy of its own for when there is none. A newer server may write this or what
   * follows in a way that this version cannot read: then it is as if absent, and the rest of the feed still comes.
   */
  guide12315: v.fallback(v.optional(ComplaintGuideSchema), undefined),
  deployment: v.fallback(v.optional(DeploymentSchema), undefined),
  /** Left out where no document names a day. */
  summaryDeadline: v.fallback(v.optional(SummaryDeadlineSchema), undefined),
});
export type Campaign = v.InferOutput<typeof CampaignSchema>;

/** One line of `GET /api/v1/campaigns`. */
export const CampaignSummarySchema = v.object({
  id: v.string(),
  year: v.number(),
  theme: v.string(),
  state: CampaignStateSchema,
  sample: v.optional(v.literal(true)),
});
export type CampaignSummary = v.InferOutput<typeof CampaignSummarySchema>;

export const ProgrammeItemSchema = v.object({
  id: v.string(),
  name: v.string(),
  documentNo: v.string(),
  /** As the document numbers it; more than one are joined by `；`. */
  paragraph: v.string(),
  kind: KindSchema,
  audiences: v.array(AudienceSchema),
  /** Whether events under it take sign-ups. */
  signUp: v.boolean(),
  /** The same activity in the national document. */
  sameAs: v.optional(v.string()),
  note: v.optional(v.string()),
  dateText: v.optional(v.string()),
  from: v.optional(DaySchema),
  to: v.optional(DaySchema),
  place: v.optional(v.string()),
  /** Pinyin initials of the name, lower case. */
  initials: v.optional(v.string()),
  /** The name in syllables, each with a capital: `KaiFangRi`. */
  pinyin: v.optional(v.string()),
});
export type ProgrammeItem = v.InferOutput<typeof ProgrammeItemSchema>;

export type MonthState =
  | { readonly phase: 'before'; readonly daysToGo: number }
  | { readonly phase: 'during'; readonly day: number; readonly of: number }
  | { readonly phase: 'after' };

/** The phase of the month on a day in China: days to go, day N (from 1) of how many, or ended. */
export function monthState(period: { readonly from: string; readonly to: string }, today: string): MonthState {
  const passed = daysBetween(period.from, today);
  if (passed < 0) return { phase: 'before', daysToGo: -passed };
  const of = daysBetween(period.from, period.to) + 1;
  return passed < of ? { phase: 'during', day: passed + 1, of } : { phase: 'after' };
}
