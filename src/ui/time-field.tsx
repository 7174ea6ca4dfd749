import { Picker, View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { ariaProps } from './a11y';
import { describedBy, Field } from './field';
import { Icon } from './icon';

interface TimeFieldProps {
  readonly id: string;
  readonly label: string;
  /** `09:30`, or empty. */
  readonly value: string;
  /** What is shown while it is empty. */
  readonly empty: string;
  readonly error?: string | undefined;
  readonly onChange: (time: string) => void;
}

/** A time of day, chosen by what the phone or the browser has for it. */
export function TimeField({ id, label, value, empty, error, onChange }: TimeFieldProps): ReactElement {
  const shown = value === '' ? empty : value;
  return (
    <Field id={id} label={label} error={error}>
      {process.env.TARO_ENV === 'h5' ? (
        <input
          type="time"
          className="field__input field__date"
          value={value}
          aria-label={label}
          {...describedBy({ id, label, error })}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      ) : (
        <Picker
          mode="time"
          value={value === '' ? '09:00' : value}
          onChange={(event) => {
            onChange(event.detail.value);
          }}
        >
          <View className="tap field__input field__day" {...ariaProps({ role: 'button', label: `${label}，${shown}` })}>
            <View>{shown}</View>
            <Icon name="clock" size={20} />
          </View>
        </Picker>
      )}
    </Field>
  );
}
