import { Map, View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { PlacedEvent, Point } from '../../../domain/region/distance';
import { nearbyPage } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { meaning } from '../../ui/a11y';

/** More pins than this lie over each other. */
const PINS = 30;

interface PinMapProps {
  readonly origin: Point;
  /** Nearest first. */
  readonly events: readonly PlacedEvent[];
}

function WechatMap({ origin, events }: PinMapProps): ReactElement | null {
  const pins = events.flatMap(({ timed: { event } }) => (event.venue === null ? [] : [{ event, venue: event.venue }]));
  const nearest = pins.slice(0, PINS);
  if (nearest.length === 0) return null;
  return (
    <View className="card pin-map" {...meaning({ role: 'img', label: nearbyPage.map })}>
      <Map
        className="pin-map__map"
        latitude={origin.latitude}
        longitude={origin.longitude}
        includePoints={[origin, ...nearest.map(({ venue }) => venue)].map(({ latitude, longitude }) => ({
          latitude,
          longitude,
        }))}
        markers={nearest.map(({ event, venue }, id) => ({
          id,
          latitude: venue.latitude,
          longitude: venue.longitude,
          title: event.title,
          // None: WeChat's own pin.
          iconPath: '',
          width: 24,
          height: 32,
        }))}
        onMarkerTap={({ detail }) => {
          const pin = nearest[Number(detail.markerId)];
          if (pin !== undefined) goTo('/packages/event/index', { id: pin.event.id });
        }}
        onError={() => undefined}
      />
    </View>
  );
}

/** WeChat's own map, which needs no key; browsers have none such, show the list alone, and need not load one. */
export const PinMap: (props: PinMapProps) => ReactElement | null =
  process.env.TARO_ENV === 'h5' ? () => null : WechatMap;
