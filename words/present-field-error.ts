/** What is wrong with a field, in words that stand beside it. */
import type { FieldError } from '../domain/problem/field-error';
import type { Field } from '../domain/sign-up/sign-up-field';
import { signUpForm } from './strings';

export function fieldLabel({ name, label = name }: { readonly name: string; readonly label?: string }): string {
  return signUpForm.fields[label] ?? label;
}

/** `maxParty`: how many the event takes together. */
export function presentFieldError({ code, character = '' }: FieldError, field: Field, maxParty: number): string {
  const { errors } = signUpForm;
  const { input } = field;
  const label = fieldLabel(field);
  switch (code) {
    case 'required':
      return input === 'choice' || input === 'choices' ? errors.choose(label) : errors.required(label);
    case 'unknown-character':
      return errors.unknownCharacter(character);
    case 'too-long':
      return 'maxLength' in field ? errors.tooLong(label, field.maxLength) : errors.other(label);
    case 'too-large':
      return 'max' in field ? errors.tooLarge(label, field.max) : errors.other(label);
    case 'party-too-large':
      return errors.partyTooLarge(maxParty);
    default:
      return errors.codes[code] ?? errors.other(label);
  }
}
