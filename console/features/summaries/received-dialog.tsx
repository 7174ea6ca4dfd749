import { App, Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { dayOf } from '../../../domain/time/time';
import { belowSummaryWords as words } from '../../../words/console/summary';
import { FIGURES_API } from '../../api-figures';
import { now } from '../../clock';
import type { SummaryBelow } from '../../net/answers';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { Field } from '../../ui/field';
import { RefusalAlert } from '../../ui/refusal-alert';
import { useReturnFocus } from '../../ui/use-return-focus';

interface ReceivedDialogProps {
  readonly campaign: string;
  readonly row: SummaryBelow;
  readonly onClose: () => void;
}

/** It came on paper: noted once, and nobody is asked to send it again (rule F5). */
export function ReceivedDialog({ campaign, row, onClose }: ReceivedDialogProps): ReactElement {
  useReturnFocus();
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const { message } = App.useApp();
  const today = dayOf(now());
  const [on, setOn] = useState(today);
  const [who, setWho] = useState('');
  const [tried, setTried] = useState(false);
  const missing = (value: string): string | undefined => (tried && value.trim() === '' ? words.required : undefined);

  async function note(): Promise<void> {
    setTried(true);
    if (on === '' || who.trim() === '') return;
    const params = { org, campaign, below: row.id };
    const answer = await act(FIGURES_API.receiveSummary, { params, body: { on, who: who.trim() } });
    if (answer?.ok !== true) return;
    void message.success(words.receivedDone);
    onClose();
  }

  return (
    <Modal
      open
      title={words.receivedTitle(row.name)}
      okText={words.received}
      confirmLoading={busy}
      onOk={() => void note()}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{words.receivedText}</p>
        <RefusalAlert refusal={refusal} />
        <Field label={words.receivedDay} problem={missing(on)}>
          {(aria) => (
            <Input
              {...aria}
              type="date"
              max={today}
              value={on}
              onChange={({ target }) => {
                setOn(target.value);
              }}
            />
          )}
        </Field>
        <Field label={words.receivedWho} problem={missing(who)}>
          {(aria) => (
            <Input
              {...aria}
              autoFocus
              maxLength={30}
              value={who}
              onChange={({ target }) => {
                setWho(target.value);
              }}
            />
          )}
        </Field>
      </div>
    </Modal>
  );
}
