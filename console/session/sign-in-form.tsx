/** Login and password, then a code where the server asks for one. */
import { Alert, Button, Input, type InputRef } from 'antd';
import { type ReactElement, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { refusalSentence } from '../../words/console';
import { signInWords as words } from '../../words/console/sign-in';
import { API } from '../api';
import type { Me } from '../net/answers';
import { call } from '../net/call';
import { Field } from '../ui/field';

interface SignInFormProps {
  readonly submit: string;
  readonly onSignedIn: (me: Me) => void;
}

interface Problems {
  readonly login?: string;
  readonly password?: string;
  readonly code?: string;
  readonly all?: string;
}

interface Typed {
  readonly login: string;
  readonly password: string;
  readonly code: string;
}

function findProblems({ login, password, code }: Typed, asksCode: boolean): Problems | null {
  if (asksCode) return code === '' ? { code: words.codeRequired } : null;
  const problems = {
    ...(login === '' && { login: words.loginRequired }),
    ...(password === '' && { password: words.passwordRequired }),
  };
  return Object.keys(problems).length === 0 ? null : problems;
}

export function SignInForm({ submit, onSignedIn }: SignInFormProps): ReactElement {
  const [typed, setTyped] = useState<Typed>({ login: '', password: '', code: '' });
  const [asksCode, setAsksCode] = useState(false);
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const first = useRef<InputRef>(null);
  useEffect(() => {
    first.current?.focus();
  }, [asksCode]);

  const input = (name: keyof Typed): { value: string; onChange: (changed: { target: { value: string } }) => void } => ({
    value: typed[name],
    onChange: ({ target }) => {
      setTyped((before) => ({ ...before, [name]: target.value }));
    },
  });

  async function signIn(): Promise<void> {
    const { login, password, code } = { ...typed, login: typed.login.trim(), code: typed.code.replace(/\s/g, '') };
    const found = findProblems({ login, password, code }, asksCode);
    setProblems(found ?? {});
    if (found !== null) return;
    setBusy(true);
    const answer = await call(API.signIn, { body: { login, password, ...(asksCode && { code }) } });
    setBusy(false);
    if (answer.ok) onSignedIn(answer.value);
    else if (answer.refusal.code === 'code-required') setAsksCode(true);
    else setProblems({ all: refusalSentence(answer.refusal) });
  }

  function onSubmit(submitted: SyntheticEvent): void {
    submitted.preventDefault();
    void signIn();
  }

  const alert = problems.all === undefined ? null : <Alert type="error" showIcon title={problems.all} role="alert" />;
  if (asksCode) {
    return (
      <form onSubmit={onSubmit} noValidate className="stack">
        {alert}
        <Field label={words.code} hint={words.codeHint} problem={problems.code}>
          {(aria) => <Input {...aria} {...input('code')} ref={first} size="large" autoComplete="one-time-code" />}
        </Field>
        <Button type="primary" size="large" htmlType="submit" block loading={busy}>
          {words.codeSubmit}
        </Button>
        <Button
          type="link"
          onClick={() => {
            setAsksCode(false);
            setProblems({});
            setTyped({ login: '', password: '', code: '' });
          }}
        >
          {words.otherLogin}
        </Button>
      </form>
    );
  }
  return (
    <form onSubmit={onSubmit} noValidate className="stack">
      {alert}
      <Field label={words.login} problem={problems.login}>
        {(aria) => <Input {...aria} {...input('login')} ref={first} size="large" autoComplete="username" />}
      </Field>
      <Field label={words.password} problem={problems.password}>
        {(aria) => <Input.Password {...aria} {...input('password')} size="large" autoComplete="current-password" />}
      </Field>
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {submit}
      </Button>
    </form>
  );
}
