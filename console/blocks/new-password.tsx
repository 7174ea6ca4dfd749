/** A new password, typed twice, and what is wrong with it before the server is asked. The server knows the common ones. */
import { Input } from 'antd';
import type { ReactElement } from 'react';
import { passwordWords as words } from '../../words/console/sign-in';
import { Field } from '../ui/field';

export interface NewPassword {
  readonly password: string;
  readonly again: string;
}

export type PasswordProblems = Partial<Record<keyof NewPassword, string>>;

const LEAST_PASSWORD = 10;

export function findPasswordProblems({ password, again }: NewPassword, login: string | null): PasswordProblems {
  const isShort = Array.from(password).length < LEAST_PASSWORD;
  const isLogin = login !== null && password.toLowerCase() === login.toLowerCase();
  return {
    ...(isLogin && { password: words.isLogin }),
    ...(isShort && { password: words.short }),
    ...(again !== password && { again: words.differs }),
  };
}

const OF_SERVER: Readonly<Record<string, string>> = {
  'too-short': words.short,
  'too-common': words.common,
  'common-password': words.common,
  'password-is-login': words.isLogin,
};

/** The server's sentence about a password; `undefined`: it says nothing of it. */
export const passwordSentence = (code: string): string | undefined => OF_SERVER[code];

interface NewPasswordFieldsProps {
  readonly value: NewPassword;
  readonly problems: PasswordProblems;
  readonly onChange: (value: NewPassword) => void;
  readonly label: string;
  readonly focus?: boolean;
}

export function NewPasswordFields({
  value,
  problems,
  onChange,
  label,
  focus = false,
}: NewPasswordFieldsProps): ReactElement {
  return (
    <>
      <Field label={label} hint={words.hint} problem={problems.password}>
        {(aria) => (
          <Input.Password
            {...aria}
            autoFocus={focus}
            autoComplete="new-password"
            value={value.password}
            onChange={({ target }) => {
              onChange({ ...value, password: target.value });
            }}
          />
        )}
      </Field>
      <Field label={words.again} problem={problems.again}>
        {(aria) => (
          <Input.Password
            {...aria}
            autoComplete="new-password"
            value={value.again}
            onChange={({ target }) => {
              onChange({ ...value, again: target.value });
            }}
          />
        )}
      </Field>
    </>
  );
}
