import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { t } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { usePreference } from '../../sync/preferences';
import { Icon } from '../../ui/icon';
import { Tap } from '../../ui/tap';

/** Where one is looking, and the way to look elsewhere. */
export function RegionButton(): ReactElement {
  const region = usePreference('region');
  return (
    <Tap
      label={region === null ? t.region.choose : t.region.change(region.name)}
      className="region-button"
      onTap={() => {
        goTo('/packages/region/index');
      }}
    >
      <Icon name="map-pin" colour="vermilion" size={20} />
      <View className="region-button__name">{region?.name ?? t.region.choose}</View>
      <Icon name="chevron-down" size={16} />
    </Tap>
  );
}
