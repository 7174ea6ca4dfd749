import { randomBytes } from 'node:crypto';
import { makeTicket } from '../../domain/sign-up/ticket';

const BYTES = 24;

export function freshTicket(): string {
  for (;;) {
    const ticket = makeTicket(randomBytes(BYTES));
    if (ticket !== null) return ticket;
  }
}
