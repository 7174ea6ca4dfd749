import { App, Button, Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { cloneWords as words } from '../../../words/console/events';
import { API } from '../../api';
import type { StaffEvent } from '../../net/answers';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { Field } from '../../ui/field';
import { RefusalAlert } from '../../ui/refusal-alert';
import { useReturnFocus } from '../../ui/use-return-focus';

const MOST_DATES = 20;

/** New drafts of the same event on other days (rule E3). */
export function CloneDialog({
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
  const [dates, setDates] = useState<readonly string[]>(['']);
  const [problem, setProblem] = useState<string | undefined>();

  async function clone(): Promise<void> {
    const chosen = [...new Set(dates.filter((date) => date !== ''))].sort();
    setProblem(chosen.length === 0 ? words.required : undefined);
    if (chosen.length === 0) return;
    const answer = await act(API.cloneEvent, { params: { org, id: event.id }, body: { dates: chosen } });
    if (answer?.ok !== true) return;
    void message.success(words.done(answer.value.events.length));
    onClose();
  }

  return (
    <Modal
      open
      title={words.title}
      okText={words.submit}
      confirmLoading={busy}
      onOk={() => void clone()}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{words.text}</p>
        <RefusalAlert refusal={refusal} />
        <Field label={words.dates} hint={words.datesHint} problem={problem} group>
          {() => (
            <div className="stack stack--tight">
              {dates.map((date, index) => (
                // The place in the list is all that tells two empty dates apart.
                <div key={index} className="copy">
                  <Input
                    type="date"
                    aria-label={words.date(index + 1)}
                    value={date}
                    onChange={({ target }) => {
                      setDates(dates.map((each, nth) => (nth === index ? target.value : each)));
                    }}
                  />
                  {dates.length === 1 ? null : (
                    <Button
                      aria-label={words.drop(index + 1)}
                      onClick={() => {
                        setDates(dates.filter((_, nth) => nth !== index));
                      }}
                    >
                      ×
                    </Button>
                  )}
                </div>
              ))}
              {dates.length < MOST_DATES ? (
                <Button
                  type="dashed"
                  onClick={() => {
                    setDates([...dates, '']);
                  }}
                >
                  {words.add}
                </Button>
              ) : null}
            </div>
          )}
        </Field>
      </div>
    </Modal>
  );
}
