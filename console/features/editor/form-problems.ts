/** What the shared rules say of a form, beside its fields: the same that the server will say. */
import * as v from 'valibot';
import type { Campaign, ProgrammeItem } from '../../../domain/campaign/campaign';
import { PublishBodySchema } from '../../../domain/event/event';
import { decidePublication, type PublicationContext } from '../../../domain/event/publication';
import { type FieldError, findingOf } from '../../../domain/problem/field-error';
import { fieldSentence } from '../../../words/console/editor';
import { bodyOf, type EventForm, FIELD_OF_PATH } from '../../blocks/event-form';

export type FormSentences = Partial<Readonly<Record<keyof EventForm, string>>>;

export interface FormFindings {
  readonly problems: readonly FieldError[];
  readonly warnings: readonly FieldError[];
}

const isEmpty = (form: EventForm, field: keyof EventForm): boolean =>
  form[field] === '' || form[field].toString() === '';

/** Everything that stands between the form and its publication. */
export function findInForm(form: EventForm, facts: PublicationContext): FormFindings {
  const parsed = v.safeParse(PublishBodySchema, { venue: {}, organiser: {}, ...bodyOf(form) });
  if (!parsed.success) return { problems: parsed.issues.map(findingOf), warnings: [] };
  const { kind, ...body } = parsed.output;
  const decision = decidePublication({ ...body, ...(kind !== undefined && { kind }) }, facts);
  return decision.ok ? { problems: [], warnings: decision.warnings } : { problems: decision.errors, warnings: [] };
}

/** A draft may have gaps, but nothing in it that could never be right. */
export function hinderSaving(form: EventForm, problems: readonly FieldError[]): readonly FieldError[] {
  return problems.filter(({ path, code }) => {
    const field = FIELD_OF_PATH[path];
    const isForm = [
      'too-long',
      'control-character',
      'phone',
      'integer',
      'too-large',
      'too-small',
      'wrong-type',
    ].includes(code);
    return isForm && field !== undefined && !isEmpty(form, field);
  });
}

/** The first sentence of each field. */
export function sentencesOf(form: EventForm, findings: readonly FieldError[]): FormSentences {
  const sentences: Partial<Record<keyof EventForm, string>> = {};
  for (const { path, code } of findings) {
    const field = FIELD_OF_PATH[path] ?? FIELD_OF_PATH[path.replace(/\.\d+$/, '')];
    if (field !== undefined) sentences[field] ??= fieldSentence(path, code, isEmpty(form, field));
  }
  return sentences;
}

/** What the rules know of a campaign's state and of the chosen item. */
export function factsFor(
  campaign: Pick<Campaign, 'state' | 'sample'> | undefined,
  item: Pick<ProgrammeItem, 'kind'> | undefined,
): PublicationContext {
  return { campaign: campaign ?? null, programmeItem: item ?? null };
}
