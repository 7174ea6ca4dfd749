import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { consoleWords } from '../../words/console';
import type { Refusal } from '../net/refusal';
import { Field } from '../ui/field';
import { RefusalAlert } from '../ui/refusal-alert';

interface DecisionWords {
  readonly approve: string;
  readonly return: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly reasonRequired: string;
  readonly returnSubmit: string;
}

interface DecisionProps {
  readonly words: DecisionWords;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly onApprove: () => void;
  readonly onReturn: (reason: string) => void;
}

/** Yes, or back with a reason: what a superior says of what was handed in. */
export function Decision({ words, busy, refusal, onApprove, onReturn }: DecisionProps): ReactElement {
  const [reason, setReason] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | undefined>();

  function sendBack(): void {
    const text = (reason ?? '').trim();
    setProblem(text === '' ? words.reasonRequired : undefined);
    if (text !== '') onReturn(text);
  }

  return (
    <div className="stack stack--tight">
      <RefusalAlert refusal={refusal} />
      {reason === null ? (
        <div className="acts">
          <Button type="primary" loading={busy} onClick={onApprove}>
            {words.approve}
          </Button>
          <Button
            onClick={() => {
              setReason('');
            }}
          >
            {words.return}
          </Button>
        </div>
      ) : (
        <>
          <Field label={words.reason} hint={words.reasonHint} problem={problem}>
            {(aria) => (
              <Input.TextArea
                {...aria}
                autoFocus
                rows={3}
                maxLength={200}
                value={reason}
                onChange={({ target }) => {
                  setReason(target.value);
                }}
              />
            )}
          </Field>
          <div className="acts">
            <Button type="primary" danger loading={busy} onClick={sendBack}>
              {words.returnSubmit}
            </Button>
            <Button
              onClick={() => {
                setReason(null);
                setProblem(undefined);
              }}
            >
              {consoleWords.do.cancel}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
