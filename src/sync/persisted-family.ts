/** The one way to keep many values of a kind, each under a key of its own with the same prefix. No store: read when wanted. */
import * as v from 'valibot';
import { keys, read, remove } from '../platform/storage';
import { type Owner, registerOwned } from './owners';
import { dropOwn, keepOwnAtPause, type Missed } from './room';

interface Family<Value> {
  readonly prefix: string;
  readonly schema: v.GenericSchema<unknown, Value>;
  readonly owner: Owner;
  readonly missed: Missed;
}

export interface PersistedFamily<Value> {
  /** `null`: there is none, or none that parses. */
  readonly read: (id: string) => Value | null;
  /** Stored at the next pause in the typing. */
  readonly write: (id: string, value: Value) => void;
  readonly drop: (id: string) => void;
  /** Drops those that do not parse and those that are not worth keeping. */
  readonly sweep: (isWorthKeeping: (value: Value) => boolean) => void;
  readonly clear: () => void;
}

export function persistedFamily<Value>({ prefix, schema, owner, missed }: Family<Value>): PersistedFamily<Value> {
  const parse = (key: string): Value | null => {
    const parsed = v.safeParse(schema, read(key));
    return parsed.success ? parsed.output : null;
  };
  const own = (): readonly string[] => keys().filter((key) => key.startsWith(prefix));
  const clear = (): void => {
    own().forEach(dropOwn);
  };
  const nothing = (): void => undefined;
  registerOwned(prefix, { owner, leave: clear, refresh: nothing, reload: nothing });
  return {
    read: (id) => parse(prefix + id),
    write: (id, value) => {
      keepOwnAtPause(prefix + id, value, () => missed);
    },
    drop: (id) => {
      dropOwn(prefix + id);
    },
    sweep: (isWorthKeeping) => {
      for (const key of own()) {
        const value = parse(key);
        if (value === null || !isWorthKeeping(value)) remove(key);
      }
    },
    clear,
  };
}
