import { App, Button, Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { passwordWords as words } from '../../../words/console/sign-in';
import { API } from '../../api';
import {
  findPasswordProblems,
  NewPasswordFields,
  type PasswordProblems,
  passwordSentence,
} from '../../blocks/new-password';
import { useAct } from '../../session/use-act';
import { Field } from '../../ui/field';
import { RefusalAlert } from '../../ui/refusal-alert';
import { useReturnFocus } from '../../ui/use-return-focus';

type Problems = PasswordProblems & { readonly current?: string };

function ChangeDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  useReturnFocus();
  const { act, busy, refusal } = useAct();
  const { message } = App.useApp();
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState({ password: '', again: '' });
  const [problems, setProblems] = useState<Problems>({});

  async function change(): Promise<void> {
    const found = {
      ...(current === '' && { current: words.currentRequired }),
      ...findPasswordProblems(typed, null),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const answer = await act(API.changePassword, { body: { password: current, next: typed.password } });
    if (answer === null) return;
    if (answer.ok) {
      void message.success(words.changed);
      onClose();
      return;
    }
    const { code, errors } = answer.refusal;
    const said = errors.flatMap((error) => passwordSentence(error.code) ?? [])[0];
    if (code === 'sign-in-failed') setProblems({ current: words.currentWrong });
    else if (said !== undefined) setProblems({ password: said });
  }

  return (
    <Modal
      open
      title={words.change}
      okText={words.change}
      confirmLoading={busy}
      onOk={() => void change()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="quiet">{words.changeText}</p>
        {Object.keys(problems).length === 0 ? <RefusalAlert refusal={refusal} /> : null}
        <Field label={words.current} problem={problems.current}>
          {(aria) => (
            <Input.Password
              {...aria}
              autoFocus
              autoComplete="current-password"
              value={current}
              onChange={({ target }) => {
                setCurrent(target.value);
              }}
            />
          )}
        </Field>
        <NewPasswordFields label={words.fresh} value={typed} problems={problems} onChange={setTyped} />
      </div>
    </Modal>
  );
}

export function Password(): ReactElement {
  const [changing, setChanging] = useState(false);
  return (
    <section className="card stack stack--tight" aria-label={words.password}>
      <h2 className="card__title">{words.password}</h2>
      <div>
        <Button
          onClick={() => {
            setChanging(true);
          }}
        >
          {words.change}
        </Button>
      </div>
      {changing ? (
        <ChangeDialog
          onClose={() => {
            setChanging(false);
          }}
        />
      ) : null}
    </section>
  );
}
