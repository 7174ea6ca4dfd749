import { View } from '@tarojs/components';
import { memo, type ReactElement } from 'react';
import type { TimedEvent } from '../../domain/agenda';
import { presentCard, withMarks } from '../../i18n/present-event';
import { goTo } from '../../platform/navigation';
import { useEventMarks } from '../../sync/standing';
import { EventCard } from '../../ui/event-card';

interface AgendaEventProps {
  readonly timed: TimedEvent;
  readonly day: string;
  readonly lines: number;
  readonly height: number;
  /** Epoch ms. */
  readonly now: number;
}

/** One event of a day, exactly as high as its row. */
export const AgendaEvent = memo(function AgendaEvent({
  timed,
  day,
  lines,
  height,
  now,
}: AgendaEventProps): ReactElement {
  const marks = useEventMarks(timed.event.id);
  const { hours, place, badges, cancelled } = withMarks(presentCard(timed, now, day), marks);
  return (
    <View className={`agenda__row agenda__row--${lines}`} style={{ height: `${height}px` }}>
      <EventCard
        title={timed.event.title}
        kind={timed.event.kind}
        hours={hours}
        place={place}
        badges={badges}
        cancelled={cancelled}
        onTap={() => {
          goTo('/packages/event/index', { id: timed.event.id });
        }}
      />
    </View>
  );
});
