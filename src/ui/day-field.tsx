import { Picker, View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { meaning } from './a11y';
import { describedBy, Field } from './field';
import { Icon } from './icon';

interface DayFieldProps {
  readonly id: string;
  readonly label: string;
  /** `2026-09-18`, or empty. */
  readonly value: string;
  /** The chosen day as a person reads it. */
  readonly words: string;
  /** What stands there while it is empty. */
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

/** A calendar day, from the phone's own wheels. */
export function DayField(props: DayFieldProps): ReactElement {
  const { id, label, value, words, empty, last, mark, hint, error, speaks, onChange } = props;
  return (
    <Field id={id} label={label} mark={mark} hint={hint} error={error} speaks={speaks}>
      <Picker
        mode="date"
        value={value === '' ? last : value}
        end={last}
        onChange={(event) => {
          onChange(event.detail.value);
        }}
      >
        <View
          className="tap field__input field__day"
          {...describedBy(props)}
          {...(process.env.TARO_ENV === 'h5' ? { tabIndex: 0 } : {})}
          {...meaning({ role: 'button', label: `${label}，${value === '' ? empty : words}` })}
        >
          <View>{value === '' ? empty : words}</View>
          <Icon name="calendar-days" size={20} />
        </View>
      </Picker>
    </Field>
  );
}
