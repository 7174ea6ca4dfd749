import { Input } from '@tarojs/components';
import type { ReactElement } from 'react';
import { Field } from './field';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** Which keyboard. */
  readonly keys?: 'text' | 'digits';
  readonly mark?: string;
  readonly hint?: string;
  readonly error?: string;
  /** Set to bring the keyboard to it. */
  readonly focus?: boolean;
  readonly onChange: (value: string) => void;
  /** The field was left with this in it. */
  readonly onLeave?: (value: string) => void;
}

const browser = process.env.TARO_ENV === 'h5';

/** The browser's own field lies within Taro's, and is the one that a screen reader finds. */
function nativeOf({ label, error, keys }: TextFieldProps): Record<string, unknown> {
  return {
    'aria-label': label,
    'aria-invalid': error === undefined ? undefined : 'true',
    inputMode: keys === 'digits' ? 'tel' : undefined,
  };
}

/** One line of text. */
export function TextField(props: TextFieldProps): ReactElement {
  const { id, label, value, maxLength, keys = 'text', mark, hint, error, focus = false, onChange, onLeave } = props;
  return (
    <Field id={id} label={label} mark={mark} hint={hint} error={error}>
      <Input
        className="field__input"
        // WeChat's number keys; a browser would drop what is pasted with a plus or spaces.
        type={keys === 'digits' && !browser ? 'number' : 'text'}
        value={value}
        maxlength={maxLength}
        focus={focus}
        {...(browser ? { nativeProps: nativeOf(props) } : { 'aria-label': label })}
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
