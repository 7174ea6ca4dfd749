/**
 * For what changes with every letter that is typed: stored at a pause, since each write holds up the screen. Nothing is
 * lost by it: what waits is stored when the app leaves the screen, and before anything is read.
 */
import { onBackground, type Unsubscribe } from './lifecycle';

const PAUSE_MS = 500;

const waiting = new Map<string, () => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let stopListening: Unsubscribe | undefined;

/** Stores what still waits, at once. */
export function writePending(): void {
  clearTimeout(timer);
  stopListening?.();
  stopListening = undefined;
  const writes = [...waiting.values()];
  waiting.clear();
  for (const write of writes) write();
}

/** Stores at once what waits for one key. */
export function writePendingAt(key: string): void {
  const write = waiting.get(key);
  waiting.delete(key);
  write?.();
}

/** `key`: what is written there replaces what waits. */
export function atPause(key: string, write: () => void): void {
  stopListening ??= onBackground(writePending);
  waiting.set(key, write);
  clearTimeout(timer);
  timer = setTimeout(writePending, PAUSE_MS);
}

/** What waits for this key is stored no more. */
export function dropPending(key: string): void {
  waiting.delete(key);
}
