import type { EventId } from '../../../domain/ids';
import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { QualityEvent } from '../../../domain/event/event';
import type { Change } from '../../../domain/event/change';
import { presentChange } from '../../../words/present-change';
import { t } from '../../../words/strings';
import { ariaProps } from '../../ui/a11y';
import { markChangesSeen } from '../../sync/known-events';
import { useChanges } from '../../sync/my-events';
import { Button } from '../../ui/button';
import { ChangeLines } from '../../ui/change-lines';
import { addEventToCalendar } from '../add-to-calendar/add-to-calendar';

interface ChangeListProps {
  readonly eventId: EventId;
  /** Epoch ms. */
  readonly now: number;
  /** With a ticket: what its owner may have put into the phone's calendar before the event was moved. */
  readonly entry?: QualityEvent;
}

/** What changed since its owner last looked, until they say that they have seen it. */
export function ChangeList({ eventId, now, entry }: ChangeListProps): ReactElement | null {
  const changes: readonly Change[] = useChanges(eventId);
  if (changes.length === 0) return null;
  const words = t.tickets.changes;
  const isMoved = changes.some(({ field }) => field === 'time' || field === 'venue');
  return (
    <View className="changes" {...ariaProps({ role: 'alert' })}>
      <View className="changes__title">{words.title}</View>
      <ChangeLines changes={changes.map((change) => presentChange(change, now))} was={words.was} is={words.now} />
      {entry !== undefined && isMoved ? (
        <Button text={words.updateCalendar} onTap={() => void addEventToCalendar(entry)} />
      ) : null}
      <Button
        text={words.seen}
        onTap={() => {
          markChangesSeen(eventId);
        }}
      />
    </View>
  );
}
