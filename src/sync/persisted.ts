/** The one way to keep a store on the phone: read and parsed at the launch, written at each change. */
import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { onStorageChanged, read, remove } from '../platform/storage';
import { dropOwn, isUnkept, keepOwn, type Missed, writeMakingRoom } from './room';

interface Kept<State, Stored> {
  readonly key: string;
  /** Raised when what is stored changes its shape: what an older version left is dropped. From 1. */
  readonly version: number;
  /** What is stored, as JSON; anything else is the default. */
  readonly schema: v.GenericSchema<unknown, Stored>;
  readonly empty: State;
  readonly toState: (stored: Stored) => State;
  readonly toStored: (state: State) => unknown;
  /** `account`: goes when the account is erased. `phone`: stays. */
  readonly owner: 'account' | 'phone';
  /** What a person misses without room for it; `null`: it is a copy, and the server gives it again. */
  readonly missed: Missed | null;
}

export interface Persisted<State> {
  readonly store: StoreApi<State>;
  /** Changes the store and what is stored. `change` gets what is stored now: another tab may have written. */
  readonly update: (change: (state: State) => State) => void;
  /** Reads again what another tab may have written. */
  readonly refresh: () => void;
  readonly clear: () => void;
  /** Whether the last change found no room. */
  readonly isUnkept: () => boolean;
}

interface Registered {
  readonly owner: 'account' | 'phone';
  readonly clear: () => void;
  readonly refresh: () => void;
}

const registry = new Map<string, Registered>();

const storedAt = (key: string, version: number): string => (version === 1 ? key : `${key}.${version}`);

export function persisted<State extends object, Stored>(kept: Kept<State, Stored>): Persisted<State> {
  const { version, schema, empty, missed } = kept;
  const key = storedAt(kept.key, version);

  /** The text last read or written; a refresh that finds the same changes nothing. */
  let seen: string | undefined;
  /** A copy without room: what is in memory is newer than what is stored. */
  let isMemoryOnly = false;

  const load = (found: unknown): State => {
    seen = JSON.stringify(found);
    if (found === undefined) return empty;
    const parsed = v.safeParse(schema, found);
    if (parsed.success) return kept.toState(parsed.output);
    console.warn(`what is stored at "${key}" did not parse; starting from the default`);
    return empty;
  };

  for (let older = 1; older < version; older += 1) remove(storedAt(kept.key, older));
  const store = createStore<State>(() => load(read(key)));

  const refresh = (): void => {
    if (process.env.TARO_ENV !== 'h5' || isMemoryOnly || isUnkept(key)) return;
    const found = read(key);
    if (JSON.stringify(found) !== seen) store.setState(load(found), true);
  };

  const nothing = JSON.stringify(kept.toStored(empty));
  const forget = (): void => {
    seen = undefined;
    isMemoryOnly = false;
    dropOwn(key);
  };

  const update: Persisted<State>['update'] = (change) => {
    refresh();
    const before = store.getState();
    const next = change(before);
    if (next === before) return;
    store.setState(next, true);
    const value = kept.toStored(next);
    // The default needs no room.
    if (JSON.stringify(value) === nothing) {
      forget();
      return;
    }
    const written = missed === null ? writeMakingRoom(key, value, 'copy') : keepOwn(key, value, missed);
    isMemoryOnly = missed === null && written === 'full';
    if (written === 'ok') seen = JSON.stringify(value);
  };

  const clear = (): void => {
    store.setState(empty, true);
    forget();
  };

  registry.set(key, { owner: kept.owner, clear, refresh });
  return { store, update, refresh, clear, isUnkept: () => isUnkept(key) };
}

/** Empties whatever belongs to the account. */
export function clearAccount(): void {
  for (const { owner, clear } of registry.values()) if (owner === 'account') clear();
}

/** Called once: a change in another tab of the browser shows in this one. */
export function followOtherTabs(): void {
  onStorageChanged((key) => {
    for (const [each, { refresh }] of registry) if (key === null || key === each) refresh();
  });
}
