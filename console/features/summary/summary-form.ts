/** What the summary's form holds: numbers as they are typed, and its way to and from the API. */
import * as v from 'valibot';
import { findingOf } from '../../../domain/problem/field-error';
import { HAND_NUMBERS, type SummaryBody, VISIBILITIES } from '../../../domain/summary/summary-body';
import { WrittenBodySchema } from '../../../domain/summary/written-body';
import { summarySentence } from '../../../words/console/summary';

const CaseFormSchema = v.object({
  title: v.string(),
  body: v.string(),
  paragraph: v.string(),
  events: v.array(v.string()),
  visibility: v.picklist(VISIBILITIES),
  pictures: v.array(v.string()),
});
export type CaseForm = v.InferOutput<typeof CaseFormSchema>;

const hand = Object.fromEntries(HAND_NUMBERS.map((name) => [name, v.string()])) as Record<
  (typeof HAND_NUMBERS)[number],
  v.StringSchema<undefined>
>;

export const SummaryFormSchema = v.object({
  texts: v.object({ measures: v.string(), results: v.string(), problems: v.string(), next: v.string() }),
  hand: v.object(hand),
  cases: v.array(CaseFormSchema),
});
export type SummaryForm = v.InferOutput<typeof SummaryFormSchema>;

export const EMPTY_CASE: CaseForm = {
  ...{ title: '', body: '', paragraph: '', events: [], visibility: 'superiors', pictures: [] },
};

export function formOf({ texts, hand: numbers, cases }: SummaryBody): SummaryForm {
  return v.parse(SummaryFormSchema, {
    texts,
    hand: Object.fromEntries(
      Object.entries(numbers).map(([name, value]) => [name, value === null ? '' : String(value)]),
    ),
    cases,
  });
}

/** A number that is none goes as it was typed, so that the rules say what is wrong with it. */
const numberOf = (text: string): number | string | null => {
  if (text.trim() === '') return null;
  return /^\d+$/.test(text.trim()) ? Number(text) : text;
};

export function bodyOf({ texts, hand: numbers, cases }: SummaryForm): Readonly<Record<string, unknown>> {
  return {
    texts,
    hand: Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, numberOf(text)])),
    cases,
  };
}

/** The first sentence for each field, by its path: `texts.measures`, `cases.0.title`. */
export type SummaryProblems = Readonly<Partial<Record<string, string>>>;

export function sentencesOf(errors: readonly { readonly path: string; readonly code: string }[]): SummaryProblems {
  const sentences: Record<string, string> = {};
  for (const { path, code } of errors) {
    // Of a list within a case, the list is what is shown.
    const field = path.replace(/^(cases\.\d+\.(?:events|pictures))\.\d+$/, '$1');
    sentences[field] ??= summarySentence(code);
  }
  return sentences;
}

export function findProblems(form: SummaryForm): SummaryProblems {
  const parsed = v.safeParse(WrittenBodySchema, bodyOf(form));
  return parsed.success ? {} : sentencesOf(parsed.issues.map(findingOf));
}

export const isEqual = (one: SummaryForm, other: SummaryForm): boolean => JSON.stringify(one) === JSON.stringify(other);
