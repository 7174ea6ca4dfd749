/** Copies of an event on other days (docs/rules.md, "Drafts and approval"). */
import { DAY_MS, dayOf, daysBetween, formatInstant, parseInstant } from '../time/time';
import type { DraftBody } from './draft';

export type CloneDecision =
  | { readonly ok: true; readonly body: DraftBody; readonly cleared: readonly string[] }
  | { readonly ok: false; readonly code: 'no-start' };

/**
 * The event again, beginning on `day` (`YYYY-MM-DD`): the same item, texts, place, form and capacity, each instant moved by
 * the same number of whole days. An instant before `now` (epoch ms) would be wrong: it is left out and its path is named in
 * `cleared`. Nothing of people, approval or notices is part of a draft. Refuses an event without a start.
 */
export function cloneDraft(body: DraftBody, day: string, now: number): CloneDecision {
  const start = body.startsAt === undefined ? null : parseInstant(body.startsAt);
  if (start === null) return { ok: false, code: 'no-start' };
  const shift = daysBetween(dayOf(start), day) * DAY_MS;
  const cleared: string[] = [];
  const move = (text: string | undefined, path: string): string | undefined => {
    const instant = text === undefined ? null : parseInstant(text);
    if (instant === null) return undefined;
    const moved = instant + shift;
    if (moved >= now) return formatInstant(moved);
    cleared.push(path);
    return undefined;
  };
  const { startsAt, endsAt, signUp, ...rest } = body;
  const [starts, ends] = [move(startsAt, 'startsAt'), move(endsAt, 'endsAt')];
  const times = { ...(starts !== undefined && { startsAt: starts }), ...(ends !== undefined && { endsAt: ends }) };
  if (!signUp) return { ok: true, body: { ...rest, ...times, ...(signUp === null && { signUp }) }, cleared };
  const { opensAt, closesAt, ...terms } = signUp;
  const [opens, closes] = [move(opensAt, 'signUp.opensAt'), move(closesAt, 'signUp.closesAt')];
  const moved = {
    ...terms,
    ...(opens !== undefined && { opensAt: opens }),
    ...(closes !== undefined && { closesAt: closes }),
  };
  return { ok: true, body: { ...rest, ...times, signUp: moved }, cleared };
}
