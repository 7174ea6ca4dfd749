/** One summary in the editor: the form's values, the server's version, and the copy that this browser keeps meanwhile. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import * as v from 'valibot';
import { FIGURES_API } from '../../api-figures';
import { type Choices, type ConflictField, findConflicts, settle } from '../../blocks/event-diff';
import type { Summary } from '../../net/answers';
import type { Refusal } from '../../net/refusal';
import { keeper } from '../../session/kept';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { useAgainOnline } from '../../session/use-again-online';
import { useSession } from '../../session/session';
import { SummaryBodySchema } from '../../../domain/summary/summary-body';
import { bodyOf, formOf, isEqual, type SummaryForm, SummaryFormSchema } from './summary-form';

const KeptSchema = v.object({ edits: v.number(), form: SummaryFormSchema, base: SummaryFormSchema });

interface State {
  readonly form: SummaryForm;
  /** What the server had at `edits`, the version that the form was typed over. */
  readonly base: SummaryForm;
  readonly edits: number;
  readonly wasRestored: boolean;
}

interface Conflict {
  readonly fields: readonly ConflictField[];
  readonly theirs: Summary;
}

export interface Summarising {
  readonly form: SummaryForm;
  readonly isDirty: boolean;
  readonly wasRestored: boolean;
  readonly isUnkept: boolean;
  /** A save found no network and is tried again. */
  readonly isWaiting: boolean;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly conflict: Conflict | null;
  readonly change: (changed: Partial<SummaryForm>) => void;
  readonly save: () => Promise<Summary | null>;
  readonly submit: () => Promise<boolean>;
  readonly withdraw: () => Promise<boolean>;
  readonly settleConflict: (choices: Choices) => Promise<Summary | null>;
  readonly leaveConflict: () => void;
}

const CHANGED = 'summary-changed';

export function useSummary(summary: Summary): Summarising {
  const { id: org } = useOrganisation();
  const { me, ask } = useSession();
  const { act, busy, refusal } = useAct();
  const { id: campaign } = summary.campaign;
  const params = useMemo(() => ({ org, campaign }), [org, campaign]);
  const kept = useMemo(
    () => keeper(`summary/${me?.member.id ?? ''}/${org}/${campaign}`, KeptSchema),
    [me, org, campaign],
  );
  const [state, setState] = useState<State>(() => {
    const server = formOf(summary.body);
    const before = kept.read();
    return before === null || isEqual(before.form, server)
      ? { form: server, base: server, edits: summary.edits, wasRestored: false }
      : { ...before, wasRestored: true };
  });
  const [isUnkept, setUnkept] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const { form, base, edits } = state;
  const isDirty = !isEqual(form, base);

  useEffect(() => {
    if (isDirty) setUnkept(!kept.write({ edits, form, base }));
    else kept.erase();
  }, [kept, isDirty, edits, form, base]);

  // A newer reading is taken over where nothing was typed.
  useEffect(() => {
    setState((before) => {
      if (summary.edits <= before.edits || !isEqual(before.form, before.base)) return before;
      const server = formOf(summary.body);
      return { form: server, base: server, edits: summary.edits, wasRestored: false };
    });
  }, [summary]);

  const change = useCallback((changed: Partial<SummaryForm>) => {
    setState((before) => ({ ...before, form: { ...before.form, ...changed } }));
  }, []);

  const askWhatChanged = useCallback(
    async (mine: SummaryForm): Promise<void> => {
      const now = await ask(FIGURES_API.summary, { params });
      if (!now.ok) return;
      const fields = findConflicts(bodyOf(base), bodyOf(mine), bodyOf(formOf(now.value.body)));
      if (fields.length > 0) setConflict({ fields, theirs: now.value });
      else setState((before) => ({ ...before, base: formOf(now.value.body), edits: now.value.edits }));
    },
    [ask, params, base],
  );

  const saveOver = useCallback(
    async (mine: SummaryForm, seen: number): Promise<Summary | null> => {
      const answer = await act(FIGURES_API.saveSummary, { params, rev: seen, body: bodyOf(mine) });
      if (answer === null) return null;
      setWaiting(!answer.ok && answer.refusal.code === 'network');
      if (!answer.ok) {
        if (answer.refusal.code === CHANGED) await askWhatChanged(mine);
        return null;
      }
      const written = answer.value;
      const server = formOf(written.body);
      // What was typed while the save was under way stays.
      setState((before) => ({
        form: before.form === mine ? server : before.form,
        ...{ base: server, edits: written.edits, wasRestored: false },
      }));
      setConflict(null);
      return written;
    },
    [act, params, askWhatChanged],
  );
  const save = useCallback(() => saveOver(form, edits), [saveOver, form, edits]);

  const decide = useCallback(
    async (endpoint: typeof FIGURES_API.submitSummary, seen: number): Promise<boolean> => {
      const answer = await act(endpoint, { params, rev: seen });
      if (answer?.ok !== true) return false;
      setState((before) => ({ ...before, edits: answer.value.edits }));
      return true;
    },
    [act, params],
  );
  const submit = useCallback(async (): Promise<boolean> => {
    const written = isDirty ? await save() : { edits };
    return written !== null && decide(FIGURES_API.submitSummary, written.edits);
  }, [isDirty, save, edits, decide]);
  const withdraw = useCallback(() => decide(FIGURES_API.withdrawSummary, edits), [decide, edits]);

  const settleConflict = useCallback(
    async (choices: Choices): Promise<Summary | null> => {
      if (conflict === null) return null;
      const { theirs, fields } = conflict;
      const settled = formOf(v.parse(SummaryBodySchema, settle(bodyOf(form), fields, choices)));
      setState((before) => ({ ...before, form: settled, base: formOf(theirs.body), edits: theirs.edits }));
      setConflict(null);
      return saveOver(settled, theirs.edits);
    },
    [conflict, form, saveOver],
  );

  useAgainOnline(isWaiting, save);

  return {
    ...{ form, isDirty, wasRestored: state.wasRestored, isUnkept, isWaiting, busy, conflict },
    ...{ change, save, submit, withdraw, settleConflict },
    refusal: refusal?.code === CHANGED ? null : refusal,
    leaveConflict: useCallback(() => {
      setConflict(null);
    }, []),
  };
}
