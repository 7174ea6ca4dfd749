import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { upcoming } from '../../../domain/event/agenda';
import type { QualityEvent } from '../../../domain/event/event';
import { NEARBY_KM } from '../../../domain/policy';
import { byDistance } from '../../../domain/region/distance';
import { covers, NATION } from '../../../domain/region/region';
import { distanceWords } from '../../../words/present-distance';
import { noneWords } from '../../../words/present-none';
import { nearbyPage, t } from '../../../words/strings';
import { goTo, switchTab } from '../../platform/navigation';
import { useViewedRegion } from '../../sync/preferences';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/notice';
import type { Origin } from './use-origin';

const chooseRegion = (): void => {
  goTo('/packages/region/index');
};
const openCalendar = (): void => {
  switchTab('/pages/calendar/index');
};

/** Whoever is elsewhere, perhaps, learns that the phone has one region's events only. */
export function OnlyHere({ origin }: { readonly origin: Origin }): ReactElement | null {
  const viewed = useViewedRegion();
  const isInside = !origin.isHere && origin.region !== null && covers(viewed.code, origin.region.code);
  if (isInside) return null;
  return <View className="nearby__only">{nearbyPage.only(viewed.name)}</View>;
}

interface NothingNearProps {
  readonly origin: Origin;
  /** All that the phone has, past ones too. */
  readonly events: readonly QualityEvent[];
  /** Epoch ms. */
  readonly now: number;
}

/** Nothing is within reach: in which region that was looked for, how far the nearest is, and two ways on. */
export function NothingNear({ origin, events, now }: NothingNearProps): ReactElement | null {
  const viewed = useViewedRegion();
  const { point, region } = origin;
  // The whole country's copy has no event that is near: only a region's says that there is none.
  if (viewed.code === NATION) {
    return point === null && region === null ? null : (
      <EmptyState
        icon="map-pin"
        title={t.region.choose}
        text={t.home.chooseText}
        action={{ text: t.region.choose, onTap: chooseRegion }}
      />
    );
  }
  if (point === null) {
    return region === null ? null : (
      <EmptyState
        icon="calendar-x"
        title={noneWords(region, events)}
        action={{ text: nearbyPage.all, onTap: openCalendar }}
      />
    );
  }
  const ahead = upcoming(events, now);
  const far = byDistance(ahead, point)[0]?.metres ?? null;
  const isAhead = ahead.some((event) => covers(viewed.code, event.region));
  const nearest = far === null ? '' : nearbyPage.nearest(distanceWords(far));
  return (
    <View>
      <EmptyState
        icon="calendar-x"
        title={isAhead ? nearbyPage.noneTitle(NEARBY_KM, viewed.name) : noneWords(viewed, events)}
        text={`${nearest}${nearbyPage.only(viewed.name)}${nearbyPage.noneText}`}
        action={{ text: nearbyPage.changeRegion, onTap: chooseRegion }}
      />
      <Button look="quiet" text={nearbyPage.all} onTap={openCalendar} />
    </View>
  );
}
