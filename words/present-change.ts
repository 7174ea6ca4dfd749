/** What changed in an event, in words. */
import type { Change, Facts } from '../domain/event/change';
import { dayOf, parseInstant } from '../domain/time/time';
import { t } from './strings';
import { spanWords } from './when';

export interface ChangeWords {
  readonly field: string;
  readonly from: string;
  readonly to: string;
  /** All of it in one sentence, for a screen reader. */
  readonly label: string;
}

const words = t.tickets.changes;

function timeWords({ startsAt, endsAt }: Facts['time'], now: number): string {
  const from = parseInstant(startsAt);
  const to = parseInstant(endsAt);
  return from === null || to === null ? startsAt : spanWords(from, to, dayOf(now));
}

const venueWords = (venue: Facts['venue']): string =>
  venue === null ? words.noVenue : `${venue.name}（${venue.address}）`;

function statusWords({ status, reason }: Facts['status']): string {
  const said = status === 'cancelled' ? words.cancelled : words.scheduled;
  return reason === undefined ? said : `${said}（${reason}）`;
}

function sidesOf(change: Change, now: number): readonly [string, string] {
  switch (change.field) {
    case 'title':
      return [change.from, change.to];
    case 'time':
      return [timeWords(change.from, now), timeWords(change.to, now)];
    case 'venue':
      return [venueWords(change.from), venueWords(change.to)];
    case 'meetAt':
      return [change.from ?? words.noMeetAt, change.to ?? words.noMeetAt];
    case 'status':
      return [statusWords(change.from), statusWords(change.to)];
  }
}

/** `now`: epoch ms. */
export function presentChange(change: Change, now: number): ChangeWords {
  const [from, to] = sidesOf(change, now);
  const field = words.fields[change.field];
  return { field, from, to, label: words.label(field, from, to) };
}
