/** Next year's campaign while it is made in the console: data, never a branch in code (docs/rules.md, "A new year"). */
import * as v from 'valibot';
import { RegionCodeSchema } from '../region/region';
import { DaySchema } from '../time/day';
import { line } from '../text/line';
import { type Campaign, CampaignSummarySchema, type ProgrammeItem, ProgrammeItemSchema } from './campaign';
import { parseNotice } from './parse-notice';
import { type OfficialText, proofRead } from './proof-read';

const filled = (most: number) =>
  v.pipe(
    line(most),
    v.check((text) => text !== '', 'required'),
  );

const MOST_NOTICE = 12_000;

const NoticeSchema = v.strictObject({
  documentNo: filled(60),
  title: filled(120),
  leadIssuer: filled(60),
  /** How many bodies issued it together. */
  issuers: v.pipe(v.number(), v.integer('whole'), v.minValue(1, 'too-small'), v.maxValue(99, 'too-large')),
  issuedOn: DaySchema,
  /** The region that it binds. */
  scope: RegionCodeSchema,
  /** The notice as it was pasted. */
  text: v.pipe(v.string(), v.maxLength(MOST_NOTICE, 'too-long')),
});

/** The body of `PUT o/campaigns/:id`. */
export const NextCampaignSchema = v.pipe(
  v.strictObject({
    theme: filled(60),
    period: v.strictObject({ from: DaySchema, to: DaySchema }),
    /** The last day for summaries. */
    deadline: v.optional(DaySchema),
    slogans: v.pipe(v.array(filled(40)), v.maxLength(30, 'too-many')),
    documents: v.pipe(v.array(NoticeSchema), v.minLength(1, 'required'), v.maxLength(4, 'too-many')),
  }),
  v.forward(
    v.check(({ period: { from, to } }) => from <= to, 'ends-before-starts'),
    ['period'],
  ),
);
export type NextCampaign = v.InferOutput<typeof NextCampaignSchema>;

/** A year is the campaign's id. */
export const NextIdSchema = v.pipe(v.string(), v.regex(/^20\d{2}$/, 'year'));

export const DifferenceSchema = v.object({ path: v.string(), text: v.string(), at: v.number(), notice: v.string() });

export const CampaignDraftSchema = v.object({
  id: v.string(),
  content: NextCampaignSchema,
  items: v.array(ProgrammeItemSchema),
  /** What is not in the notices to the character. */
  differences: v.array(DifferenceSchema),
  /** Paragraphs that were found in each document. */
  paragraphs: v.array(v.number()),
});
export type CampaignDraft = v.InferOutput<typeof CampaignDraftSchema>;

export const CampaignListSchema = v.object({
  campaigns: v.array(CampaignSummarySchema),
  drafts: v.array(v.object({ id: v.string(), theme: v.string() })),
  /** Only the whole country and top organisations make one. */
  mayMake: v.boolean(),
});

/** Everything official in it, as it must be in the notices. Items are compared by name. */
function officialTexts({ theme, slogans, documents }: NextCampaign, items: readonly ProgrammeItem[]): OfficialText[] {
  return [
    { path: 'theme', text: theme },
    ...slogans.map((text, index) => ({ path: `slogans.${index}`, text })),
    ...documents.flatMap(({ title, documentNo }, index) => [
      { path: `documents.${index}.title`, text: title },
      { path: `documents.${index}.documentNo`, text: documentNo },
    ]),
    ...items.map(({ id, name }) => ({ path: `items.${id}`, text: name })),
  ];
}

export const differencesOf = (content: NextCampaign, items: readonly ProgrammeItem[]): CampaignDraft['differences'] =>
  proofRead(
    officialTexts(content, items),
    content.documents.map(({ text }) => text),
  );

export type OpenDecision =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'no-programme' | 'proof-differs' | 'unknown-paragraph' | 'campaign-id-used' };

/**
 * Decides whether it may be opened. Refused: an id that another campaign has, no programme item, a text that is not in the
 * notices to the character, an item under a document or paragraph that is not there.
 */
export function decideOpening(
  id: string,
  content: NextCampaign,
  items: readonly ProgrammeItem[],
  taken: readonly string[],
): OpenDecision {
  if (taken.includes(id)) return { ok: false, code: 'campaign-id-used' };
  if (items.length === 0) return { ok: false, code: 'no-programme' };
  if (differencesOf(content, items).length > 0) return { ok: false, code: 'proof-differs' };
  const known = new Map(
    content.documents.map(({ documentNo, text }) => [documentNo, parseNotice(text).map(({ no }) => no)]),
  );
  const isAstray = items.some(({ documentNo, paragraph }) =>
    paragraph.split('；').some((no) => known.get(documentNo)?.includes(no) !== true),
  );
  return isAstray ? { ok: false, code: 'unknown-paragraph' } : { ok: true };
}

/** The campaign that it becomes; what belongs to all years comes from the one before it. */
export function toCampaign(
  id: string,
  { theme, period, deadline, slogans, documents }: NextCampaign,
  last: Pick<Campaign, 'consent' | 'guide12315' | 'deployment'>,
): Campaign {
  const { consent, guide12315, deployment } = last;
  return {
    ...{ id, year: Number(id), theme, period, state: 'open', consent, slogans, knownDates: [] },
    ...(deadline !== undefined && { deadline }),
    documents: documents.map(({ text, ...document }) => ({
      ...document,
      rules: [],
      posters: '',
      paragraphs: parseNotice(text),
    })),
    ...(guide12315 && { guide12315 }),
    ...(deployment && { deployment }),
  };
}
