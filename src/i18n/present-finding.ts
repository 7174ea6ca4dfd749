/** What is wrong with a field, in words that stand beside it. */
import type { Finding } from '../domain/finding';
import type { FieldInput } from '../domain/sign-up-field';
import { t } from './strings';

export function fieldLabel(name: string): string {
  return t.signUp.fields[name] ?? name;
}

/** `maxParty`: how many the event takes together. */
export function presentFinding(
  { code, character = '' }: Finding,
  name: string,
  input: FieldInput['input'],
  maxParty: number,
): string {
  const { errors } = t.signUp;
  const label = fieldLabel(name);
  switch (code) {
    case 'required':
      return input === 'choice' || input === 'choices' ? errors.choose(label) : errors.required(label);
    case 'name':
      return errors.name;
    case 'mobile':
      return errors.mobile;
    case 'credit-code':
      return errors.creditCode;
    case 'credit-code-unsure':
      return errors.creditCodeUnsure;
    case 'unknown-character':
      return errors.unknownCharacter(character);
    case 'duplicate-person':
      return errors.duplicatePerson;
    case 'id-number':
      return errors.idNumber;
    case 'too-long':
      return errors.tooLong(label);
    case 'too-large':
      return errors.tooLarge(label);
    case 'party-too-large':
      return errors.partyTooLarge(maxParty);
    default:
      return errors.other(label);
  }
}
