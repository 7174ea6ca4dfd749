/** What a device has let in (docs/rules.md, "At the door", rules 1 and 8). It names nobody and holds no ticket. */
import * as v from 'valibot';
import { EventIdSchema } from '../event/event';
import { ScanIdSchema } from './scan';

export const DeviceEntrySchema = v.object({
  /** The scan's. */
  id: ScanIdSchema,
  event: EventIdSchema,
  kind: v.picklist(['enter', 'walk-in']),
  /** By the device's clock, epoch ms. */
  at: v.number(),
  seats: v.number(),
  /** The ticket's name in the device's list, from PBKDF2; `null` where there is none, or the list has the entry. */
  party: v.nullable(v.string()),
  /** The undo's id. */
  undo: v.nullable(ScanIdSchema),
  /** The server has it. */
  received: v.boolean(),
  rehearsal: v.boolean(),
});
export type DeviceEntry = v.InferOutput<typeof DeviceEntrySchema>;

export const isInside = ({ undo }: DeviceEntry): boolean => undo === null;

/** How many of a party this device has let in since its list was made. `lookup` is the party's name in that list. */
export function sinceOf(entries: readonly DeviceEntry[], lookup: string | null, rehearsal: boolean): number {
  if (lookup === null) return 0;
  return entries.reduce(
    (sum, entry) =>
      entry.party === lookup && entry.rehearsal === rehearsal && isInside(entry) ? sum + entry.seats : sum,
    0,
  );
}

/** The last entry of an event that can be taken back; of one kind, if asked. */
export function lastToUndo(
  entries: readonly DeviceEntry[],
  event: string,
  rehearsal: boolean,
  kind?: DeviceEntry['kind'],
): DeviceEntry | null {
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at];
    if (entry === undefined || entry.event !== event || entry.rehearsal !== rehearsal) continue;
    if (isInside(entry) && (kind === undefined || entry.kind === kind)) return entry;
  }
  return null;
}

/**
 * The log when a new list of `event` comes. What the server had when the list was asked for is in it, so that it no longer
 * adds to the list's numbers. `lookupOf` names a later entry's ticket in the new list, `null` where it is not known.
 */
export function applyNewList(
  entries: readonly DeviceEntry[],
  event: string,
  hadAtRequest: ReadonlySet<string>,
  lookupOf: (id: string) => string | null,
): readonly DeviceEntry[] {
  return entries.map((entry) =>
    entry.event !== event || entry.party === null
      ? entry
      : { ...entry, party: hadAtRequest.has(entry.id) ? null : lookupOf(entry.id) },
  );
}

/** The log once events are over whose lists are erased: what the server has is no longer needed here. */
export function withoutPast(entries: readonly DeviceEntry[], over: readonly string[]): readonly DeviceEntry[] {
  return entries.filter(({ event, received }) => !received || !over.includes(event));
}

/** How many this device has let in at an event, walk-ins apart. Never below 0, since what was undone is left out. */
export function countsOf(
  entries: readonly DeviceEntry[],
  event: string,
  rehearsal: boolean,
): { readonly entered: number; readonly walkIns: number } {
  let entered = 0;
  let walkIns = 0;
  for (const entry of entries) {
    if (entry.event !== event || entry.rehearsal !== rehearsal || !isInside(entry)) continue;
    if (entry.kind === 'walk-in') walkIns += entry.seats;
    else entered += entry.seats;
  }
  return { entered, walkIns };
}
