/** Sets of sign-ups and seats, each set in one statement: rows travel as one JSON text, which both engines read alike. */
import type { AccountId, EventId } from '../../domain/ids';
import { sql } from 'drizzle-orm';
import type { SignUpStatus } from '../../domain/sign-up/sign-up';
import type { Tx } from '../db/database';
import { statement } from '../db/statement';

export interface NewSignUp {
  readonly accountId: AccountId;
  readonly id: string;
  readonly eventId: EventId;
  readonly status: SignUpStatus;
  readonly seats: number;
  readonly ticket: string;
  readonly consentVersion: string;
  readonly at: number;
  readonly keyId: string;
  readonly encrypted: string;
  readonly enterprise: string | null;
}

export interface Seats {
  readonly id: string;
  readonly taken: number;
  readonly waiting: number;
}

const ROWS = sql.placeholder('rows');

const insert = statement(
  'insert_sign_ups',
  sql`
    insert into sign_up (account_id, id, event_id, status, seats, ticket, consent_version, consented_at, created_at, key_id, sealed, enterprise)
    select "accountId", id, "eventId", status, seats, ticket, "consentVersion", at, at, "keyId", encrypted, enterprise
    from json_to_recordset(${ROWS}::json) as row_of(
      "accountId" uuid, id uuid, "eventId" text, status text, seats int, ticket text,
      "consentVersion" text, at bigint, "keyId" text, encrypted text, enterprise text
    )`,
);

const setSeats = statement(
  'set_seats',
  sql`
    update event set taken = row_of.taken, waiting = row_of.waiting
    from json_to_recordset(${ROWS}::json) as row_of(id text, taken int, waiting int)
    where event.id = row_of.id`,
);

/** `seq` grows in the order given. */
export async function insertSignUps(tx: Tx, rows: readonly NewSignUp[]): Promise<void> {
  await insert(tx, { rows: JSON.stringify(rows) });
}

export async function updateSeats(tx: Tx, rows: readonly Seats[]): Promise<void> {
  await setSeats(tx, { rows: JSON.stringify(rows) });
}

const setTickets = statement(
  'set_tickets',
  sql`
    update sign_up set status = 'confirmed', ticket = coalesce(sign_up.ticket, row_of.ticket), changed_at = ${sql.placeholder('now')}::bigint
    from json_to_recordset(${ROWS}::json) as row_of("accountId" uuid, id uuid, ticket text)
    where sign_up.account_id = row_of."accountId" and sign_up.id = row_of.id`,
);

/** From the waitlist to a seat. A ticket that the door's lists know already stays. */
export async function giveTickets(
  tx: Tx,
  rows: readonly Pick<NewSignUp, 'accountId' | 'id' | 'ticket'>[],
  now: number,
): Promise<void> {
  await setTickets(tx, { rows: JSON.stringify(rows), now });
}
