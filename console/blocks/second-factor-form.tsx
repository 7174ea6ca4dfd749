import { Button, Input, Skeleton } from 'antd';
import { type ReactElement, type SyntheticEvent, useEffect, useState } from 'react';
import { secondFactorWords as words } from '../../words/console/sign-in';
import { API } from '../api';
import { useAct } from '../session/use-act';
import { CopyText } from '../ui/copy-text';
import { Field } from '../ui/field';
import { Failed } from '../ui/page';
import { QrPicture } from '../ui/qr-picture';
import { RefusalAlert } from '../ui/refusal-alert';

interface SecondFactorFormProps {
  readonly onBound: (recoveryCodes: readonly string[]) => void;
  /** Absent where nothing else can be done before. */
  readonly onLater?: (() => void) | undefined;
}

const CODE = /^\d{6}$/;

export function SecondFactorForm({ onBound, onLater }: SecondFactorFormProps): ReactElement {
  const { act: start, refusal: startRefusal } = useAct();
  const { act: confirm, busy, refusal } = useAct();
  const [factor, setFactor] = useState<{ readonly secret: string; readonly uri: string } | null>(null);
  const [turn, setTurn] = useState(0);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | undefined>();

  useEffect(() => {
    void start(API.startSecondFactor).then((answer) => {
      if (answer?.ok === true) setFactor(answer.value);
    });
  }, [start, turn]);

  async function bind(): Promise<void> {
    const digits = code.replace(/\s/g, '');
    setProblem(CODE.test(digits) ? undefined : words.codeBad);
    if (!CODE.test(digits)) return;
    const answer = await confirm(API.confirmSecondFactor, { body: { code: digits } });
    if (answer?.ok === true) onBound(answer.value.recoveryCodes);
    else if (answer !== null && answer.refusal.code !== 'network') setProblem(words.codeWrong);
  }

  if (startRefusal !== null) {
    return (
      <Failed
        refusal={startRefusal}
        onRetry={() => {
          setTurn(turn + 1);
        }}
      />
    );
  }
  if (factor === null) return <Skeleton active />;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(submitted: SyntheticEvent) => {
        submitted.preventDefault();
        void bind();
      }}
    >
      <p>{words.why}</p>
      <div className="factor">
        <QrPicture text={factor.uri} label={words.qr} />
      </div>
      <div>
        <p className="quiet">{words.secret}</p>
        <CopyText text={factor.secret} label={words.secret} />
      </div>
      {problem === undefined ? <RefusalAlert refusal={refusal} /> : null}
      <Field label={words.code} problem={problem}>
        {(aria) => (
          <Input
            {...aria}
            value={code}
            inputMode="numeric"
            autoComplete="one-time-code"
            onChange={({ target }) => {
              setCode(target.value);
            }}
          />
        )}
      </Field>
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {words.confirm}
      </Button>
      {onLater === undefined ? null : (
        <div>
          <Button type="link" onClick={onLater}>
            {words.later}
          </Button>
          <span className="quiet">{words.laterHint}</span>
        </div>
      )}
    </form>
  );
}
