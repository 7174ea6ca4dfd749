import { Picker, View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { ariaProps } from './a11y';
import { describedBy, Field } from './field';
import { Icon } from './icon';

interface DayFieldProps {
  readonly id: string;
  readonly label: string;
  /** `2026-09-18`, or empty. */
  readonly value: string;
  /** The chosen day as a person reads it. */
  readonly words: string;
  /** What is shown while it is empty. */
  readonly empty: string;
  /** The last day that can be chosen. */
  readonly last: string;
  readonly mark?: string;
  readonly hint?: string;
  readonly error?: string;
  /** As of `Field`. */
  readonly speaks?: boolean;
  readonly onChange: (day: string) => void;
}

/** The browser's own field: Taro's wheels cannot be reached by keyboard or screen reader. */
function BrowserDay(props: DayFieldProps): ReactElement {
  const { label, value, last, error, onChange } = props;
  return (
    <input
      type="date"
      className="field__input field__date"
      value={value}
      max={last}
      aria-label={label}
      aria-invalid={error === undefined ? undefined : 'true'}
      {...describedBy(props)}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}

/** A calendar day, chosen by what the phone or the browser has for it. */
export function DayField(props: DayFieldProps): ReactElement {
  const { id, label, value, words, empty, last, mark, hint, error, speaks, onChange } = props;
  const shown = value === '' ? empty : words;
  return (
    <Field id={id} label={label} mark={mark} hint={hint} error={error} speaks={speaks}>
      {process.env.TARO_ENV === 'h5' ? (
        <BrowserDay {...props} />
      ) : (
        <Picker
          mode="date"
          value={value === '' ? last : value}
          end={last}
          onChange={(event) => {
            onChange(event.detail.value);
          }}
        >
          <View className="tap field__input field__day" {...ariaProps({ role: 'button', label: `${label}，${shown}` })}>
            <View>{shown}</View>
            <Icon name="calendar-days" size={20} />
          </View>
        </Picker>
      )}
    </Field>
  );
}
