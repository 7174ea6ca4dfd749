/**
 * What happens when storage is full: everything that is stored goes through here. Copies that the server can give again
 * make room for what only this phone has.
 */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { atPause } from '../platform/late-writing';
import { keys, remove, write, type Written } from '../platform/storage';

/** `own`: it is nowhere else. `copy`: the server has it. */
export type Worth = 'own' | 'copy';

/** Copies by the order in which they go: past campaigns, what cards and lists need, the calendar itself. */
const EXPENDABLE: readonly ((key: string) => boolean)[] = [
  (key) => key.startsWith('replica/campaign-'),
  (key) => key === 'card-texts' || key === 'campaigns',
  (key) => key.startsWith('replica/'),
];
/** A copy never drives out one of its own rank or above. */
const GIVEN_UP_FOR_COPIES = 1;

/** Stores a value, at the cost of copies if need be. `full`: there is no room even so, and what was stored stays. */
export function writeMakingRoom(key: string, value: unknown, worth: Worth): Written {
  if (write(key, value) === 'ok') return 'ok';
  const ranks = worth === 'own' ? EXPENDABLE : EXPENDABLE.slice(0, GIVEN_UP_FOR_COPIES);
  for (const isExpendable of ranks) {
    const going = keys().filter((each) => each !== key && isExpendable(each));
    if (going.length === 0) continue;
    going.forEach(remove);
    if (write(key, value) === 'ok') return 'ok';
  }
  return 'full';
}

/** What a person would miss, for the words on the screen. */
export type Missed = 'sign-up' | 'account' | 'ticket' | 'draft' | 'follow' | 'setting';

interface Unkept {
  /** What it is may change while it waits: a sign-up becomes a ticket. */
  readonly missed: () => Missed;
  readonly again: () => Written;
}

/** By key: what is in memory only, since it found no room. */
export const unkept = createStore<{ readonly rows: Readonly<Record<string, Unkept>> }>(() => ({ rows: {} }));

/** What a person would miss if the app closed now. */
export function missedNow(rows = unkept.getState().rows): readonly Missed[] {
  return [...new Set(Object.values(rows).map(({ missed }) => missed()))];
}

export function useMissed(): readonly Missed[] {
  const rows = useStore(unkept, (state) => state.rows);
  return useMemo(() => missedNow(rows), [rows]);
}

export function isUnkept(key: string): boolean {
  return unkept.getState().rows[key] !== undefined;
}

function forget(key: string): void {
  const { [key]: known, ...rows } = unkept.getState().rows;
  if (known !== undefined) unkept.setState({ rows });
}

/** Stores what is nowhere else; without room, that it is missing is remembered until it is stored or dropped. */
export function keepOwn(key: string, value: unknown, missed: () => Missed): Written {
  const again = (): Written => writeMakingRoom(key, value, 'own');
  const written = again();
  if (written === 'ok') forget(key);
  else unkept.setState({ rows: { ...unkept.getState().rows, [key]: { missed, again } } });
  return written;
}

/** The same at a pause in the typing, or as soon as the app leaves the screen. */
export function keepOwnAtPause(key: string, value: unknown, missed: () => Missed): void {
  atPause(key, () => {
    keepOwn(key, value, missed);
  });
}

/** Removes a key, and that there was no room for it. */
export function dropOwn(key: string): void {
  remove(key);
  forget(key);
}

/** The person has made room, perhaps: stores what found none. */
export function keepUnkept(): Written {
  for (const [key, { again }] of Object.entries(unkept.getState().rows)) if (again() === 'ok') forget(key);
  return Object.keys(unkept.getState().rows).length === 0 ? 'ok' : 'full';
}
