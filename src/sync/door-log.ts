/** What this device has let in (docs/rules.md, "At the door", rule 8): no names, no tickets. */
import * as v from 'valibot';
import { type DeviceEntry, DeviceEntrySchema } from '../../domain/check-in/device-log';
import { waitingScans } from './door-queue';
import { persisted } from './persisted';

const { store, update } = persisted<{ readonly entries: readonly DeviceEntry[] }, readonly DeviceEntry[]>({
  key: 'door-log',
  version: 1,
  schema: v.array(DeviceEntrySchema),
  empty: { entries: [] },
  toState: (entries) => ({ entries }),
  toStored: ({ entries }) => entries,
  owner: 'phone',
  missed: null,
});

/** The log with what the queue has stored and a kill kept out of the log. */
export function logNow(): readonly DeviceEntry[] {
  const { entries } = store.getState();
  const { items } = waitingScans.getState();
  const known = new Set(entries.map(({ id }) => id));
  const missing = items.flatMap(({ entry }) => (entry === null || known.has(entry.id) ? [] : [entry]));
  const undone = new Map(items.flatMap(({ id, undoes }) => (undoes === null ? [] : [[undoes, id] as const])));
  return [...entries, ...missing].map((entry) => ({ ...entry, undo: entry.undo ?? undone.get(entry.id) ?? null }));
}

export function keepLog(entries: readonly DeviceEntry[]): void {
  update(() => ({ entries }));
}
