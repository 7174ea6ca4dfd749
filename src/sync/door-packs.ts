/** The lists of a device's events (docs/rules.md, "At the door", rule 8): stored as they came, opened by tickets only. */
import * as v from 'valibot';
import { type OpenPack, openPack, PackSchema } from '../../domain/check-in/pack';
import { keys, read, remove } from '../platform/storage';
import { registerOwned } from './owners';
import { writeMakingRoom } from './room';

const PREFIX = 'door-list/';

export interface DoorList {
  readonly pack: OpenPack;
  /** Epoch ms by the server's clock. */
  readonly madeAt: number;
}

const opened = new Map<string, DoorList>();

/** `null`: there is none, or none that parses. */
export function listOf(event: string): DoorList | null {
  const known = opened.get(event);
  if (known !== undefined) return known;
  const parsed = v.safeParse(PackSchema, read(PREFIX + event));
  if (!parsed.success) return null;
  const list = { pack: openPack(parsed.output), madeAt: parsed.output.madeAt };
  opened.set(event, list);
  return list;
}

/** `body`: as the server sent it. Without room the list before stays. */
export function keepList(event: string, body: unknown): void {
  if (writeMakingRoom(PREFIX + event, body, 'own') === 'ok') opened.delete(event);
}

export function eraseList(event: string): void {
  opened.delete(event);
  remove(PREFIX + event);
}

export function eraseLists(): void {
  opened.clear();
  keys()
    .filter((key) => key.startsWith(PREFIX))
    .forEach(remove);
}

registerOwned(PREFIX, {
  owner: 'phone',
  leave: eraseLists,
  refresh: () => undefined,
  reload: () => {
    opened.clear();
  },
});
