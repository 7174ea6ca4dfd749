/** One report: read with the way to the person (audited), looked into, answered (F7). */
import { Alert, App, Button, Drawer, Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { REPORT_STATES, type ReportState } from '../../../domain/report-fee/report';
import { consoleWords } from '../../../words/console';
import { momentText } from '../../../words/console/dates';
import { reportsWords as words } from '../../../words/console/reports';
import { API } from '../../api';
import { REPORTS_API } from '../../api-reports';
import { now } from '../../clock';
import type { OpenedReport } from '../../net/answers';
import { refusalOf } from '../../net/refusal';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { useAsk } from '../../session/use-ask';
import { Facts } from '../../ui/facts';
import { Field } from '../../ui/field';
import { Failed, Loading } from '../../ui/page';
import { RefusalAlert } from '../../ui/refusal-alert';
import { useReturnFocus } from '../../ui/use-return-focus';

/** The event itself: it stays visible, marked, and keeps its sign-ups. */
function Suspension({ event }: { readonly event: NonNullable<OpenedReport['event']> }): ReactElement {
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const { message, modal } = App.useApp();
  const [suspended, setSuspended] = useState(event.suspended);

  async function change(next: boolean): Promise<void> {
    const sent = { params: { org, id: event.id }, body: { reason: words.kinds.fee } };
    const answer = await act(next ? API.suspendEvent : API.resumeEvent, sent);
    if (answer?.ok !== true) return;
    setSuspended(next);
    void message.success(next ? words.suspended : words.resumed);
  }
  return (
    <>
      <RefusalAlert refusal={refusal} />
      {suspended ? <Alert type="warning" showIcon title={words.isSuspended} /> : null}
      <Button
        loading={busy}
        onClick={() => {
          if (suspended) void change(false);
          else void modal.confirm({ title: words.suspend, content: words.suspendAsk, onOk: () => change(true) });
        }}
      >
        {suspended ? words.resume : words.suspend}
      </Button>
    </>
  );
}

function Answer({ report, onSaved }: { readonly report: OpenedReport; readonly onSaved: () => void }): ReactElement {
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const { message } = App.useApp();
  const [state, setState] = useState<ReportState>(report.state === 'received' ? 'checking' : report.state);
  const [said, setSaid] = useState(report.words);
  const [tried, setTried] = useState(false);
  if (report.state === 'handled')
    return <Alert type="info" showIcon title={words.handled} description={report.words} />;
  const isMissing = state === 'handled' && said.trim() === '';

  async function save(): Promise<void> {
    setTried(true);
    if (isMissing) return;
    const answer = await act(REPORTS_API.stepReport, {
      params: { org, id: report.id },
      body: { state, words: said.trim() },
    });
    if (answer?.ok !== true) return;
    void message.success(words.saved);
    onSaved();
  }
  return (
    <>
      <RefusalAlert refusal={refusal} />
      <Field label={words.next}>
        {(aria) => (
          <Select<ReportState>
            {...aria}
            value={state}
            options={REPORT_STATES.filter((each) => each !== 'received').map((value) => ({
              value,
              label: words.states[value],
            }))}
            onChange={setState}
          />
        )}
      </Field>
      <Field label={words.words} hint={words.wordsHint} problem={tried && isMissing ? words.wordsRequired : undefined}>
        {(aria) => (
          <Input.TextArea
            {...aria}
            rows={4}
            maxLength={300}
            value={said}
            onChange={({ target }) => {
              setSaid(target.value);
            }}
          />
        )}
      </Field>
      <Button type="primary" loading={busy} onClick={() => void save()}>
        {words.save}
      </Button>
    </>
  );
}

export function ReportPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactElement {
  useReturnFocus();
  const { id: org } = useOrganisation();
  const report = useAsk(REPORTS_API.openReport, { params: { org, id } }, { once: true });
  const shown = report.data;
  return (
    <Drawer open size="large" onClose={onClose} title={words.title} closable={{ 'aria-label': consoleWords.do.close }}>
      {report.isPending ? <Loading /> : null}
      {report.isError ? <Failed refusal={refusalOf(report.error)} onRetry={() => void report.refetch()} /> : null}
      {shown === undefined ? null : (
        <div className="stack">
          <Facts
            facts={[
              [words.what, shown.what],
              [words.sum, shown.sum === null ? null : words.yuan(shown.sum)],
              [words.event, shown.event?.title ?? words.noEvent],
              [words.organisation, shown.organisation?.name],
              [words.contact, shown.contact ?? words.noContact],
              [words.columns.at, momentText(shown.at, now())],
              [words.receipt, shown.receipt],
            ]}
          />
          {shown.event === null ? null : <Suspension event={shown.event} />}
          <Answer report={shown} onSaved={onClose} />
        </div>
      )}
    </Drawer>
  );
}
