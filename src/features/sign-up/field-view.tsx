import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { fieldText } from '../../../domain/text/pasted';
import type { Field } from '../../../domain/sign-up/sign-up-field';
import { fieldLabel } from '../../../words/present-field-error';
import { signUpForm } from '../../../words/strings';
import { CheckBox } from '../../ui/check-box';
import { Field as FieldBox } from '../../ui/field';
import { Stepper } from '../../ui/stepper';
import { TextField } from '../../ui/text-field';
import { listOf, textOf } from './form-values';

/** More than this one types rather than taps together. */
const MOST_TAPS = 20;
/** A field takes more than it may hold: what is pasted is not cut off in silence, the form says what is too long. */
const ROOM = 2000;

/** What of it is one's own; a colleague's name is not for the browser to guess. */
const AUTOCOMPLETE: Readonly<Record<string, 'name' | 'tel' | 'organization'>> = {
  contactName: 'name',
  presenter: 'name',
  mobile: 'tel',
  enterprise: 'organization',
};

export interface FieldViewProps {
  readonly field: Exclude<Field, { readonly input: 'people' }>;
  readonly id: string;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly focus: boolean;
  readonly onChange: (value: unknown) => void;
  readonly onLeave: () => void;
}

type One<Input extends Field['input']> = Omit<FieldViewProps, 'field'> & {
  readonly field: Extract<Field, { readonly input: Input }>;
};

function Count({ field, id, value, error, focus, onChange, onLeave }: One<'count'>): ReactElement {
  const label = fieldLabel(field);
  const hint = signUpForm.hints[field.name];
  if (field.max > MOST_TAPS) {
    const typed = (text: string): void => {
      const digits = text.replace(/\D/g, '');
      onChange(digits === '' ? undefined : Number(digits));
    };
    return (
      <TextField
        {...{ id, label, hint, error, focus }}
        keys="digits"
        maxLength={3}
        value={textOf(value)}
        onChange={typed}
        onLeave={onLeave}
      />
    );
  }
  const count = typeof value === 'number' ? value : field.min;
  return (
    <FieldBox
      id={id}
      label={label}
      hint={`${hint ?? ''}${hint === undefined ? '' : ' · '}${signUpForm.atMost(field.max)}`}
      error={error}
    >
      <Stepper
        value={count}
        min={field.min}
        max={field.max}
        text={signUpForm.people(count)}
        fewerLabel={signUpForm.fewer(label)}
        moreLabel={signUpForm.more(label)}
        onChange={onChange}
      />
    </FieldBox>
  );
}

function Options({ field, id, value, error, onChange }: One<'choice' | 'choices'>): ReactElement {
  const several = field.input === 'choices';
  const chosen = several ? listOf(value) : [value];
  const tap = (option: string): void => {
    if (!several) onChange(option);
    else onChange(chosen.includes(option) ? chosen.filter((each) => each !== option) : [...chosen, option]);
  };
  return (
    <FieldBox
      id={id}
      label={fieldLabel(field)}
      group={several ? 'group' : 'radiogroup'}
      hint={signUpForm.hints[field.name]}
      error={error}
    >
      <View className="sign-up__options">
        {field.options.map((option) => (
          <CheckBox
            key={option}
            role={several ? 'checkbox' : 'radio'}
            text={signUpForm.options[option] ?? option}
            checked={chosen.includes(option)}
            onTap={() => {
              tap(option);
            }}
          />
        ))}
      </View>
    </FieldBox>
  );
}

/** One question, drawn as its schema says. */
export function FieldView({ field, ...rest }: FieldViewProps): ReactElement {
  switch (field.input) {
    case 'count':
      return <Count field={field} {...rest} />;
    case 'choice':
    case 'choices':
      return <Options field={field} {...rest} />;
    case 'name':
    case 'mobile':
    case 'line':
    case 'credit-code': {
      const { value, onChange, ...others } = rest;
      return (
        <TextField
          {...others}
          label={fieldLabel(field)}
          mark={field.optional && field.label === undefined ? signUpForm.optional : undefined}
          hint={signUpForm.hints[field.name]}
          keys={field.input === 'mobile' ? 'digits' : 'text'}
          autocomplete={AUTOCOMPLETE[field.name]}
          maxLength={ROOM}
          value={textOf(value)}
          onChange={(text) => {
            onChange(fieldText(field.input, text));
          }}
        />
      );
    }
  }
}
