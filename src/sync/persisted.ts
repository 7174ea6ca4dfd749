/** The one way to keep a store on the phone: read and parsed at the launch, written at each change. */
import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { read, remove } from '../platform/storage';
import { type Owner, registerOwned } from './owners';
import { dropOwn, isUnkept, keepOwn, keepOwnAtPause, type Missed, writeMakingRoom } from './room';

interface Kept<State, Stored> {
  readonly key: string;
  /** Raised when what is stored changes its shape: what an older version left is dropped. From 1. */
  readonly version: number;
  /** The stored value's shape, as JSON; anything else becomes the default. */
  readonly schema: v.GenericSchema<unknown, Stored>;
  readonly empty: State;
  /** Where nothing is stored yet: what an older version stored elsewhere, to be parsed like the rest. */
  readonly older?: () => unknown;
  readonly toState: (stored: Stored) => State;
  readonly toStored: (state: State) => unknown;
  readonly owner: Owner;
  /** What stays when the account is left; by default nothing. */
  readonly afterLeaving?: (state: State) => State;
  /** What a person misses without room for it; `null`: it is a copy, and the server gives it again. */
  readonly missed: Missed | (() => Missed) | null;
  /** It changes with every letter that is typed: written at the next pause. */
  readonly atPause?: boolean;
}

export interface Persisted<State> {
  readonly store: StoreApi<State>;
  /**
   * Changes what is stored, then the store: who hears of the change finds it stored. `change` gets what is stored now,
   * since another tab may have written.
   */
  readonly update: (change: (state: State) => State) => void;
  /** Reads again what another tab may have written. */
  readonly refresh: () => void;
  readonly clear: () => void;
  /** Whether the last change found no room. */
  readonly isUnkept: () => boolean;
}

const storedAt = (key: string, version: number): string => (version === 1 ? key : `${key}.${version}`);

export function persisted<State extends object, Stored>(kept: Kept<State, Stored>): Persisted<State> {
  const { version, schema, empty, owner, afterLeaving, atPause = false } = kept;
  const key = storedAt(kept.key, version);
  const { missed: what } = kept;
  const missed = typeof what === 'string' ? (): Missed => what : what;

  /** The text last read or written; a refresh that finds the same changes nothing. */
  let seen: string | undefined;
  /** A copy without room: what is in memory is newer than what is stored. */
  let isMemoryOnly = false;

  const load = (found: unknown): State => {
    seen = JSON.stringify(found);
    const value = found === undefined ? kept.older?.() : found;
    if (value === undefined) return empty;
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return kept.toState(parsed.output);
    console.warn(`what is stored at "${key}" did not parse; starting from the default`);
    return empty;
  };

  for (let older = 1; older < version; older += 1) remove(storedAt(kept.key, older));
  const store = createStore<State>(() => load(read(key)));

  const refresh = (): void => {
    if (process.env.TARO_ENV !== 'h5' || atPause || isMemoryOnly || isUnkept(key)) return;
    const found = read(key);
    if (JSON.stringify(found) !== seen) store.setState(load(found), true);
  };

  const nothing = JSON.stringify(kept.toStored(empty));
  const forget = (): void => {
    seen = undefined;
    isMemoryOnly = false;
    dropOwn(key);
  };

  const keep = (value: unknown): void => {
    const text = JSON.stringify(value);
    // The default needs no room.
    if (text === nothing) {
      forget();
      return;
    }
    if (missed !== null && atPause) {
      keepOwnAtPause(key, value, missed);
      seen = text;
      return;
    }
    const written = missed === null ? writeMakingRoom(key, value, 'copy') : keepOwn(key, value, missed);
    isMemoryOnly = missed === null && written === 'full';
    if (written === 'ok') seen = text;
  };

  const update: Persisted<State>['update'] = (change) => {
    refresh();
    const before = store.getState();
    const next = change(before);
    if (next === before) return;
    keep(kept.toStored(next));
    store.setState(next, true);
  };

  const clear = (): void => {
    forget();
    store.setState(empty, true);
  };

  const reload = (): void => {
    isMemoryOnly = false;
    store.setState(load(read(key)), true);
  };

  const leave = (): void => {
    if (afterLeaving === undefined) clear();
    else update(afterLeaving);
  };

  registerOwned(key, { owner, leave, refresh, reload });
  return { store, update, refresh, clear, isUnkept: () => isUnkept(key) };
}
