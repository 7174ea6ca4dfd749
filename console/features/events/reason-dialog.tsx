import { Input, Modal } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { Refusal } from '../../net/refusal';
import { Field } from '../../ui/field';
import { RefusalAlert } from '../../ui/refusal-alert';
import { useReturnFocus } from '../../ui/use-return-focus';

const MOST = 200;

interface ReasonDialogProps {
  readonly title: string;
  /** What it brings about. */
  readonly text: ReactNode;
  readonly label: string;
  readonly hint: string;
  readonly required: string;
  readonly submit: string;
  readonly keep: string;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly onSubmit: (reason: string) => void;
  readonly onClose: () => void;
}

/** Says what an act does to citizens, and asks for the reason before it is done. */
export function ReasonDialog(props: ReasonDialogProps): ReactElement {
  useReturnFocus();
  const { title, text, label, hint, required, submit, keep, busy, refusal, onSubmit, onClose } = props;
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | undefined>();

  function send(): void {
    const said = reason.trim();
    setProblem(said === '' ? required : undefined);
    if (said !== '') onSubmit(said);
  }

  return (
    <Modal
      open
      title={title}
      okText={submit}
      okButtonProps={{ danger: true }}
      cancelText={keep}
      confirmLoading={busy}
      onOk={send}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{text}</p>
        <RefusalAlert refusal={refusal} />
        <Field label={label} hint={hint} problem={problem}>
          {(aria) => (
            <Input.TextArea
              {...aria}
              autoFocus
              rows={3}
              maxLength={MOST}
              value={reason}
              onChange={({ target }) => {
                setReason(target.value);
              }}
            />
          )}
        </Field>
      </div>
    </Modal>
  );
}
