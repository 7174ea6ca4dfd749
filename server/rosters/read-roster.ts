/** Who comes to an event, for the organisation that holds it. Names are unsealed here, and masked before they leave. */
import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { FilledForm } from '../../domain/sign-up/sign-up-form';
import { maskName } from '../../domain/sign-up/sign-up-form';
import type { SignUpStatus } from '../../domain/sign-up/sign-up';
import { statusAt } from '../../domain/sign-up/sign-up-status';
import { lastFour, maskMobile } from '../../domain/roster/mask';
import { isFound, peopleOf, type RosterRow } from '../../domain/roster/roster';
import { formatInstant } from '../../domain/time/time';
import { type PartyAttendance, readPartyAttendance } from '../attendance/read-attendance';
import type { Encryptor } from '../crypto/encryptor';
import { signUp, type SignUpRow } from '../db/account-schema';
import type { Db, Tx } from '../db/database';
import type { EventRow } from '../db/schema';
import { mapInSteps } from '../http/in-steps';
import { decryptForm } from '../sign-ups/form-encryption';

export const ROSTER_PAGE = 200;

export interface Entry {
  readonly row: SignUpRow;
  /** Read at this moment. */
  readonly state: SignUpStatus;
  /** `null` once purged. */
  readonly form: FilledForm | null;
  /** While confirmed. */
  readonly ticket: string | null;
  /** `null`: nobody of the party is in. */
  readonly attendance: PartyAttendance | null;
}

/** In the order in which they signed up. */
export async function readEntries(
  db: Db | Tx,
  event: EventRow,
  { encryptor, now, which }: { readonly encryptor: Encryptor; readonly now: number; readonly which?: SQL | undefined },
): Promise<Entry[]> {
  const rows = await db
    .select()
    .from(signUp)
    .where(and(eq(signUp.eventId, event.id), which))
    .orderBy(asc(signUp.seq));
  const attendance = await readPartyAttendance(db, rows);
  return mapInSteps(rows, (row) => ({
    row,
    state: statusAt(row.status, event.startsAt, now),
    form: decryptForm(encryptor, row),
    ticket: row.status === 'confirmed' ? row.ticket : null,
    attendance: attendance.get(row.seq) ?? null,
  }));
}

function presentEntry({ row, state, form, ticket, attendance }: Entry): RosterRow {
  const [contact] = form ? peopleOf(form) : [];
  return {
    id: row.id,
    name: contact ? maskName(contact.name) : null,
    mobile: contact ? maskMobile(contact.mobile) : null,
    seats: row.seats,
    state,
    ticket: ticket === null ? null : lastFour(ticket),
    signedUpAt: formatInstant(row.createdAt),
    ...(attendance && { attended: attendance.inside, attendedAt: formatInstant(attendance.first.at) }),
  };
}

export interface RosterFilter {
  readonly q?: string | undefined;
  readonly state?: SignUpStatus | undefined;
  readonly after?: number | undefined;
}

export interface RosterPage {
  readonly rows: readonly RosterRow[];
  readonly next: string | null;
  readonly counts: { readonly confirmed: number; readonly seats: number; readonly waitlisted: number };
}

/** Counts are of the whole event, whatever is searched for. */
export function pageOf(entries: readonly Entry[], { q = '', state, after = 0 }: RosterFilter): RosterPage {
  const found = entries.filter(
    (entry) =>
      (state === undefined || entry.state === state) &&
      isFound(q, entry.form ? peopleOf(entry.form) : [], entry.ticket),
  );
  const confirmed = entries.filter((entry) => entry.state === 'confirmed');
  return {
    rows: found.slice(after, after + ROSTER_PAGE).map(presentEntry),
    next: found.length > after + ROSTER_PAGE ? String(after + ROSTER_PAGE) : null,
    counts: {
      confirmed: confirmed.length,
      seats: confirmed.reduce((sum, { row }) => sum + row.seats, 0),
      waitlisted: entries.filter((entry) => entry.state === 'waitlisted').length,
    },
  };
}
