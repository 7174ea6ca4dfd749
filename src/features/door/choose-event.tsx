import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { dayOf } from '../../../domain/time/time';
import { doorWords } from '../../../words/door';
import { spanWords } from '../../../words/when';
import { chooseEvent, type Device } from '../../sync/door-device';
import { ariaProps } from '../../ui/a11y';
import { EmptyState } from '../../ui/notice';
import { Row } from '../../ui/row';

interface ChooseEventProps {
  readonly device: Device;
  /** Epoch ms. */
  readonly now: number;
}

/** Of a device that checks more than one event. */
export function ChooseEvent({ device: { events, name }, now }: ChooseEventProps): ReactElement {
  if (events.length === 0) return <EmptyState icon="calendar-x" title={doorWords.noEvents} />;
  return (
    <View className="door">
      <View className="door__head">
        <View className="door__title" {...ariaProps({ role: 'heading', level: 2 })}>
          {doorWords.chooseEvent}
        </View>
        <View className="door__quiet">{doorWords.pair.device(name)}</View>
      </View>
      <View className="card">
        {events.map(({ id, title, status, startsAt, endsAt }) => (
          <Row
            key={id}
            icon="calendar-days"
            title={title}
            text={status === 'cancelled' ? doorWords.cancelled : spanWords(startsAt, endsAt, dayOf(now))}
            onTap={() => {
              chooseEvent(id);
            }}
          />
        ))}
      </View>
    </View>
  );
}
