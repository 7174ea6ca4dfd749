import { Button, Modal } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { Refusal } from '../net/refusal';
import { RefusalAlert } from '../ui/refusal-alert';
import { useReturnFocus } from '../ui/use-return-focus';

interface OnceDialogProps {
  readonly title: string;
  readonly submit: string;
  readonly done: string;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** The questions. */
  readonly children: ReactNode;
  /** What was made, shown this once; `null`: not made yet. */
  readonly made: ReactNode;
}

/** Asks, makes a secret, and shows it once: a tap beside the dialog must not lose it. */
export function OnceDialog(props: OnceDialogProps): ReactElement {
  useReturnFocus();
  const { title, submit, done, busy, refusal, onSubmit, onClose, children, made } = props;
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      mask={{ closable: made === null }}
      footer={
        made === null ? (
          <Button type="primary" loading={busy} onClick={onSubmit}>
            {submit}
          </Button>
        ) : (
          <Button type="primary" onClick={onClose}>
            {done}
          </Button>
        )
      }
    >
      {made === null ? (
        <div className="stack">
          <RefusalAlert refusal={refusal} />
          {children}
        </div>
      ) : (
        <div className="stack" role="status">
          {made}
        </div>
      )}
    </Modal>
  );
}
