/** The parties of an event as a device's list has them: each with its ticket, its name masked. */
import { and, eq, isNotNull } from 'drizzle-orm';
import type { ListedParty } from '../../domain/check-in/on-device';
import type { PackedParty } from '../../domain/check-in/pack';
import { peopleOf } from '../../domain/roster/roster';
import { maskName } from '../../domain/sign-up/sign-up-form';
import type { SignUpStatus } from '../../domain/sign-up/sign-up';
import { readPartyAttendance } from '../attendance/read-attendance';
import type { Encryptor } from '../crypto/encryptor';
import { signUp } from '../db/account-schema';
import type { Db } from '../db/database';
import { mapInSteps } from '../http/in-steps';
import { decryptForm } from '../sign-ups/form-encryption';

const listedStatus = (status: SignUpStatus): ListedParty['status'] =>
  status === 'confirmed' || status === 'waitlisted' ? status : 'cancelled';

export async function readParties(db: Db, eventId: string, encryptor: Encryptor): Promise<PackedParty[]> {
  const rows = await db
    .select({
      ...{ accountId: signUp.accountId, id: signUp.id, seq: signUp.seq, status: signUp.status, seats: signUp.seats },
      ...{ ticket: signUp.ticket, keyId: signUp.keyId, encrypted: signUp.encrypted },
    })
    .from(signUp)
    .where(and(eq(signUp.eventId, eventId), isNotNull(signUp.ticket)));
  const inside = await readPartyAttendance(db, rows);
  const parties = await mapInSteps(rows, (row): readonly PackedParty[] => {
    if (row.ticket === null) return [];
    const form = decryptForm(encryptor, row);
    const [contact] = form ? peopleOf(form) : [];
    return [
      {
        ticket: row.ticket,
        name: contact ? maskName(contact.name) : '',
        seats: row.seats,
        status: listedStatus(row.status),
        inside: inside.get(row.seq)?.inside ?? 0,
      },
    ];
  });
  return parties.flat();
}
