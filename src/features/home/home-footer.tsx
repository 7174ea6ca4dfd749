import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { t } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { useReplica } from '../../sync/replica';
import { Tap } from '../../ui/tap';

/** Who runs this and how to reach them, at the foot of home; the whole privacy text is behind it. */
export function HomeFooter(): ReactElement {
  const handler = useReplica((state) => state.replica.campaign?.deployment?.handler);
  const words = t.home.footer;
  const who = handler === undefined ? words.trial : words.handler(handler.name, handler.contact);
  return (
    <View className="home-footer">
      <View>{t.app.free}</View>
      <Tap
        label={`${who}，${words.privacy}`}
        role="link"
        className="home-footer__who"
        onTap={() => {
          goTo('/packages/privacy/index');
        }}
      >
        <View>{who}</View>
        <View className="home-footer__privacy">{words.privacy}</View>
      </Tap>
    </View>
  );
}
