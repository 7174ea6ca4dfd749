/** A form at rest. */
import * as v from 'valibot';
import { SignUpFormSchema } from '../../domain/event/event';
import { type FilledForm, readForm } from '../../domain/sign-up/sign-up-form';
import type { SignUpRow } from '../db/account-schema';
import type { Sealed, Sealer } from '../crypto/sealer';

const StoredSchema = v.object({ kind: SignUpFormSchema, values: v.unknown() });

export type FormPlace = Pick<SignUpRow, 'accountId' | 'id'>;
type SealedColumns = Pick<SignUpRow, 'keyId' | 'sealed'>;

const placeOf = ({ accountId, id }: FormPlace): string => `sign-up:${accountId}:${id}`;

export function sealForm(sealer: Sealer, form: FilledForm, place: FormPlace): Sealed {
  return sealer.seal(JSON.stringify(form), placeOf(place));
}

/** `null`: purged, or sealed with a key that is no longer there. */
export function openForm(sealer: Sealer, row: FormPlace & SealedColumns): FilledForm | null {
  if (row.keyId === null || row.sealed === null) return null;
  const text = sealer.open({ keyId: row.keyId, sealed: row.sealed }, placeOf(row));
  if (text === null) return null;
  const { kind, values } = v.parse(StoredSchema, JSON.parse(text));
  return readForm(kind, values);
}

/** Whether a form that was sent again says what the stored one says; a purged one cannot be told apart. */
export function isSameForm(stored: FilledForm | null, sent: unknown): boolean {
  if (stored === null) return true;
  const again = readForm(stored.kind, sent);
  return again !== null && JSON.stringify(again.values) === JSON.stringify(stored.values);
}
