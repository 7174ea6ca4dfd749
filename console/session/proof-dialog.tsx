import { Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { consoleWords, refusalSentence } from '../../words/console';
import { API } from '../api';
import { call } from '../net/call';
import { Field } from '../ui/field';
import { useReturnFocus } from '../ui/use-return-focus';

const CODE = /^\d{6}$/;

/** Asks for the password or a code before an act that needs a fresh proof. */
export function ProofDialog({ onDone }: { readonly onDone: (done: boolean) => void }): ReactElement {
  useReturnFocus();
  const words = consoleWords.proof;
  const [secret, setSecret] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);

  async function prove(): Promise<void> {
    if (secret === '') {
      setProblem(words.required);
      return;
    }
    setBusy(true);
    const answer = await call(API.prove, { body: CODE.test(secret) ? { code: secret } : { password: secret } });
    setBusy(false);
    if (answer.ok) onDone(true);
    else setProblem(answer.refusal.status === 401 ? words.failed : refusalSentence(answer.refusal));
  }

  return (
    <Modal
      open
      title={words.title}
      okText={words.confirm}
      cancelText={consoleWords.do.cancel}
      confirmLoading={busy}
      onOk={() => void prove()}
      onCancel={() => {
        onDone(false);
      }}
    >
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void prove();
        }}
      >
        <p className="quiet">{words.text}</p>
        <Field label={words.label} problem={problem}>
          {(aria) => (
            <Input.Password
              {...aria}
              autoFocus
              autoComplete="current-password"
              value={secret}
              onChange={({ target }) => {
                setSecret(target.value);
              }}
            />
          )}
        </Field>
      </form>
    </Modal>
  );
}
