/** An event as it is read aloud: whole sentences, in the order in which people decide. */
import type { TimedEvent } from '../domain/event/agenda';
import { dayOf } from '../domain/time/time';
import { t } from './strings';
import { spanWords } from './when';

export function speechOf({ event, startsAt, endsAt }: TimedEvent, now: number): readonly string[] {
  const words = t.speech;
  const { venue } = event;
  const when = spanWords(startsAt, endsAt, dayOf(now)).replace(/[–-]/g, words.to);
  return [
    event.title,
    ...(event.status === 'cancelled' ? [t.event.cancelledTitle] : []),
    words.time(when),
    words.place(venue === null ? event.regionName : `${venue.name}，${venue.address}`),
    words.organiser(event.organiser.name),
    words.free,
    ...event.summary.split(/[。！？\n]+/).filter((sentence) => sentence.trim() !== ''),
  ];
}
