import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { nearbyPage } from '../../../words/strings';
import { canLocate } from '../../platform/location';
import { goTo } from '../../platform/navigation';
import { ariaProps } from '../../ui/a11y';
import { Row } from '../../ui/row';
import type { Origin } from './use-origin';

const chooseRegion = (): void => {
  goTo('/packages/region/index', { for: 'origin' });
};

/** Only what is offered is named. */
const chooseFirst = (): string => (canLocate() ? nearbyPage.noRegionOrHere : nearbyPage.noRegion);

interface OriginCardProps {
  readonly origin: Origin;
  /** There is a list, whose order is to be told. */
  readonly isListed: boolean;
}

/** Says what distances are counted from, and offers the other ways. Nothing here needs a permission but the one button. */
export function OriginCard({ origin, isListed }: OriginCardProps): ReactElement {
  const { point, isHere, region, locating, problem } = origin;
  const title = isHere
    ? nearbyPage.fromHere
    : point === null || region === null
      ? nearbyPage.choose
      : nearbyPage.from(region.name);
  return (
    <View className="origin">
      <View className="card">
        <Row
          icon="map-pin"
          title={title}
          text={isHere || point === null ? undefined : nearbyPage.change}
          onTap={chooseRegion}
        />
        {isHere && region !== null ? (
          <Row icon="route" title={nearbyPage.backToRegion(region.name)} onTap={origin.leaveHere} />
        ) : null}
        {!isHere && canLocate() ? (
          <Row
            icon="locate-fixed"
            title={locating ? nearbyPage.locating : nearbyPage.locate}
            text={nearbyPage.private}
            onTap={origin.locate}
          />
        ) : null}
      </View>
      {problem === null ? null : (
        <View className="origin__problem" {...ariaProps({ role: 'status' })}>
          {nearbyPage[problem]}
        </View>
      )}
      {point === null && (region === null || isListed) ? (
        <View className="origin__problem">{region === null ? chooseFirst() : nearbyPage.noCentre(region.name)}</View>
      ) : null}
    </View>
  );
}
