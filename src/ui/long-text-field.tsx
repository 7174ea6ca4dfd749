import { Textarea } from '@tarojs/components';
import type { ReactElement } from 'react';
import { describedBy, Field } from './field';

interface LongTextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly mark?: string;
  readonly hint?: string;
  readonly error?: string;
  /** As of `Field`. */
  readonly speaks?: boolean;
  readonly onChange: (value: string) => void;
  /** The field was left with this in it. */
  readonly onLeave?: (value: string) => void;
}

const browser = process.env.TARO_ENV === 'h5';

/** Text of several lines; the field grows with it. */
export function LongTextField(props: LongTextFieldProps): ReactElement {
  const { id, label, value, maxLength, mark, hint, error, speaks, onChange, onLeave } = props;
  const native = {
    ...describedBy(props),
    'aria-label': label,
    'aria-invalid': error === undefined ? undefined : 'true',
  };
  return (
    <Field id={id} label={label} mark={mark} hint={hint} error={error} speaks={speaks}>
      <Textarea
        className="field__area"
        value={value}
        maxlength={maxLength}
        autoHeight
        {...(browser ? { nativeProps: native } : { 'aria-label': label })}
        onInput={(event) => {
          onChange(event.detail.value);
        }}
        onBlur={(event) => {
          onLeave?.(event.detail.value);
        }}
      />
    </Field>
  );
}
