/** What is put into the field for one name may be a whole row, or several people. */
import { type ListedPerson, parsePeopleList, personIn } from '../../../domain/sign-up/people-list';
import { isMobile } from '../../../domain/sign-up/people-row';
import type { Values } from '../../sync/drafts';

const NUMBER = /[\d０-９]{7}/;

/** Whether the text names several people, each with a right number. */
export function isList(text: string): boolean {
  return NUMBER.test(text) && parsePeopleList(text).people.filter(({ mobile }) => isMobile(mobile)).length > 1;
}

/** The fields that one pasted row fills; `null` where the text is no row. `named`: the field that it was put into. */
export function rowValues(named: string, text: string): Values | null {
  const person = NUMBER.test(text) ? personIn(text) : null;
  return person === null ? null : valuesOfPerson(person, named);
}

export function valuesOfPerson({ name, mobile, post }: ListedPerson, named = 'name'): Values {
  const isAttendee = named === 'name';
  return { [named]: name, mobile, ...(isAttendee && post !== '' && { post }) };
}
