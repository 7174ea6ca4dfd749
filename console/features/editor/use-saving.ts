/** Saving and publishing: a lost network waits and tries again, a change by somebody else is asked about. */
import { useCallback, useState } from 'react';
import { isUrgentDifference } from '../../../domain/event/approval';
import type { FieldError } from '../../../domain/problem/field-error';
import { API } from '../../api';
import { type Choices, type ConflictField, findConflicts, settle } from '../../blocks/event-diff';
import { bodyOf, contentOf, formOf, type EventForm } from '../../blocks/event-form';
import type { EventActed, StaffEvent } from '../../net/answers';
import type { Answer } from '../../net/call';
import type { Refusal } from '../../net/refusal';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { useAgainOnline } from '../../session/use-again-online';
import { useSession } from '../../session/session';
import type { Editing } from './use-editor';

interface Conflict {
  readonly fields: readonly ConflictField[];
  readonly theirs: StaffEvent;
}

export interface Published {
  readonly warnings: readonly FieldError[];
  /** It waits for the superior. */
  readonly isSubmitted: boolean;
  /** What never waits is published already. */
  readonly isUrgentShown: boolean;
}

export interface Saving {
  /** `null`: not saved; the reason is in `refusal` or `conflict`. */
  readonly save: () => Promise<StaffEvent | null>;
  readonly publish: () => Promise<Published | null>;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly isWaiting: boolean;
  readonly conflict: Conflict | null;
  readonly settleConflict: (choices: Choices) => Promise<StaffEvent | null>;
  readonly leaveConflict: () => void;
}

const CHANGED = 'event-changed';

export function useSaving(editing: Editing, event: StaffEvent | null): Saving {
  const { id: org } = useOrganisation();
  const { ask } = useSession();
  const { act, busy, refusal } = useAct();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const { id, form, base, rev, isDirty, saved, rebase } = editing;

  const askWhatChanged = useCallback(
    async (mine: EventForm): Promise<void> => {
      const now = await ask(API.event, { params: { org, id } });
      if (!now.ok) return;
      const fields = findConflicts(bodyOf(base), bodyOf(mine), bodyOf(formOf(now.value)));
      if (fields.length === 0) rebase(now.value, mine);
      else setConflict({ fields, theirs: now.value });
    },
    [ask, org, id, base, rebase],
  );

  const saveOver = useCallback(
    async (mine: EventForm, seen: number | null): Promise<StaffEvent | null> => {
      const answer =
        seen === null
          ? await act(API.createEvent, { params: { org }, body: { id, ...bodyOf(mine) } })
          : await act(API.saveEvent, { params: { org, id }, rev: seen, body: bodyOf(mine) });
      if (answer === null) return null;
      setWaiting(!answer.ok && answer.refusal.code === 'network');
      if (answer.ok) {
        saved(answer.value, mine);
        setConflict(null);
        return answer.value;
      }
      if (answer.refusal.code === CHANGED) await askWhatChanged(mine);
      return null;
    },
    [act, org, id, saved, askWhatChanged],
  );

  const save = useCallback(() => saveOver(form, rev), [saveOver, form, rev]);

  const publish = useCallback(async (): Promise<Published | null> => {
    let seen = isDirty || event === null ? await saveOver(form, rev) : event;
    if (seen === null) return null;
    const isAsked = seen.approval === 'needed';
    const isUrgentShown = isAsked && seen.published !== null && seen.changes.some(isUrgentDifference);
    const steps = isAsked ? [...(isUrgentShown ? [API.publishEvent] : []), API.submitEvent] : [API.publishEvent];
    let warnings: readonly FieldError[] = [];
    for (const step of steps) {
      // What never waits was all of it.
      if (step === API.submitEvent && seen.state === 'published') break;
      const answer: Answer<EventActed> | null = await act(step, { params: { org, id }, rev: seen.rev });
      if (answer?.ok !== true) {
        if (answer?.refusal.code === CHANGED) await askWhatChanged(form);
        return null;
      }
      seen = answer.value.event;
      warnings = [...warnings, ...(answer.value.warnings ?? [])];
      saved(seen, form);
    }
    return { warnings, isSubmitted: seen.state === 'submitted', isUrgentShown };
  }, [isDirty, event, saveOver, form, rev, act, org, id, saved, askWhatChanged]);

  const settleConflict = useCallback(
    async (choices: Choices): Promise<StaffEvent | null> => {
      if (conflict === null) return null;
      const { theirs, fields } = conflict;
      const settled = formOf(contentOf(settle(bodyOf(form), fields, choices)));
      rebase(theirs, settled);
      setConflict(null);
      return saveOver(settled, theirs.rev);
    },
    [conflict, form, rebase, saveOver],
  );

  useAgainOnline(isWaiting, save);

  const leaveConflict = useCallback(() => {
    setConflict(null);
  }, []);
  return {
    ...{ save, publish, busy, isWaiting, conflict, settleConflict, leaveConflict },
    refusal: refusal?.code === CHANGED ? null : refusal,
  };
}
