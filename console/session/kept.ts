/** What this browser keeps of unfinished work until it is saved; signing out erases it. */
import * as v from 'valibot';

const PREFIX = 'quality-month-console/';
const VERSION = 1;

export interface Keeper<T> {
  readonly read: () => T | null;
  /** Whether it was stored: storage may be full or forbidden. */
  readonly write: (value: T) => boolean;
  readonly erase: () => void;
}

/** One stored value under a name; what cannot be read any more is as if it were not there. */
export function keeper<T>(name: string, schema: v.GenericSchema<unknown, T>): Keeper<T> {
  const key = `${PREFIX}${name}`;
  const Kept = v.object({ version: v.literal(VERSION), value: schema });
  return {
    read() {
      try {
        const parsed = v.safeParse(Kept, JSON.parse(localStorage.getItem(key) ?? 'null'));
        return parsed.success ? (parsed.output as { readonly value: T }).value : null;
      } catch {
        return null;
      }
    },
    write(value) {
      try {
        localStorage.setItem(key, JSON.stringify({ version: VERSION, value }));
        return true;
      } catch {
        return false;
      }
    },
    erase() {
      localStorage.removeItem(key);
    },
  };
}

export function eraseDrafts(): void {
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
  for (const key of keys) if (key?.startsWith(PREFIX) === true) localStorage.removeItem(key);
}
