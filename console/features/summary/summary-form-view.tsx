/** Writing one's own summary: what the system knows is there already, the rest may stay empty (rule F2). */
import { Alert, App, Button } from 'antd';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { consoleWords } from '../../../words/console';
import { dayText } from '../../../words/console/dates';
import { summaryPathText, summaryWords as words } from '../../../words/console/summary';
import { SUMMARY_STATE_NAMES } from '../../../words/summary';
import { dayOf } from '../../../domain/time/time';
import { ConflictDialog } from '../../blocks/conflict-dialog';
import { FigureSection } from '../../blocks/figure-section';
import { now } from '../../clock';
import type { Summary } from '../../net/answers';
import { may, useOrganisation } from '../../session/organisation';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { Page } from '../../ui/page';
import { RefusalAlert } from '../../ui/refusal-alert';
import { ToFix } from '../../ui/to-fix';
import { CaseSection } from './case-section';
import { findProblems, sentencesOf } from './summary-form';
import { HandSection, TextSection } from './text-sections';
import { useSummary } from './use-summary';
import { Versions } from './versions';

const TONES = { draft: 'grey', submitted: 'gold', accepted: 'pine', returned: 'red' } as const;

/** Until when, and by which document (rule F4). */
function Deadline({ deadline }: Pick<Summary, 'deadline'>): ReactElement | null {
  if (deadline === null) return null;
  const { dueOn, documentNo, paragraph, daysLeft } = deadline;
  return (
    <span>
      {words.deadline(dayText(dueOn, dayOf(now())), `${documentNo} ${paragraph}`)} ·{' '}
      {daysLeft < 0 ? words.overdue : words.daysLeft(daysLeft)}
    </span>
  );
}

function lockedText(state: Summary['state'], isWriter: boolean): string | null {
  if (state === 'submitted' || state === 'accepted') return words.locked[state];
  return isWriter ? null : words.readOnly;
}

export function SummaryFormView({ summary }: { readonly summary: Summary }): ReactElement {
  const organisation = useOrganisation();
  const { message, modal } = App.useApp();
  const editing = useSummary(summary);
  const [tried, setTried] = useState(false);
  const [turn, setTurn] = useState(0);
  const { form, isDirty, busy, refusal, conflict } = editing;
  const { state, deadline, figures, campaign } = summary;
  const isWriter = may(organisation, 'summary:write');
  const locked = lockedText(state, isWriter);
  const found = findProblems(form);
  const problems = { ...sentencesOf(refusal?.errors ?? []), ...found };
  const count = Object.keys(problems).length;
  const lastTurn = useRef(0);
  useEffect(() => {
    if (turn !== lastTurn.current) focusFirstProblem();
    lastTurn.current = turn;
  }, [turn]);

  /** Whether it may go to the server; otherwise the first problem has the focus. */
  function isReady(): boolean {
    setTried(true);
    if (Object.keys(found).length === 0) return true;
    setTurn(turn + 1);
    return false;
  }

  const section = { form, problems: tried ? problems : {}, disabled: locked !== null, change: editing.change };

  async function save(): Promise<void> {
    if (!isReady()) return;
    if ((await editing.save()) !== null) void message.success(words.saved);
  }

  function submit(): void {
    if (!isReady()) return;
    const isLate = deadline !== null && deadline.daysLeft < 0;
    modal.confirm({
      title: words.submitTitle,
      content: `${words.submitText}${isLate ? words.submitLate : ''}`,
      okText: words.submit,
      cancelText: consoleWords.do.cancel,
      // The dialog closes first: the proof of identity has one of its own.
      onOk: () => {
        void editing.submit().then((done) => {
          if (done) void message.success(words.submitted);
        });
      },
    });
  }

  async function withdraw(): Promise<void> {
    if (await editing.withdraw()) void message.success(words.withdrawn);
  }

  return (
    <Page
      title={words.title}
      lead={
        <>
          <span className={`tag tag--${TONES[state]}`}>{SUMMARY_STATE_NAMES[state]}</span>
          <span role="status">{locked === null ? (isDirty ? words.unsaved : words.allSaved) : ''}</span>
          <Deadline deadline={deadline} />
        </>
      }
      action={
        !isWriter || state === 'accepted' ? undefined : state === 'submitted' ? (
          <Button loading={busy} onClick={() => void withdraw()}>
            {words.withdraw}
          </Button>
        ) : (
          <>
            <Button loading={busy} disabled={!isDirty} onClick={() => void save()}>
              {words.save}
            </Button>
            <Button type="primary" loading={busy} onClick={submit}>
              {words.submit}
            </Button>
          </>
        )
      }
    >
      {editing.isWaiting ? <Alert type="warning" showIcon role="alert" title={words.keptHere} /> : null}
      {editing.isUnkept ? <Alert type="error" showIcon role="alert" title={words.notKept} /> : null}
      {editing.wasRestored ? <Alert type="info" showIcon role="status" title={words.restored} /> : null}
      {state === 'returned' && summary.reason !== null ? (
        <Alert type="warning" showIcon role="status" title={words.returned(summary.reason)} />
      ) : null}
      {locked === null ? null : <Alert type="info" showIcon role="note" title={locked} />}
      {refusal === null || editing.isWaiting ? null : <RefusalAlert refusal={refusal} />}
      {tried && count > 0 ? <ToFix text={words.toFix(count)} show={words.showFirst} /> : null}
      <FigureSection figures={figures} />
      <TextSection {...section} />
      <HandSection {...section} />
      <CaseSection {...section} campaign={campaign.id} paragraphs={figures.paragraphs} />
      <Versions summary={summary} />
      {conflict === null ? null : (
        <ConflictDialog
          title={words.conflict}
          labelOf={(field) => summaryPathText(field, figures.paragraphs)}
          fields={conflict.fields}
          busy={busy}
          onClose={editing.leaveConflict}
          onSettled={(choices) => {
            void editing.settleConflict(choices).then((written) => {
              if (written !== null) void message.success(words.saved);
            });
          }}
        />
      )}
    </Page>
  );
}
