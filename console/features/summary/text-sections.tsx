/** Four texts, and the numbers that the system does not know. */
import { Input } from 'antd';
import type { ReactElement } from 'react';
import { HAND_NUMBERS, MOST_TEXT, TEXT_PARTS } from '../../../domain/summary/summary-body';
import { summaryHints, summaryWords as words } from '../../../words/console/summary';
import { BY_HAND, HAND_NUMBER_NAMES, TEXT_PART_NAMES } from '../../../words/summary';
import { Field } from '../../ui/field';
import type { SummaryForm, SummaryProblems } from './summary-form';

export interface SectionProps {
  readonly form: SummaryForm;
  readonly problems: SummaryProblems;
  readonly disabled: boolean;
  readonly change: (changed: Partial<SummaryForm>) => void;
}

interface CountedTextProps {
  readonly label: string;
  readonly hint?: string;
  readonly problem: string | undefined;
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (text: string) => void;
}

export function CountedText({ label, hint, problem, value, disabled, onChange }: CountedTextProps): ReactElement {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(aria) => (
        <>
          <Input.TextArea
            {...aria}
            rows={6}
            value={value}
            disabled={disabled}
            onChange={({ target }) => {
              onChange(target.value);
            }}
          />
          <div className="text-count" aria-live="off">
            {words.count(Array.from(value).length, MOST_TEXT)}
          </div>
        </>
      )}
    </Field>
  );
}

export function TextSection({ form, problems, disabled, change }: SectionProps): ReactElement {
  return (
    <fieldset className="section card">
      <legend>{words.texts}</legend>
      <p className="quiet">{words.textsText}</p>
      {TEXT_PARTS.map((part) => (
        <CountedText
          key={part}
          label={TEXT_PART_NAMES[part]}
          hint={summaryHints[part]}
          problem={problems[`texts.${part}`]}
          value={form.texts[part]}
          disabled={disabled}
          onChange={(text) => {
            change({ texts: { ...form.texts, [part]: text } });
          }}
        />
      ))}
    </fieldset>
  );
}

export function HandSection({ form, problems, disabled, change }: SectionProps): ReactElement {
  return (
    <fieldset className="section card">
      <legend>
        {words.hand} <span className="tag tag--gold">{BY_HAND}</span>
      </legend>
      <p className="quiet">{words.handText}</p>
      <div className="pair">
        {HAND_NUMBERS.map((name) => (
          <Field key={name} label={HAND_NUMBER_NAMES[name]} problem={problems[`hand.${name}`]} optional>
            {(aria) => (
              <Input
                {...aria}
                inputMode="numeric"
                maxLength={10}
                value={form.hand[name]}
                disabled={disabled}
                onChange={({ target }) => {
                  change({ hand: { ...form.hand, [name]: target.value } });
                }}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
