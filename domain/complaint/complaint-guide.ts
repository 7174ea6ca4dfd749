/**
 * The guide to 12315, as data: a changed rule reaches the phone with the feed, without a release. The copy
 * that is built in is for a first launch without a network (`built-in-guide.ts`).
 */
import * as v from 'valibot';
import { DaySchema } from '../time/day';

const TextSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** Without one, a heading would stand over nothing. */
const TextsSchema = v.pipe(v.array(TextSchema), v.minLength(1));
const MeaningSchema = v.object({
  /** What it is. */
  what: TextSchema,
  /** What to do now. */
  next: TextSchema,
});

const RuleSchema = v.object({
  text: TextSchema,
  document: TextSchema,
  documentNo: v.optional(TextSchema),
  article: TextSchema,
  /** Absent where it could not be checked; nothing is guessed. */
  effectiveFrom: v.optional(DaySchema),
  replaces: v.optional(TextSchema),
});

export const ComplaintGuideSchema = v.object({
  phone: v.pipe(v.string(), v.regex(/^\d{3,12}$/)),
  /** A host, with a path or without; the app puts `https://` before it. */
  web: v.pipe(TextSchema, v.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/\S*)?$/i)),
  kinds: v.object({ complaint: MeaningSchema, report: MeaningSchema, consult: MeaningSchema }),
  channels: TextsSchema,
  /** Hotlines that now lead here. */
  merged: v.array(TextSchema),
  checklist: v.pipe(v.array(v.object({ title: TextSchema, items: TextsSchema })), v.minLength(1)),
  notAccepted: TextsSchema,
  rules: v.pipe(v.array(RuleSchema), v.minLength(1)),
});
export type ComplaintGuide = v.InferOutput<typeof ComplaintGuideSchema>;
export type ComplaintRule = v.InferOutput<typeof RuleSchema>;
