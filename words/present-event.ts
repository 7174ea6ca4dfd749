/** An event in the words of a list. */
import { listDay, phaseOf, signUpState } from '../domain/event/agenda';
import type { Availability, QualityEvent } from '../domain/event/event';
import { isFull } from '../domain/sign-up/sign-up-action';
import { dayOf, parseDay, wallClock } from '../domain/time/time';
import { t } from './strings';
import { hoursWords, momentWords, weekdayWords } from './when';

export interface CardBadge {
  readonly text: string;
  /** Green says confirmed and nothing else; gold says full or waiting; red says changed, cancelled or refused. */
  readonly tone: 'vermilion' | 'pine' | 'gold' | 'grey' | 'ink' | 'outline';
}

export interface CardWords {
  readonly day: { readonly number: string; readonly month: string; readonly weekday: string };
  readonly hours: string;
  readonly place: string;
  /** The most important first. */
  readonly badges: readonly CardBadge[];
  readonly cancelled: boolean;
}

/** This phone's own knowledge of an event. */
export interface CardMarks {
  readonly changed: boolean;
  readonly followed: boolean;
  readonly mine: 'confirmed' | 'waitlisted' | 'sending' | 'refused' | null;
  /** As last heard, if at all. */
  readonly seats: Availability | undefined;
}

/** `拉萨市城关区 · 城关区文化活动中心` */
export function placeWords({ regionName, venue }: Pick<QualityEvent, 'regionName' | 'venue'>): string {
  return venue === null ? regionName : `${regionName} · ${venue.name}`;
}

const MINE: Record<NonNullable<CardMarks['mine']>, CardBadge> = {
  confirmed: { text: t.card.signedUp, tone: 'pine' },
  waitlisted: { text: t.card.waiting, tone: 'gold' },
  sending: { text: t.card.sending, tone: 'gold' },
  refused: { text: t.card.refused, tone: 'vermilion' },
};

function seatsBadge({ signUp }: QualityEvent, seats: Availability | undefined): CardBadge {
  if (seats === undefined) return { text: t.event.signUpOpen, tone: 'ink' };
  if (seats.taken >= seats.capacity) return { text: t.card.full, tone: 'gold' };
  if (isFull(seats)) return { text: t.card.queue, tone: 'gold' };
  const left = seats.capacity - seats.taken;
  return { text: signUp?.form === 'qc' ? t.card.leftGroups(left) : t.card.left(left), tone: 'ink' };
}

function signUpBadges(event: QualityEvent, now: number, seats: Availability | undefined): readonly CardBadge[] {
  const signUp = signUpState(event, now);
  switch (signUp.state) {
    case 'none':
      return [];
    case 'open':
      return [seatsBadge(event, seats)];
    case 'not-open':
      return [{ text: t.event.opens(momentWords(signUp.opensAt, dayOf(now))), tone: 'ink' }];
    // The event's own badge says it.
    case 'suspended':
      return [];
    case 'closed':
      return [{ text: t.event.closed, tone: 'grey' }];
  }
}

function stateBadges(event: QualityEvent, now: number, { mine, seats }: CardMarks): readonly CardBadge[] {
  const phase = phaseOf(event, now);
  if (phase === 'cancelled') return [{ text: t.event.cancelled, tone: 'vermilion' }];
  const own = mine === null ? [] : [MINE[mine]];
  if (phase === 'over') return [...own, { text: t.event.over, tone: 'grey' }];
  const suspended: readonly CardBadge[] =
    event.suspended === true ? [{ text: t.event.suspended, tone: 'vermilion' }] : [];
  if (phase === 'now') return [...suspended, ...own, { text: t.event.now, tone: 'ink' }];
  return [...suspended, ...(mine === null ? signUpBadges(event, now, seats) : own)];
}

/**
 * `on`: the day that the card stands under in an agenda; `null`: the day that stands for the event. `now`: epoch ms.
 */
export function presentCard(event: QualityEvent, now: number, on: string | null, marks: CardMarks): CardWords {
  const day = on ?? listDay(event, now);
  const { month, date } = wallClock(parseDay(day) ?? event.startsAt);
  const badges: CardBadge[] = [
    ...(marks.changed ? [{ text: t.follow.changed, tone: 'vermilion' as const }] : []),
    ...stateBadges(event, now, marks),
    ...(marks.followed ? [{ text: t.follow.followed, tone: 'grey' as const }] : []),
    ...(event.sample ? [{ text: t.app.sample, tone: 'outline' as const }] : []),
  ];
  return {
    day: { number: String(date), month: `${month}月`, weekday: weekdayWords(day) },
    hours: hoursWords(event.startsAt, event.endsAt, dayOf(now), day),
    place: placeWords(event),
    badges,
    cancelled: event.status === 'cancelled',
  };
}
