import { Picker, View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { ariaProps } from './a11y';
import { describedBy, Field } from './field';
import { Icon } from './icon';

interface ChoiceFieldProps {
  readonly id: string;
  readonly label: string;
  /** One of the options’, or empty. */
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  /** What is shown while it is empty. */
  readonly empty: string;
  readonly hint?: string;
  readonly error?: string;
  /** As of `Field`. */
  readonly speaks?: boolean;
  readonly onChange: (value: string) => void;
}

/** The browser's own list: Taro's wheels cannot be reached by keyboard or screen reader. */
function BrowserChoice(props: ChoiceFieldProps): ReactElement {
  const { label, value, options, empty, error, onChange } = props;
  return (
    <select
      className="field__input field__date"
      value={value}
      aria-label={label}
      aria-invalid={error === undefined ? undefined : 'true'}
      {...describedBy(props)}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    >
      <option value="">{empty}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

/** One of a list that is too long to lay out. */
export function ChoiceField(props: ChoiceFieldProps): ReactElement {
  const { id, label, value, options, empty, hint, error, speaks, onChange } = props;
  const index = options.findIndex((option) => option.value === value);
  const shown = options[index]?.text ?? empty;
  return (
    <Field id={id} label={label} hint={hint} error={error} speaks={speaks}>
      {process.env.TARO_ENV === 'h5' ? (
        <BrowserChoice {...props} />
      ) : (
        <Picker
          mode="selector"
          range={options.map(({ text }) => text)}
          value={Math.max(0, index)}
          onChange={(event) => {
            const chosen = options[Number(event.detail.value)];
            if (chosen) onChange(chosen.value);
          }}
        >
          <View className="tap field__input field__day" {...ariaProps({ role: 'button', label: `${label}，${shown}` })}>
            <View>{shown}</View>
            <Icon name="chevron-down" size={20} />
          </View>
        </Picker>
      )}
    </Field>
  );
}
