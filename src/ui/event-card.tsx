import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { Kind } from '../../domain/campaign/campaign';
import { Badge, type BadgeTone } from './badge';
import { Icon } from './icon';
import { KindMark } from './kind-mark';
import { Tap } from './tap';

export interface EventCardProps {
  readonly title: string;
  readonly kind: Kind;
  /** The day in a block at the left; none where the list stands under a day already. */
  readonly day?: { readonly number: string; readonly month: string; readonly weekday: string } | undefined;
  readonly hours: string;
  readonly place: string;
  readonly badges: readonly { readonly text: string; readonly tone: BadgeTone }[];
  readonly cancelled: boolean;
  readonly onTap: () => void;
}

export function EventCard({ title, kind, day, hours, place, badges, cancelled, onTap }: EventCardProps): ReactElement {
  // All of it, in the order in which it can be seen.
  const seen = [...(day ? [day.number, day.month, day.weekday] : []), title, hours, place, kind];
  return (
    <Tap
      label={[...seen, ...badges.map(({ text }) => text)].join('，')}
      named="content"
      role="link"
      onTap={onTap}
      className={`card event-card ${cancelled ? 'event-card--cancelled' : ''}`}
    >
      {day === undefined ? null : (
        <View className="event-card__day">
          <View className="event-card__number">{day.number}</View>
          <View className="event-card__month">{day.month}</View>
          <View className="event-card__month">{day.weekday}</View>
        </View>
      )}
      <View className="event-card__main">
        <View className="event-card__title">{title}</View>
        <View className="event-card__line">
          <Icon name="clock" size={16} />
          <View className="event-card__words">{hours}</View>
        </View>
        <View className="event-card__line">
          <Icon name="map-pin" size={16} />
          <View className="event-card__words">{place}</View>
        </View>
        <View className="event-card__marks">
          <KindMark kind={kind} />
          {badges.map(({ text, tone }, index) => (
            <Badge key={text} text={text} tone={tone} className={`event-card__badge--${Math.min(index + 1, 4)}`} />
          ))}
        </View>
      </View>
    </Tap>
  );
}
