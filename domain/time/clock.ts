/** The server's clock decides (docs/rules.md); the phone's own may be seconds or hours off. */

/** What one answer says of the server's clock. All instants are epoch ms. */
export interface ClockReading {
  /** The server's clock when it answered: the `Date` header (RFC 9110 section 6.6.1) with its `Age` in a cache added. */
  readonly serverDate: number;
  /** The headers count whole seconds: the server's clock showed `serverDate` or up to so many milliseconds more. */
  readonly spanMs: number;
  /** The phone's clock when the request left and when the answer arrived. */
  readonly sentAt: number;
  readonly receivedAt: number;
}

/**
 * Decides how many milliseconds to add to the phone's clock to get the server's.
 *
 * The server answered at some moment between sending and arrival, so the reading allows a range of offsets. The known
 * offset stays while it lies in that range, so that a right clock is never made worse by a slow network; otherwise the
 * middle of the range replaces it (Marzullo's rule for one source).
 */
export function decideClockOffset(known: number, { serverDate, spanMs, sentAt, receivedAt }: ClockReading): number {
  const least = serverDate - receivedAt;
  const most = serverDate + spanMs - sentAt;
  return least <= known && known <= most ? known : Math.round((least + most) / 2);
}
