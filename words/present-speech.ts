/** An event as it is read aloud: whole sentences, in the order in which people decide. */
import { dayOf } from '../domain/time/time';
import type { QualityEvent } from '../domain/event/event';
import { t } from './strings';
import { spanWords } from './when';

export function speechOf(event: QualityEvent, now: number): readonly string[] {
  const words = t.speech;
  const { venue, startsAt, endsAt } = event;
  const when = spanWords(startsAt, endsAt, dayOf(now)).replace(/[–-]/g, words.to);
  return [
    event.title,
    ...(event.status === 'cancelled' ? [t.event.cancelledTitle] : []),
    ...(event.suspended === true && event.status !== 'cancelled' ? [t.signUp.action.suspended] : []),
    words.time(when),
    words.place(venue === null ? event.regionName : `${venue.name}，${venue.address}`),
    words.organiser(event.organiser.name),
    words.free,
    ...event.summary.split(/[。！？\n]+/).filter((sentence) => sentence.trim() !== ''),
  ];
}
