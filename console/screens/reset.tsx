/** An admin's link: its holder sets a new password and then signs in. */
import { App, Button, Skeleton } from 'antd';
import { type ReactElement, type SyntheticEvent, useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { consoleWords, refusalSentence } from '../../words/console';
import { invitationWords, passwordWords as words } from '../../words/console/sign-in';
import { API } from '../api';
import {
  findPasswordProblems,
  NewPasswordFields,
  type PasswordProblems,
  passwordSentence,
} from '../blocks/new-password';
import { refusalOf } from '../net/refusal';
import { useAct } from '../session/use-act';
import { useAsk } from '../session/use-ask';
import { Alone } from '../ui/alone';
import { Failed } from '../ui/page';
import { RefusalAlert } from '../ui/refusal-alert';

function ResetForm({ token, login }: { readonly token: string; readonly login: string }): ReactElement {
  const { act, busy, refusal } = useAct();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [typed, setTyped] = useState({ password: '', again: '' });
  const [problems, setProblems] = useState<PasswordProblems>({});

  async function reset(): Promise<void> {
    const found = findPasswordProblems(typed, login);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const answer = await act(API.resetPassword, { params: { token }, body: { password: typed.password } });
    if (answer?.ok === true) {
      void message.success(words.resetDone);
      void navigate('/sign-in', { replace: true });
      return;
    }
    const said = answer?.refusal.errors.flatMap(({ code }) => passwordSentence(code) ?? [])[0];
    if (said !== undefined) setProblems({ password: said });
  }

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(submitted: SyntheticEvent) => {
        submitted.preventDefault();
        void reset();
      }}
    >
      <p className="lead">{words.resetFor(login)}</p>
      <p className="quiet">{words.resetText}</p>
      {Object.keys(problems).length === 0 ? <RefusalAlert refusal={refusal} /> : null}
      <NewPasswordFields label={words.fresh} value={typed} problems={problems} onChange={setTyped} focus />
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {words.resetSubmit}
      </Button>
    </form>
  );
}

export function Reset(): ReactElement {
  const { token = '' } = useParams();
  const reset = useAsk(API.passwordReset, { params: { token } }, { once: true });
  useEffect(() => {
    document.title = consoleWords.app.pageTitle(words.resetTitle);
  }, []);
  const refusal = reset.isError ? refusalOf(reset.error) : null;
  return (
    <Alone title={words.resetTitle}>
      {reset.isPending ? (
        <div role="status" aria-label={words.loading}>
          <Skeleton active />
        </div>
      ) : null}
      {reset.data === undefined ? null : <ResetForm token={token} login={reset.data.login} />}
      {refusal === null ? null : refusal.code === 'reset-gone' || refusal.status === 404 ? (
        <div className="state" role="alert">
          <div className="state__title">{words.goneTitle}</div>
          <div className="quiet">{refusalSentence({ code: 'reset-gone' })}</div>
          <Link to="/sign-in">{invitationWords.toSignIn}</Link>
        </div>
      ) : (
        <Failed refusal={refusal} onRetry={() => void reset.refetch()} />
      )}
    </Alone>
  );
}
