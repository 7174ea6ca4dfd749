import type { ReactElement } from 'react';
import { isSignUpOpen, phaseOf } from '../../../domain/event/agenda';
import { presentCard } from '../../../words/present-event';
import type { QualityEvent } from '../../../domain/event/event';
import { goTo } from '../../platform/navigation';
import { useSeatsInView } from '../../sync/availability';
import { useEventMarks } from '../../sync/my-events';
import { EventCard } from '../../ui/event-card';

interface LiveEventCardProps {
  readonly event: QualityEvent;
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
export function LiveEventCard({ event, now, on, far, isFollowList = false }: LiveEventCardProps): ReactElement {
  const { id, title, kind } = event;
  const marks = useEventMarks(id, now);
  const isAsked = marks.mine === null && phaseOf(event, now) === 'ahead' && isSignUpOpen(event, now);
  const seats = useSeatsInView(id, isAsked, now);
  const followed = marks.followed && !isFollowList;
  const { day, place, ...words } = presentCard(event, now, on ?? null, { ...marks, followed, seats });
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
