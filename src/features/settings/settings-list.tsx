import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { t } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { usePreference } from '../../sync/preferences';
import { Row } from '../../ui/row';
import { Section } from '../../ui/section';
import { SubscribeRow } from './subscribe-row';

export function SettingsList(): ReactElement {
  const region = usePreference('region');
  return (
    <View>
      <Section title={t.mine.settings}>
        <View className="card">
          <Row
            icon="map-pin"
            title={t.mine.region}
            text={region?.name ?? t.region.choose}
            onTap={() => {
              goTo('/packages/region/index');
            }}
          />
          <SubscribeRow />
        </View>
      </Section>
      <Section title={t.mine.more}>
        <View className="card">
          <Row
            icon="archive"
            title={t.mine.archive}
            text={t.mine.archiveText}
            onTap={() => {
              goTo('/packages/archive/index');
            }}
          />
          <Row
            icon="shield-check"
            title={t.privacy.row}
            text={t.privacy.rowText}
            onTap={() => {
              goTo('/packages/privacy/index');
            }}
          />
          <Row
            icon="list-checks"
            title={t.mine.report}
            text={t.mine.reportText}
            onTap={() => {
              goTo('/packages/report/index');
            }}
          />
          <Row
            icon="info"
            title={t.mine.about}
            text={t.mine.aboutText}
            onTap={() => {
              goTo('/packages/about/index');
            }}
          />
          <Row
            icon="building-2"
            title={t.mine.staff}
            onTap={() => {
              goTo('/packages/field/index');
            }}
          />
        </View>
      </Section>
    </View>
  );
}
