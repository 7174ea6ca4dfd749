/** Summaries on the wire. */
import * as v from 'valibot';
import { FiguresSchema, ParagraphFiguresSchema } from '../figures/figures-answer';
import { DaySchema } from '../time/day';
import { InstantTextSchema } from '../time/instant';
import { MISSING_REASONS } from './roll-up';
import { HAND_NUMBERS, SummaryBodySchema } from './summary-body';
import { SummaryStateSchema } from './summary-state';

const CampaignNameSchema = v.object({ id: v.string(), year: v.number(), theme: v.string() });
const OrganisationNameSchema = v.object({ id: v.string(), name: v.string(), region: v.string() });
const DeadlineSchema = v.nullable(
  v.object({
    dueOn: DaySchema,
    documentNo: v.string(),
    paragraph: v.string(),
    /** Days in China; negative once it is over. */
    daysLeft: v.number(),
  }),
);
const ContainedSchema = v.object({
  organisation: v.string(),
  name: v.string(),
  version: v.number(),
  hash: v.string(),
});
const version = { version: v.number(), hash: v.string(), submittedAt: InstantTextSchema, late: v.boolean() };

export const SummaryAnswerSchema = v.object({
  campaign: CampaignNameSchema,
  organisation: OrganisationNameSchema,
  /** A draft until something else happens, also where nothing was written yet. */
  state: SummaryStateSchema,
  /** Changes so far, also the ETag: what `If-Match` of a write names. */
  edits: v.number(),
  /** How often it was submitted. */
  version: v.number(),
  hash: v.nullable(v.string()),
  body: SummaryBodySchema,
  /** Why it was returned. */
  reason: v.nullable(v.string()),
  deadline: DeadlineSchema,
  /** As they are now; a submission freezes them. */
  figures: v.object({ asOf: InstantTextSchema, total: FiguresSchema, paragraphs: v.array(ParagraphFiguresSchema) }),
  versions: v.array(v.object(version)),
  /** What changed below since the last version was frozen. `now`: `null`, withdrawn or returned since. */
  changedBelow: v.array(
    v.object({
      organisation: v.string(),
      name: v.string(),
      contained: v.nullable(v.number()),
      now: v.nullable(v.number()),
    }),
  ),
  /** Reminders of the deadline that went out, the last one first. */
  reminders: v.array(v.object({ daysBefore: v.number(), daysLeft: v.number(), at: InstantTextSchema })),
});
export type SummaryAnswer = v.InferOutput<typeof SummaryAnswerSchema>;

const DifferenceSchema = v.object({
  /** `body.texts.measures`. */
  path: v.string(),
  /** Left out: was not there. */
  before: v.optional(v.unknown()),
  after: v.optional(v.unknown()),
});

export const SnapshotSchema = v.object({
  campaign: v.string(),
  organisation: OrganisationNameSchema,
  version: v.number(),
  submittedAt: InstantTextSchema,
  late: v.boolean(),
  figures: v.object({ total: FiguresSchema, paragraphs: v.array(ParagraphFiguresSchema) }),
  body: SummaryBodySchema,
  contains: v.array(ContainedSchema),
});

export const SummaryVersionSchema = v.object({
  ...version,
  /** The canonical JSON whose SHA-256 is `hash`. */
  text: v.string(),
  snapshot: SnapshotSchema,
  /** From the version before; none for the first. */
  differences: v.array(DifferenceSchema),
  /** What the figures have become since, at `asOf`. */
  since: v.object({ asOf: InstantTextSchema, differences: v.array(DifferenceSchema) }),
});

export const SummaryBelowSchema = v.object({
  ...OrganisationNameSchema.entries,
  hasAccount: v.boolean(),
  /** `null`: nothing was begun. */
  state: v.nullable(SummaryStateSchema),
  /** The last one; `null`: none was submitted yet. */
  last: v.nullable(v.object(version)),
  reason: v.nullable(v.string()),
  /** 已线下收到. */
  received: v.nullable(v.object({ on: DaySchema, who: v.nullable(v.string()) })),
});

export type SummaryBelow = v.InferOutput<typeof SummaryBelowSchema>;

const HandSumSchema = v.object({ sum: v.nullable(v.number()), from: v.number() });
const handSums = Object.fromEntries(HAND_NUMBERS.map((name) => [name, HandSumSchema])) as Record<
  (typeof HAND_NUMBERS)[number],
  typeof HandSumSchema
>;

export const SummariesBelowSchema = v.object({
  campaign: CampaignNameSchema,
  deadline: DeadlineSchema,
  /** In the order of the region codes. */
  organisations: v.array(SummaryBelowSchema),
  rollUp: v.object({
    contains: v.array(v.object({ ...ContainedSchema.entries, accepted: v.boolean() })),
    /** 未收到. */
    missing: v.array(v.object({ organisation: v.string(), name: v.string(), why: v.picklist(MISSING_REASONS) })),
    offline: v.array(v.object({ organisation: v.string(), name: v.string(), on: DaySchema })),
    hand: v.object(handSums),
  }),
});

export const PictureSchema = v.object({
  id: v.string(),
  type: v.picklist(['image/jpeg', 'image/png']),
  bytes: v.number(),
});
