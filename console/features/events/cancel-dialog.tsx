import { App } from 'antd';
import type { ReactElement } from 'react';
import { cancelWords as words } from '../../../words/console/events';
import { API } from '../../api';
import type { StaffEvent } from '../../net/answers';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { ReasonDialog } from './reason-dialog';

interface CancelDialogProps {
  readonly event: StaffEvent;
  readonly onClose: () => void;
}

/** Says whom it reaches before it asks for the reason (rule E5). */
export function CancelDialog({ event, onClose }: CancelDialogProps): ReactElement {
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const { message } = App.useApp();

  async function cancel(reason: string): Promise<void> {
    const answer = await act(API.cancelEvent, { params: { org, id: event.id }, rev: event.rev, body: { reason } });
    if (answer?.ok !== true) return;
    void message.success(words.done(answer.value.told));
    onClose();
  }

  return (
    <ReasonDialog
      title={words.title}
      text={`${words.tells(event.counts?.parties ?? 0)}${words.final}`}
      label={words.reason}
      hint={words.reasonHint}
      required={words.reasonRequired}
      submit={words.submit}
      keep={words.keep}
      busy={busy}
      refusal={refusal}
      onSubmit={(reason) => void cancel(reason)}
      onClose={onClose}
    />
  );
}
