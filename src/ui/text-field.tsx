import { Input } from '@tarojs/components';
import type { ReactElement } from 'react';
import { toNextField } from '../platform/keyboard';
import { describedBy, Field } from './field';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** Which keyboard; `secret`: nobody beside reads along. */
  readonly keys?: 'text' | 'digits' | 'secret';
  readonly mark?: string;
  readonly hint?: string;
  readonly error?: string;
  /** As of `Field`. */
  readonly speaks?: boolean;
  /** What the browser may fill in by itself. */
  readonly autocomplete?: 'name' | 'tel' | 'organization';
  /** Set to bring the keyboard to it. */
  readonly focus?: boolean;
  readonly onChange: (value: string) => void;
  /** The field was left with this in it. */
  readonly onLeave?: (value: string) => void;
}

const browser = process.env.TARO_ENV === 'h5';

/** The browser's own field lies within Taro's, and is the one that a screen reader finds. */
function nativeOf(props: TextFieldProps): Record<string, unknown> {
  const { label, error, keys, autocomplete } = props;
  return {
    ...describedBy(props),
    autoComplete: autocomplete ?? 'off',
    'aria-label': label,
    'aria-invalid': error === undefined ? undefined : 'true',
    inputMode: keys === 'digits' ? 'tel' : undefined,
  };
}

/** One line of text. */
export function TextField(props: TextFieldProps): ReactElement {
  const {
    id,
    label,
    value,
    maxLength,
    keys = 'text',
    mark,
    hint,
    error,
    speaks,
    focus = false,
    onChange,
    onLeave,
  } = props;
  return (
    <Field id={id} label={label} mark={mark} hint={hint} error={error} speaks={speaks}>
      <Input
        className="field__input"
        // WeChat's number keys; a browser would drop what is pasted with a plus or spaces.
        type={keys === 'digits' && !browser ? 'number' : 'text'}
        password={keys === 'secret'}
        value={value}
        maxlength={maxLength}
        focus={focus}
        confirmType="next"
        onConfirm={toNextField}
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
