/** Whether a region's copy fits the phone, before all of it is here. */
import { MOST_COPY_BYTES } from '../policy';

/** Of an estimate from what came so far, which may lie on the long side. */
const DOUBT = 1.25;

export interface GrowingCopy {
  /** Bytes of the copy so far, as JSON in UTF-8. */
  readonly bytes: number;
  /** Events in it so far. */
  readonly events: number;
  /** Events that the whole copy will have, as far as the server said. */
  readonly total: number | null;
}

/**
 * Decides whether the copy is too large to keep: it has passed `most` bytes, or it surely will, if the events still to
 * come are as long as those that came. A copy of which `most` or fewer bytes came is never refused for its bytes alone.
 */
export function isCopyTooLarge({ bytes, events, total }: GrowingCopy, most = MOST_COPY_BYTES): boolean {
  if (bytes > most) return true;
  return total !== null && events > 0 && (bytes / events) * total > most * DOUBT;
}

/** Bytes of a text in UTF-8. A phone has no `TextEncoder`. */
export function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    // Each half of a surrogate pair has two of its four bytes.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}
