/** What a file that arrives may cost, and what it is refused for when it would cost more. */
import type { FileRefusal } from '../../domain/event-import/file-refusal';

export const MOST_BYTES = 1024 * 1024;
export const MOST_UNPACKED_BYTES = 20 * 1024 * 1024;
export const MOST_ENTRIES = 200;
/** With something in them. */
export const MOST_COLUMNS = 60;
/** Below the heading and what may stand above it. */
export const MOST_ROWS = 2000;
export const MOST_SHEETS = 5;
export const MOST_MS = 10_000;
export const MOST_MEMORY_MB = 192;

/** Thrown within this room only; its callers get a value. */
export class RefusedFile extends Error {
  constructor(readonly code: FileRefusal) {
    super(code);
  }
}
