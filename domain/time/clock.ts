/** The server's clock decides (docs/rules.md); the phone's own may be hours off. */
import { MINUTE_MS } from './time';

/**
 * Milliseconds to add to the phone's clock to get the server's.
 *
 * `serverDate` is when the answer left the server (epoch ms; the `Date` header, RFC 9110 section 6.6.1, with its `Age`
 * in a cache added), `phoneNow` the phone's clock when it arrived. Less than a minute is taken for the way it
 * travelled and counts as 0, so that a right clock is never made worse.
 */
export function decideClockOffset(serverDate: number, phoneNow: number): number {
  const offset = serverDate - phoneNow;
  return Math.abs(offset) < MINUTE_MS ? 0 : offset;
}
