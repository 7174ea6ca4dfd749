/** What of a person a list shows: enough to tell two apart, not enough to call or to be them. */

/** `138****5678`; anything else than a mobile number of eleven digits is hidden whole. */
export const maskMobile = (mobile: string): string =>
  /^\d{11}$/.test(mobile) ? `${mobile.slice(0, 3)}****${mobile.slice(-4)}` : '****';

/** The last characters of a ticket or a number: what somebody at a door reads out. */
export const lastFour = (text: string): string => text.slice(-4);
