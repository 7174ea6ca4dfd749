/** The same person twice in one party. */
import { plainMobile, plainName } from '../text/plain-text';

export interface NamedPerson {
  readonly name: string;
  readonly mobile: string;
}

const keyOf = ({ name, mobile }: NamedPerson): string => `${plainName(name)} ${plainMobile(mobile)}`;

/** The indices of those whose name and mobile number stand further up already. Somebody without either is nobody's double. */
export function repeatedPeople(people: readonly NamedPerson[]): readonly number[] {
  const seen = new Set<string>();
  return people.flatMap((person, index) => {
    if (plainName(person.name) === '' || plainMobile(person.mobile) === '') return [];
    const key = keyOf(person);
    if (seen.has(key)) return [index];
    seen.add(key);
    return [];
  });
}
