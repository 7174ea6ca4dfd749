import { App, Button } from 'antd';
import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { CampaignSummary, ProgrammeItem } from '../../../domain/campaign/campaign';
import { conflictWords, editorWords as words, eventFields, fieldSentence } from '../../../words/console/editor';
import { emptyForm } from '../../blocks/event-form';
import { ConflictDialog } from '../../blocks/conflict-dialog';
import { PhonePreview } from '../../blocks/phone-preview';
import { type StaffEvent, standingOf } from '../../net/answers';
import { useOrganisation } from '../../session/organisation';
import { useSession } from '../../session/session';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { Page } from '../../ui/page';
import { RefusalAlert } from '../../ui/refusal-alert';
import { StateTag } from '../../ui/state-tag';
import { ToFix } from '../../ui/to-fix';
import { EditorNotices } from './editor-notices';
import { factsFor, findInForm, hinderSaving, sentencesOf } from './form-problems';
import { SignUpSection, WhatSection, WhenSection, WhereSection, WhoSection } from './form-sections';
import { useEditor } from './use-editor';
import { type Published, useSaving } from './use-saving';

interface EditorFormProps {
  readonly event: StaffEvent | null;
  readonly campaign: CampaignSummary;
  readonly programme: readonly ProgrammeItem[];
}

/** Said as it is typed; the rest is said once somebody wants to publish. */
const SAID_AT_ONCE = new Set(['fee-not-allowed', 'too-long', 'phone', 'coordinates-swapped']);

function doneWords({ isSubmitted, isUrgentShown }: Published): string {
  if (isSubmitted) return isUrgentShown ? words.submittedBesideUrgent : words.submitted;
  return isUrgentShown ? words.urgentPublished : words.published;
}

export function EditorForm({ event, campaign, programme }: EditorFormProps): ReactElement {
  const organisation = useOrganisation();
  const { me } = useSession();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const empty = useMemo(() => emptyForm(campaign.id, organisation.region, organisation.name), [campaign, organisation]);
  const editing = useEditor(`event/${me?.member.id ?? ''}/${organisation.id}/${event?.id ?? 'new'}`, event, empty);
  const saving = useSaving(editing, event);
  const [wantsToPublish, setWantsToPublish] = useState(false);
  const [turn, setTurn] = useState(0);
  const { form } = editing;
  const item = programme.find(({ id }) => id === form.programmeId);

  const findings = useMemo(() => findInForm(form, factsFor(campaign, item)), [form, campaign, item]);
  const shown = wantsToPublish
    ? findings.problems
    : [...findings.problems.filter(({ code }) => SAID_AT_ONCE.has(code)), ...hinderSaving(form, findings.problems)];
  const problems = sentencesOf(form, [...(saving.refusal?.errors ?? []), ...shown]);
  const warnings = sentencesOf(form, findings.warnings);
  const count = Object.keys(problems).length;

  const lastTurn = useRef(0);
  useEffect(() => {
    if (turn !== lastTurn.current) focusFirstProblem();
    lastTurn.current = turn;
  }, [turn]);

  const save = useCallback(async (): Promise<void> => {
    if (hinderSaving(form, findings.problems).length > 0) {
      setTurn((before) => before + 1);
      return;
    }
    const written = await saving.save();
    if (written === null) return;
    void message.success(words.saved);
    if (event === null) void navigate(`/o/${organisation.id}/events/${written.id}/edit`, { replace: true });
  }, [form, findings, saving, message, event, navigate, organisation]);

  async function publish(): Promise<void> {
    setWantsToPublish(true);
    if (findings.problems.length > 0) {
      setTurn(turn + 1);
      return;
    }
    const done = await saving.publish();
    if (done === null) return;
    setWantsToPublish(false);
    if (done.warnings.length > 0) {
      const lines = done.warnings.map(({ path, code }) => fieldSentence(path, code, false));
      void message.warning(`${words.warningsTitle}${lines.join('')}`);
    } else void message.success(doneWords(done));
  }

  const section = { form, problems, warnings, change: editing.change };
  const isShown = (event?.published ?? null) !== null;
  const publishLabel = event?.approval === 'needed' ? words.submit : isShown ? words.publishChange : words.publish;
  const isDone = event !== null && !editing.isDirty && ['published', 'submitted'].includes(event.state);
  return (
    <Page
      title={event === null ? words.titleNew : words.title}
      lead={
        <>
          {event === null ? null : <StateTag state={standingOf(event)} />}
          <span role="status">{editing.isDirty ? words.unsaved : event === null ? '' : words.allSaved}</span>
          <Link to={`/o/${organisation.id}/events`}>{words.back}</Link>
        </>
      }
      action={
        <>
          <Button
            loading={saving.busy}
            disabled={!editing.isDirty}
            onClick={() => void save()}
            type={event === null ? 'primary' : 'default'}
          >
            {words.save}
          </Button>
          {event === null ? null : (
            <Button type="primary" loading={saving.busy} disabled={isDone} onClick={() => void publish()}>
              {publishLabel}
            </Button>
          )}
        </>
      }
    >
      <EditorNotices event={event} editing={editing} isWaiting={saving.isWaiting} />
      {saving.refusal === null || saving.isWaiting ? null : <RefusalAlert refusal={saving.refusal} />}
      {wantsToPublish && count > 0 ? <ToFix text={words.toFix(count)} show={words.showFirst} /> : null}
      <div className="editor">
        <form
          className="editor__form card"
          noValidate
          aria-label={words.title}
          onSubmit={(submitted) => {
            submitted.preventDefault();
          }}
        >
          <WhatSection {...section} programme={programme} />
          <WhenSection {...section} />
          <WhereSection {...section} scope={organisation.region} />
          <WhoSection {...section} organisation={organisation.name} />
          <SignUpSection {...section} isWechatOn={me?.wechat === true} />
          {event === null ? <p className="quiet">{words.saveFirst}</p> : null}
        </form>
        <aside className="editor__preview">
          <div className="quiet">{words.preview}</div>
          <PhonePreview form={form} item={item} />
        </aside>
      </div>
      {saving.conflict === null ? null : (
        <ConflictDialog
          title={conflictWords.title}
          labelOf={(field) => eventFields[field] ?? field}
          fields={saving.conflict.fields}
          busy={saving.busy}
          onClose={saving.leaveConflict}
          onSettled={(choices) => {
            void saving.settleConflict(choices).then((written) => {
              if (written !== null) void message.success(words.saved);
            });
          }}
        />
      )}
    </Page>
  );
}
