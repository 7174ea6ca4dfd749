/** An event in the words of a list. */
import { listDay, phaseOf, signUpState, type TimedEvent } from '../domain/agenda';
import { dayOf, parseDay, wallClock } from '../domain/time';
import { t } from './strings';
import { hoursWords, momentWords, weekdayWords } from './when';

export interface CardWords {
  readonly day: { readonly number: string; readonly month: string; readonly weekday: string };
  readonly hours: string;
  readonly place: string;
  readonly badges: readonly {
    readonly text: string;
    readonly tone: 'vermilion' | 'pine' | 'gold' | 'grey' | 'outline';
  }[];
  readonly cancelled: boolean;
}

/** `拉萨市城关区 · 城关区文化活动中心` */
export function placeWords({ event }: TimedEvent): string {
  return event.venue === null ? event.regionName : `${event.regionName} · ${event.venue.name}`;
}

function badgesOf(timed: TimedEvent, now: number): CardWords['badges'] {
  const badges: CardWords['badges'][number][] = [];
  const phase = phaseOf(timed, now);
  if (phase === 'cancelled') badges.push({ text: t.event.cancelled, tone: 'vermilion' });
  if (phase === 'now') badges.push({ text: t.event.now, tone: 'pine' });
  if (phase === 'over') badges.push({ text: t.event.over, tone: 'grey' });
  if (phase === 'ahead') {
    const signUp = signUpState(timed.event, now);
    if (signUp.state === 'open') badges.push({ text: t.event.signUpOpen, tone: 'pine' });
    if (signUp.state === 'not-open') {
      badges.push({ text: t.event.opens(momentWords(signUp.opensAt, dayOf(now))), tone: 'gold' });
    }
    if (signUp.state === 'closed') badges.push({ text: t.event.closed, tone: 'grey' });
  }
  if (timed.event.sample) badges.push({ text: t.app.sample, tone: 'outline' });
  return badges;
}

/** `on`: the day that the card stands under in an agenda; without it the day that stands for the event. */
export function presentCard(timed: TimedEvent, now: number, on?: string): CardWords {
  const today = dayOf(now);
  const day = on ?? listDay(timed, now);
  const hours = hoursWords(timed.startsAt, timed.endsAt, today, day);
  const place = placeWords(timed);
  const badges = badgesOf(timed, now);
  const { month, date } = wallClock(parseDay(day) ?? timed.startsAt);
  return {
    day: { number: String(date), month: `${month}月`, weekday: weekdayWords(day) },
    hours,
    place,
    badges,
    cancelled: timed.event.status === 'cancelled',
  };
}

/** The same card with what this person has to do with the event: before all else that it changed. */
export function withMarks(
  card: CardWords,
  { changed, followed }: { readonly changed: boolean; readonly followed: boolean },
): CardWords {
  const marks = [
    ...(changed ? [{ text: t.follow.changed, tone: 'vermilion' as const }] : []),
    ...(followed ? [{ text: t.follow.followed, tone: 'gold' as const }] : []),
  ];
  if (marks.length === 0) return card;
  return { ...card, badges: [...marks, ...card.badges] };
}
