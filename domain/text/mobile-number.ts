/** Mobile numbers in texts that strangers will read. Chinese ones have 11 digits, the first 1, the second 3 to 9. */
import { halfWidth } from './width';

/** What people type between the digits of one number. */
const GAP = '[\\s\\-_.·‐-―\u200b-\u200f]?';
const COUNTRY = `(?:\\+?86|0086)${GAP}`;
const MOBILE = new RegExp(`(?:^|\\D)(?:${COUNTRY})?(1${GAP}[3-9](?:${GAP}\\d){9})(?!\\d)`);

/** The first mobile number in a text, as it is written there in half width; `null` if there is none. */
export function findMobile(text: string): string | null {
  return MOBILE.exec(halfWidth(text))?.[1] ?? null;
}
