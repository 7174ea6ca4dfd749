/**
 * How long the next try to sign in has to wait after failures in a row (docs/rules.md, access A4). A login gets five
 * tries; an address, behind which a whole office may sit, twenty.
 */
import { MINUTE_MS } from '../time/time';

const FREE: Readonly<Record<FailureKind, number>> = { login: 5, address: 20 };
const FIRST_MS = 1_000;
const MOST_MS = 15 * MINUTE_MS;
/** Failures are forgotten after so long without another one. */
export const FORGET_MS = 24 * 60 * MINUTE_MS;

export type FailureKind = 'login' | 'address';

/** Milliseconds after the last of `failures` failures: none at first, then doubling from a second to a quarter of an hour. */
export function delayAfter(kind: FailureKind, failures: number): number {
  const beyond = failures - FREE[kind];
  return beyond < 0 ? 0 : Math.min(MOST_MS, FIRST_MS * 2 ** beyond);
}
