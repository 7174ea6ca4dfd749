/** What a superior may do with an event that citizens see: suspend it while it is looked into, and end that. */
import { App, Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { consoleWords } from '../../../words/console';
import { suspendWords as words } from '../../../words/console/events';
import { API } from '../../api';
import { type StaffEvent, standingOf } from '../../net/answers';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { RefusalAlert } from '../../ui/refusal-alert';
import { ReasonDialog } from './reason-dialog';

export function SuperiorActs({ event }: { readonly event: StaffEvent }): ReactElement | null {
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const { message, modal } = App.useApp();
  const [asking, setAsking] = useState(false);
  const { id, rev, published } = event;
  if (published === null || standingOf(event) === 'cancelled') return null;
  const sent = { params: { org, id }, rev };

  async function suspend(reason: string): Promise<void> {
    const answer = await act(API.suspendEvent, { ...sent, body: { reason } });
    if (answer?.ok !== true) return;
    void message.success(words.done);
    setAsking(false);
  }

  function resume(): void {
    modal.confirm({
      title: words.resumeTitle,
      content: words.resumeText,
      okText: words.resume,
      cancelText: consoleWords.do.cancel,
      onOk: async () => {
        const answer = await act(API.resumeEvent, { ...sent, body: {} });
        if (answer?.ok === true) void message.success(words.resumed);
      },
    });
  }

  return (
    <div className="stack stack--tight">
      {asking ? null : <RefusalAlert refusal={refusal} />}
      {published.suspended ? (
        <>
          <p>{words.isSuspended}</p>
          <div>
            <Button type="primary" loading={busy} onClick={resume}>
              {words.resume}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button
            danger
            onClick={() => {
              setAsking(true);
            }}
          >
            {words.suspend}
          </Button>
        </div>
      )}
      {asking ? (
        <ReasonDialog
          title={words.title}
          text={words.text}
          label={words.reason}
          hint={words.reasonHint}
          required={words.reasonRequired}
          submit={words.submit}
          keep={words.keep}
          busy={busy}
          refusal={refusal}
          onSubmit={(reason) => void suspend(reason)}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </div>
  );
}
