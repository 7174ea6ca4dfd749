import type { ReactElement } from 'react';
import {
  type ComplaintReview,
  type ComplaintWarning,
  DRAFT_LIMITS,
  type DraftField,
} from '../../../domain/complaint/complaint-draft';
import { complaintGuide } from '../../../words/strings';
import { dayWords } from '../../../words/when';
import { useComplaintDraft, writeField } from '../../sync/complaint-draft';
import { DayField } from '../../ui/day-field';
import { LongTextField } from '../../ui/long-text-field';
import { TextField } from '../../ui/text-field';

interface DraftFieldProps {
  readonly field: DraftField;
  readonly value: string;
  readonly review: ComplaintReview;
  /** The official form does not ask for it. */
  readonly optional: boolean;
  readonly today: string;
}

/** Where each warning is shown. */
const WARNED: Record<ComplaintWarning, DraftField> = {
  'too-old': 'happenedOn',
  'in-future': 'happenedOn',
  mobile: 'mobile',
  amount: 'amount',
};

const LONG: readonly DraftField[] = ['dispute', 'proof'];
const HINTS: Partial<Record<DraftField, string>> = complaintGuide.fieldHint;

export function DraftFieldView({ field, value, review, optional, today }: DraftFieldProps): ReactElement {
  const { stripped } = useComplaintDraft();
  const warning = review.warnings.find((each) => WARNED[each] === field);
  const said = warning === undefined ? undefined : complaintGuide.warning[warning];
  const maxLength = DRAFT_LIMITS[field];
  // The phone cuts what is too long without a word, the end of a pasted story too; short of one where a pair was cut.
  const full = LONG.includes(field) && value.length >= maxLength - 1 ? complaintGuide.full(maxLength) : undefined;
  const error = stripped === field ? complaintGuide.stripped : (said ?? full);
  const shared = {
    speaks: true,
    id: `draft-${field}`,
    label: complaintGuide.field[field],
    value,
    mark: optional ? complaintGuide.optional : undefined,
    hint: HINTS[field],
    error,
    onChange: (text: string) => {
      writeField(field, text, true);
    },
  };
  if (field === 'happenedOn')
    return <DayField {...shared} words={dayWords(value, today)} empty={complaintGuide.dayEmpty} last={today} />;
  const onLeave = (text: string): void => {
    writeField(field, text, false);
  };
  if (LONG.includes(field)) return <LongTextField {...shared} maxLength={maxLength} onLeave={onLeave} />;
  return (
    <TextField {...shared} maxLength={maxLength} keys={field === 'mobile' ? 'digits' : 'text'} onLeave={onLeave} />
  );
}
