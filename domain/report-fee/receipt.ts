/** What a report is looked up by: ten letters that are read out and typed, and that nobody can guess. */
import * as v from 'valibot';
import { plainCode } from '../text/plain-text';

/** Capitals without those that are taken for digits or for one another: I, L and O. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 10;
const RECEIPT = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);

export const ReceiptSchema = v.pipe(v.string(), v.regex(RECEIPT, 'receipt'));

/**
 * A receipt from random bytes; `null` if they do not suffice: ask again with more. 32 bytes suffice all but always. Five
 * bits of each byte choose one of 23 letters; the other nine values are thrown away, so that all are equally likely.
 */
export function makeReceipt(bytes: Uint8Array): string | null {
  let receipt = '';
  for (const byte of bytes) {
    if (receipt.length === LENGTH) break;
    receipt += LETTERS.charAt(byte & 31);
  }
  return receipt.length === LENGTH ? receipt : null;
}

/** The receipt in what a person types: small letters, spaces, full-width; `null` if it is none. */
export function parseReceipt(text: string): string | null {
  const receipt = plainCode(text);
  return RECEIPT.test(receipt) ? receipt : null;
}
