/** Whom a sign-up is for, in the lines of its ticket; names are masked already. */
import type { SignUp } from '../domain/sign-up/sign-up';
import { ticketPage } from './strings';

export interface NamedLine {
  readonly name: string;
  readonly value: string;
}

const line = (name: string, value: string): NamedLine => ({ name, value });

/** A QC group is one place however many belong to it, so no line counts places as people. */
export function whomLines({
  contact,
  details,
  seats,
}: Pick<SignUp, 'contact' | 'details' | 'seats'>): readonly NamedLine[] {
  const words = ticketPage;
  if (details?.kind === 'qc') {
    return [
      line(words.group, words.groupName(details.groupName)),
      line(words.topic, details.topic),
      line(words.members, words.people(details.members)),
      line(words.presenter, details.presenter),
    ];
  }
  const named = contact === undefined ? [] : [line(words.name, contact)];
  const count = line(words.seats, words.people(seats));
  if (details === undefined) return [...named, count];
  const { enterprise, names } = details;
  return [line(words.enterprise, enterprise), line(words.attendees, names.join(words.joint)), ...named, count];
}
