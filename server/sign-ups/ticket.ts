import { randomBytes } from 'node:crypto';
import { makeTicket } from '../../src/domain/ticket';

const BYTES = 24;

export function freshTicket(): string {
  for (;;) {
    const ticket = makeTicket(randomBytes(BYTES));
    if (ticket !== null) return ticket;
  }
}
