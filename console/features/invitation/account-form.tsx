import { Button, Input } from 'antd';
import { type ReactElement, type SyntheticEvent, useState } from 'react';
import { consoleWords } from '../../../words/console';
import { invitationWords as words, passwordWords } from '../../../words/console/sign-in';
import { API } from '../../api';
import { NewPasswordFields } from '../../blocks/new-password';
import type { Me } from '../../net/answers';
import type { Refusal } from '../../net/refusal';
import { useAct } from '../../session/use-act';
import { Field } from '../../ui/field';
import { RefusalAlert } from '../../ui/refusal-alert';
import { type Account, type AccountProblems, findAccountProblems, problemsOf } from './account';

interface AccountFormProps {
  readonly token: string;
  readonly onAccepted: (me: Me) => void;
}

function problemsOfRefusal({ code, errors }: Refusal): AccountProblems {
  return code === 'login-taken' ? { login: consoleWords.refusals['login-taken'] ?? '' } : problemsOf(errors);
}

export function AccountForm({ token, onAccepted }: AccountFormProps): ReactElement {
  const [account, setAccount] = useState<Account>({ name: '', login: '', password: '', again: '' });
  const [problems, setProblems] = useState<AccountProblems>({});
  const { act, busy, refusal } = useAct();

  async function accept(): Promise<void> {
    const { password, again } = account;
    const name = account.name.trim();
    const login = account.login.trim();
    const found = findAccountProblems({ name, login, password, again });
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const answer = await act(API.acceptInvitation, { params: { token }, body: { name, login, password } });
    if (answer === null) return;
    if (answer.ok) onAccepted(answer.value);
    else setProblems(problemsOfRefusal(answer.refusal));
  }

  const input = (
    field: 'name' | 'login',
  ): { value: string; onChange: (changed: { target: { value: string } }) => void } => ({
    value: account[field],
    onChange: ({ target }) => {
      setAccount((before) => ({ ...before, [field]: target.value }));
    },
  });

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(submitted: SyntheticEvent) => {
        submitted.preventDefault();
        void accept();
      }}
    >
      {Object.keys(problems).length === 0 ? <RefusalAlert refusal={refusal} /> : null}
      <Field label={words.name} hint={words.nameHint} problem={problems.name}>
        {(aria) => <Input {...aria} {...input('name')} autoFocus autoComplete="name" maxLength={40} />}
      </Field>
      <Field label={words.login} hint={words.loginHint} problem={problems.login}>
        {(aria) => <Input {...aria} {...input('login')} autoComplete="username" maxLength={40} />}
      </Field>
      <NewPasswordFields
        label={passwordWords.password}
        value={account}
        problems={problems}
        onChange={({ password, again }) => {
          setAccount((before) => ({ ...before, password, again }));
        }}
      />
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {words.accept}
      </Button>
    </form>
  );
}
