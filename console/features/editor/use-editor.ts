/** One draft in the editor: the form's values, the server's version, and the copy that this browser keeps meanwhile. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import * as v from 'valibot';
import type { StaffEvent } from '../../net/answers';
import { keeper } from '../../session/kept';
import { type EventForm, EventFormSchema, formOf, isEqualForm } from '../../blocks/event-form';

const KeptSchema = v.object({
  /** The client makes the id, so that a save that is repeated makes no second event. */
  id: v.string(),
  /** `null`: the server does not have it yet. */
  rev: v.nullable(v.number()),
  form: EventFormSchema,
  /** What the server had at that revision. */
  base: EventFormSchema,
});

export interface Editing {
  readonly id: string;
  readonly form: EventForm;
  /** What the server had at `rev`, the revision that the form was typed over. */
  readonly base: EventForm;
  readonly rev: number | null;
  readonly isDirty: boolean;
  readonly wasRestored: boolean;
  /** This browser could not keep it. */
  readonly isUnkept: boolean;
  readonly change: (changed: Partial<EventForm>) => void;
  /** After a save: this is what the server has now. */
  readonly saved: (event: StaffEvent, sent: EventForm) => void;
  /** After a conflict: another form over a newer revision. */
  readonly rebase: (event: StaffEvent, form: EventForm) => void;
  readonly discard: () => void;
}

interface EditorState {
  readonly id: string;
  readonly form: EventForm;
  readonly base: EventForm;
  readonly rev: number | null;
  readonly wasRestored: boolean;
}

/** `keep`: under which name unfinished work of this member and event is kept. */
export function useEditor(keep: string, event: StaffEvent | null, empty: EventForm): Editing {
  const kept = useMemo(() => keeper(keep, KeptSchema), [keep]);
  const server = event === null ? empty : formOf(event);
  const [state, setState] = useState<EditorState>(() => {
    const before = kept.read();
    const fresh = { id: event?.id ?? crypto.randomUUID(), form: server, base: server, rev: event?.rev ?? null };
    return before === null || isEqualForm(before.form, server)
      ? { ...fresh, wasRestored: false }
      : { ...fresh, ...before, wasRestored: true };
  });
  const [isUnkept, setUnkept] = useState(false);
  const { id, form, base, rev, wasRestored } = state;
  const isDirty = !isEqualForm(form, base);

  useEffect(() => {
    if (isDirty) setUnkept(!kept.write({ id, rev, form, base }));
    else kept.erase();
  }, [kept, isDirty, id, rev, form, base]);

  // Another save of this page or a reading of the list brings a newer event; nothing typed is thrown away for it.
  const seen = useRef(event?.rev ?? null);
  useEffect(() => {
    if (event === null || event.rev === seen.current) return;
    seen.current = event.rev;
    setState((before) => {
      if (!isEqualForm(before.form, before.base)) return before;
      const next = formOf(event);
      return { ...before, form: next, base: next, rev: event.rev };
    });
  }, [event]);

  const change = useCallback((changed: Partial<EventForm>) => {
    setState((before) => ({ ...before, form: { ...before.form, ...changed } }));
  }, []);
  const saved = useCallback((written: StaffEvent, sent: EventForm) => {
    seen.current = written.rev;
    const base = formOf(written);
    // What was typed while the save was under way stays.
    setState((before) => ({
      ...before,
      ...{ base, form: before.form === sent ? base : before.form, rev: written.rev, wasRestored: false },
    }));
  }, []);
  const rebase = useCallback((written: StaffEvent, next: EventForm) => {
    seen.current = written.rev;
    setState((before) => ({ ...before, base: formOf(written), form: next, rev: written.rev }));
  }, []);
  const discard = useCallback(() => {
    kept.erase();
    setState((before) => ({ ...before, form: server, base: server, rev: event?.rev ?? null, wasRestored: false }));
  }, [kept, server, event]);

  return { id, form, base, rev, isDirty, wasRestored, isUnkept, change, saved, rebase, discard };
}
