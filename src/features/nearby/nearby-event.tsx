import type { ReactElement } from 'react';
import type { PlacedEvent } from '../../domain/distance';
import { distanceWords } from '../../i18n/present-distance';
import { presentCard, withMarks } from '../../i18n/present-event';
import { goTo } from '../../platform/navigation';
import { useEventMarks } from '../../sync/standing';
import { EventCard } from '../../ui/event-card';

/** One event with how far it is. `now`: epoch ms. */
export function NearbyEvent({ placed, now }: { readonly placed: PlacedEvent; readonly now: number }): ReactElement {
  const { timed, metres } = placed;
  const { place, ...words } = withMarks(presentCard(timed, now), useEventMarks(timed.event.id));
  const far = metres === null ? null : distanceWords(metres);
  return (
    <EventCard
      {...words}
      title={timed.event.title}
      kind={timed.event.kind}
      place={far === null ? place : `${far} · ${place}`}
      onTap={() => {
        goTo('/packages/event/index', { id: timed.event.id });
      }}
    />
  );
}
