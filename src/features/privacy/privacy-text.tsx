import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { privacyPage } from '../../../words/strings';
import { Section } from '../../ui/section';

/** What somebody agrees to who signs up, whole, with its version. */
export function PrivacyText(): ReactElement {
  return (
    <View>
      {privacyPage.parts.map(([title, text]) => (
        <Section key={title} title={title}>
          <View>{text}</View>
        </Section>
      ))}
      <View className="privacy__version">{privacyPage.versionLabel(privacyPage.version)}</View>
    </View>
  );
}
