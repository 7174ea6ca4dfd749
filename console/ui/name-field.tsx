/** The first line of a dialog that makes something: what it is to be called. */
import { Input } from 'antd';
import type { ReactElement } from 'react';
import { Field } from './field';

interface NameFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** Characters. */
  readonly most: number;
  /** What is said where it stays empty; `undefined`: nothing was tried yet. */
  readonly required: string | undefined;
  readonly onChange: (name: string) => void;
}

export function NameField({ label, hint, value, most, required, onChange }: NameFieldProps): ReactElement {
  return (
    <Field label={label} hint={hint} problem={value.trim() === '' ? required : undefined}>
      {(aria) => (
        <Input
          {...aria}
          autoFocus
          maxLength={most}
          value={value}
          onChange={({ target }) => {
            onChange(target.value);
          }}
        />
      )}
    </Field>
  );
}
