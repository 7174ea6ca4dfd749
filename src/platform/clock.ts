/** The phone's own clock, epoch ms; right or wrong. What the app shows is corrected by `sync/now`. */
export function phoneNow(): number {
  return Date.now();
}
