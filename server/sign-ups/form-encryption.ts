/** A form at rest. */
import * as v from 'valibot';
import { SignUpFormSchema } from '../../domain/event/event';
import { type FilledForm, readForm } from '../../domain/sign-up/sign-up-form';
import type { SignUpRow } from '../db/account-schema';
import type { Encrypted, Encryptor } from '../crypto/encryptor';

const StoredSchema = v.object({ kind: SignUpFormSchema, values: v.unknown() });

export type FormContext = Pick<SignUpRow, 'accountId' | 'id'>;
type EncryptedColumns = Pick<SignUpRow, 'keyId' | 'encrypted'>;

const placeOf = ({ accountId, id }: FormContext): string => `sign-up:${accountId}:${id}`;

export function encryptForm(encryptor: Encryptor, form: FilledForm, place: FormContext): Encrypted {
  return encryptor.encrypt(JSON.stringify(form), placeOf(place));
}

/** What figures count an enterprise by; `null`: the form is a household's. */
export const enterpriseOf = (encryptor: Encryptor, { values }: FilledForm): string | null =>
  'creditCode' in values ? encryptor.fingerprint(values.creditCode, 'enterprise') : null;

/** `null`: purged, or sealed with a key that is no longer there. */
export function decryptForm(encryptor: Encryptor, row: FormContext & EncryptedColumns): FilledForm | null {
  if (row.keyId === null || row.encrypted === null) return null;
  const text = encryptor.decrypt({ keyId: row.keyId, encrypted: row.encrypted }, placeOf(row));
  if (text === null) return null;
  const { kind, values } = v.parse(StoredSchema, JSON.parse(text));
  return readForm(kind, values);
}

/** Whether a form that was sent again says what the stored one says; a purged one cannot be told apart. */
export function isEqualForm(stored: FilledForm | null, sent: unknown): boolean {
  if (stored === null) return true;
  const again = readForm(stored.kind, sent);
  return again !== null && JSON.stringify(again.values) === JSON.stringify(stored.values);
}
