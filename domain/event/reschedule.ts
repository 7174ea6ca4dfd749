/** Moving an event to another time from a phone (docs/rules.md, "Drafts and approval"): days and times of +08:00 only. */
import { addDays, dayOf, daysBetween, formatInstant, parseInstant } from '../time/time';
import type { Draft } from './draft';

export interface NewTime {
  /** `2026-09-18`: the day that it begins on. */
  readonly day: string;
  /** `09:30`. */
  readonly from: string;
  /** On the last day, which is as many days after the first as it was. */
  readonly until: string;
}

type Moved = Pick<Draft, 'startsAt' | 'endsAt' | 'signUp'>;

export type RescheduleRefusal =
  'incomplete' | 'ends-before-starts' | 'in-the-past' | 'unchanged' | 'sign-up-closed' | 'other-changes';

export type Reschedule =
  | {
      readonly ok: true;
      readonly times: Moved;
      /** Epoch ms at which sign-up ends now; `null`: as before. */
      readonly closesAt: number | null;
    }
  | { readonly ok: false; readonly code: RescheduleRefusal };

const instantOf = (text: string | undefined): number | null => (text === undefined ? null : parseInstant(text));
const at = (day: string, time: string): number | null => parseInstant(`${day}T${time}:00+08:00`);
const clockOf = (instant: number): string => formatInstant(instant).slice(11, 16);

/** What the form begins with: the time as it is. `null`: the event has none yet. */
export function timeOf({ startsAt, endsAt }: Pick<Draft, 'startsAt' | 'endsAt'>): NewTime | null {
  const [start, end] = [instantOf(startsAt), instantOf(endsAt)];
  return start === null || end === null ? null : { day: dayOf(start), from: clockOf(start), until: clockOf(end) };
}

/** Where sign-up ends: as before, but neither after the start that it used to come before, nor after the end. */
function closingOf(closes: number, was: { readonly start: number }, start: number, end: number): number {
  return closes <= was.start ? Math.min(closes, start) : Math.min(closes, end);
}

/**
 * The times of the draft that is to be saved. Refuses a time that is not whole, that ends before it begins, that is past
 * or the same as before; one for which sign-up would end before it opens; and a draft that would publish other changes
 * along with it. `now` is epoch ms.
 */
export function decideReschedule(
  draft: Pick<Draft, 'startsAt' | 'endsAt' | 'signUp' | 'changes'>,
  { day, from, until }: NewTime,
  now: number,
): Reschedule {
  const others = draft.changes.filter(({ path }) => !['startsAt', 'endsAt', 'signUp.closesAt'].includes(path));
  if (others.length > 0) return { ok: false, code: 'other-changes' };
  const [wasStart, wasEnd] = [instantOf(draft.startsAt), instantOf(draft.endsAt)];
  const start = at(day, from);
  if (wasStart === null || wasEnd === null || start === null) return { ok: false, code: 'incomplete' };
  const end = at(addDays(day, daysBetween(dayOf(wasStart), dayOf(wasEnd))), until);
  if (end === null) return { ok: false, code: 'incomplete' };
  if (end <= start) return { ok: false, code: 'ends-before-starts' };
  if (start <= now) return { ok: false, code: 'in-the-past' };
  if (start === wasStart && end === wasEnd && draft.changes.length === 0) return { ok: false, code: 'unchanged' };
  const { signUp } = draft;
  const closes = instantOf(signUp?.closesAt);
  const times = { startsAt: formatInstant(start), endsAt: formatInstant(end), signUp };
  if (!signUp || closes === null) return { ok: true, times, closesAt: null };
  const closesAt = closingOf(closes, { start: wasStart }, start, end);
  if (closesAt <= (instantOf(signUp.opensAt) ?? -Infinity)) return { ok: false, code: 'sign-up-closed' };
  return {
    ok: true,
    times: { ...times, signUp: { ...signUp, closesAt: formatInstant(closesAt) } },
    closesAt: closesAt === closes ? null : closesAt,
  };
}
