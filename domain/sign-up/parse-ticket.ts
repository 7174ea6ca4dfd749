/** Reading a ticket is for doors; a module of its own keeps the tables of characters out of the citizens' package. */
import { plainCode } from '../text/plain-text';
import { isTicket, QR_PREFIX } from './ticket';

/** The ticket in what a scanner or a person at the door gives: small letters, spaces, full-width; `null` if it is none. */
export function parseTicket(text: string): string | null {
  const plain = plainCode(text);
  const ticket = plain.startsWith(QR_PREFIX) ? plain.slice(QR_PREFIX.length) : plain;
  return isTicket(ticket) ? ticket : null;
}
