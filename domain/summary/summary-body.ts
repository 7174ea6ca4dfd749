/**
 * What an organisation writes in its summary (活动总结); the figures come by themselves (docs/rules.md, "Summaries", rules 1
 * and 2). Mobile and identity numbers are refused in every text; money that is asked for by `written-body.ts`, which no
 * phone holds (decision 0010).
 */
import * as v from 'valibot';
import { EventIdSchema } from '../event/event';
import { line, lines } from '../text/line';
import { withoutIdentityNumber, withoutMobileNumber } from '../text/personal-numbers';

export const TEXT_PARTS = ['measures', 'results', 'problems', 'next'] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

/** 成员单位, 宣传资料, 咨询人次, 展板横幅咨询台, 现场检定检测台件, 公益短信, 媒体报道, 受理投诉: counted by hand, marked 手填. */
export const HAND_NUMBERS = [
  'memberUnits',
  'leaflets',
  'consultations',
  'boards',
  'tests',
  'messages',
  'media',
  'complaints',
] as const;
export type HandNumber = (typeof HAND_NUMBERS)[number];

export const MOST_TEXT = 1_000;
const MOST_TITLE = 60;
export const MOST_CASES = 3;
export const MOST_PICTURES = 3;
const MOST_EVENTS = 20;
const MOST_BY_HAND = 1_000_000_000;

const allowed = (schema: v.GenericSchema<string, string>) => v.pipe(schema, withoutIdentityNumber, withoutMobileNumber);

const text = v.optional(allowed(lines(MOST_TEXT)), '');
/** Left empty it is unknown, which is not 0. */
const handNumber = v.optional(
  v.nullable(
    v.pipe(v.number(), v.integer('integer'), v.minValue(0, 'too-small'), v.maxValue(MOST_BY_HAND, 'too-large')),
  ),
  null,
);

/** `superiors`: 仅上报. `public`: 可公开. */
export const VISIBILITIES = ['superiors', 'public'] as const;

export const CaseSchema = v.strictObject({
  title: allowed(line(MOST_TITLE)),
  body: allowed(lines(MOST_TEXT)),
  /** Under which paragraph of a document it falls. */
  paragraph: line(80),
  events: v.pipe(v.array(EventIdSchema), v.maxLength(MOST_EVENTS, 'too-many')),
  visibility: v.picklist(VISIBILITIES),
  /** Ids of pictures that were sent before. */
  pictures: v.optional(v.pipe(v.array(v.pipe(v.string(), v.uuid('uuid'))), v.maxLength(MOST_PICTURES, 'too-many')), []),
});
export type SummaryCase = v.InferOutput<typeof CaseSchema>;

/** As it is stored and answered. */
export const SummaryBodySchema = v.strictObject({
  texts: v.strictObject({ measures: text, results: text, problems: text, next: text }),
  hand: v.strictObject({
    memberUnits: handNumber,
    leaflets: handNumber,
    consultations: handNumber,
    boards: handNumber,
    tests: handNumber,
    messages: handNumber,
    media: handNumber,
    complaints: handNumber,
  }),
  cases: v.pipe(v.array(CaseSchema), v.maxLength(MOST_CASES, 'too-many')),
});
export type SummaryBody = v.InferOutput<typeof SummaryBodySchema>;
export type HandNumbers = SummaryBody['hand'];

export const EMPTY_SUMMARY: SummaryBody = v.parse(SummaryBodySchema, { texts: {}, hand: {}, cases: [] });
