/** The code that a confirmed sign-up carries: ten characters that are read out, typed and scanned at a door. */
import * as v from 'valibot';

/** Digits and capitals without those that are taken for one another: 0 and O; 1, I and L. */
const CHARACTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 10;
const TICKET = new RegExp(`^[${CHARACTERS}]{${LENGTH}}$`);

export const TicketSchema = v.pipe(v.string(), v.regex(TICKET, 'ticket'));

/** Tells a QR code of ours from any other. Capitals and a colon keep the QR code in its small alphanumeric mode. */
export const QR_PREFIX = 'QM:';

/**
 * A ticket from random bytes; `null` if they do not suffice: ask again with more. 32 bytes suffice all but always.
 * Five bits of each byte choose one of 31 characters; the 32nd value is thrown away, so that all are equally likely.
 */
export function makeTicket(bytes: Uint8Array): string | null {
  let ticket = '';
  for (const byte of bytes) {
    if (ticket.length === LENGTH) break;
    ticket += CHARACTERS.charAt(byte & 31);
  }
  return ticket.length === LENGTH ? ticket : null;
}

/** What the QR code says. Nothing personal is in it. */
export function ticketQrText(ticket: string): string {
  return QR_PREFIX + ticket;
}

/** The two halves in which a ticket is shown and read out. */
export function ticketHalves(ticket: string): readonly [string, string] {
  return [ticket.slice(0, LENGTH / 2), ticket.slice(LENGTH / 2)];
}

export const isTicket = (text: string): boolean => TICKET.test(text);
