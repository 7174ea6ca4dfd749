import { App, Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { cancelWords as words } from '../../../words/console/events';
import { API } from '../../api';
import type { StaffEvent } from '../../net/answers';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { Field } from '../../ui/field';
import { RefusalAlert } from '../../ui/refusal-alert';
import { useReturnFocus } from '../../ui/use-return-focus';

const MOST = 200;

/** Says whom it reaches before it asks for the reason (rule E5). */
export function CancelDialog({
  event,
  onClose,
}: {
  readonly event: StaffEvent;
  readonly onClose: () => void;
}): ReactElement {
  useReturnFocus();
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const people = event.counts?.parties ?? 0;

  async function cancel(): Promise<void> {
    const text = reason.trim();
    setProblem(text === '' ? words.reasonRequired : undefined);
    if (text === '') return;
    const answer = await act(API.cancelEvent, {
      params: { org, id: event.id },
      rev: event.rev,
      body: { reason: text },
    });
    if (answer?.ok !== true) return;
    void message.success(words.done(answer.value.told));
    onClose();
  }

  return (
    <Modal
      open
      title={words.title}
      okText={words.submit}
      okButtonProps={{ danger: true }}
      cancelText={words.keep}
      confirmLoading={busy}
      onOk={() => void cancel()}
      onCancel={onClose}
    >
      <div className="stack">
        <p>
          {words.tells(people)}
          {words.final}
        </p>
        <RefusalAlert refusal={refusal} />
        <Field label={words.reason} hint={words.reasonHint} problem={problem}>
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
