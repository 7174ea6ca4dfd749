import type { TimedEvent } from '../../../domain/event/agenda';
import { dayOf } from '../../../domain/time/time';
import { placeWords } from '../../../words/present-event';
import { t } from '../../../words/strings';
import { spanWords } from '../../../words/when';
import type { ShareCard } from '../../platform/share';

/** The card that opens an event: what, when and where. `now`: epoch ms. */
export function eventCard(id: string, timed: TimedEvent | undefined, now: number): ShareCard {
  const opens = { path: '/packages/event/index', query: { id }, webPath: `/e/${encodeURIComponent(id)}` };
  if (timed === undefined) return { ...opens, title: t.app.name };
  const when = spanWords(timed.startsAt, timed.endsAt, dayOf(now));
  return { ...opens, title: t.follow.shareTitle(timed.event.title, when, placeWords(timed)) };
}
