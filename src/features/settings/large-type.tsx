import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { t } from '../../../words/strings';
import { chooseLargeType, useLargeType } from '../../sync/preferences';
import { Icon } from '../../ui/icon';
import { Row } from '../../ui/row';
import { Tap } from '../../ui/tap';

/** 长辈版, one tap from home. */
export function LargeTypeSwitch(): ReactElement {
  const large = useLargeType();
  return (
    <Tap
      role="switch"
      checked={large}
      label={`${t.mine.large}，${t.mine.largeText}`}
      className={`type-switch ${large ? 'type-switch--on' : ''}`}
      onTap={() => {
        chooseLargeType(!large);
      }}
    >
      <Icon name={large ? 'check' : 'a-large-small'} colour={large ? 'vermilion' : 'ink'} size={20} />
      <View className="type-switch__text">{t.mine.large}</View>
    </Tap>
  );
}

export function LargeTypeRow(): ReactElement {
  const large = useLargeType();
  return (
    <View className="card">
      <Row
        icon="a-large-small"
        title={t.mine.large}
        text={`${t.mine.largeText} · ${large ? t.mine.on : t.mine.off}`}
        checked={large}
        onTap={() => {
          chooseLargeType(!large);
        }}
      />
    </View>
  );
}
