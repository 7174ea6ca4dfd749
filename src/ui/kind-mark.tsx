import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { Kind } from '../../domain/campaign/campaign';
import { Icon, type IconColour } from './icon';
import type { IconName } from './icon-names';

/** The shape and the colour that stand for a kind; never the colour alone, and never green, which says confirmed. */
export const KIND_MARKS: Record<Kind, { readonly icon: IconName; readonly colour: IconColour }> = {
  开放日: { icon: 'door-open', colour: 'ink' },
  交流发表: { icon: 'presentation', colour: 'vermilion' },
  培训宣贯: { icon: 'graduation-cap', colour: 'gold' },
  科普: { icon: 'lightbulb', colour: 'gold' },
  主题宣传: { icon: 'megaphone', colour: 'vermilion' },
  服务企业: { icon: 'handshake', colour: 'gold' },
  品牌认证: { icon: 'badge-check', colour: 'gold' },
  质量提升: { icon: 'trending-up', colour: 'ink' },
  消费维权: { icon: 'shield-check', colour: 'vermilion' },
  监督执法: { icon: 'scale', colour: 'ink' },
};

/** A kind's own shape and colour beside its name. */
export function KindMark({ kind }: { readonly kind: Kind }): ReactElement {
  const { icon, colour } = KIND_MARKS[kind];
  return (
    <View className={`kind kind--${colour}`}>
      <Icon name={icon} colour={colour} size={16} />
      <View className="kind__name">{kind}</View>
    </View>
  );
}
