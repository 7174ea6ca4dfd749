/** The numbers of access (docs/rules.md, access): one place, so that tests, server and console agree. */
import { DAY_MS, MINUTE_MS } from '../time/time';

export const INVITATION_MS = 7 * DAY_MS;
/** How long an admin's link for a new password is good. */
export const RESET_MS = DAY_MS;
/** However busy it is, a session ends after so long. */
export const SESSION_MS = 12 * 60 * MINUTE_MS;
/** And after so long without a request. */
export const SESSION_IDLE_MS = 2 * 60 * MINUTE_MS;
/** How old a proof of identity may be for an act that asks for one. */
export const PROOF_MS = 5 * MINUTE_MS;
export const PAIRING_MS = 10 * MINUTE_MS;
/** Wrong numbers until a pairing is void. */
export const PAIRING_TRIES = 3;
export const RECOVERY_CODES = 10;
