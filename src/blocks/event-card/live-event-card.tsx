import type { ReactElement } from 'react';
import { isSignUpOpen, phaseOf, type TimedEvent } from '../../../domain/event/agenda';
import { presentCard } from '../../../words/present-event';
import { goTo } from '../../platform/navigation';
import { useSeatsInView } from '../../sync/availability';
import { useEventMarks } from '../../sync/standing';
import { EventCard } from '../../ui/event-card';

interface LiveEventCardProps {
  readonly timed: TimedEvent;
  /** Epoch ms. */
  readonly now: number;
  /** The day whose heading the card stands under; without one the card shows the day itself. */
  readonly on?: string;
  /** How far it is, in words; said before the place. */
  readonly far?: string | undefined;
  /** The list holds followed events only, so that no card says it. */
  readonly isFollowList?: boolean;
}

/** The one card of an event in every list: what is published, what this person has to do with it, and its seats. */
export function LiveEventCard({ timed, now, on, far, isFollowList = false }: LiveEventCardProps): ReactElement {
  const { id, title, kind } = timed.event;
  const marks = useEventMarks(id, now);
  const isAsked = marks.mine === null && phaseOf(timed, now) === 'ahead' && isSignUpOpen(timed, now);
  const seats = useSeatsInView(id, isAsked, now);
  const followed = marks.followed && !isFollowList;
  const { day, place, ...words } = presentCard(timed, now, on ?? null, { ...marks, followed, seats });
  return (
    <EventCard
      {...words}
      title={title}
      kind={kind}
      day={on === undefined ? day : undefined}
      place={far === undefined ? place : `${far} · ${place}`}
      onTap={() => {
        goTo('/packages/event/index', { id });
      }}
    />
  );
}
