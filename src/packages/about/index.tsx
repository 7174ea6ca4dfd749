import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { HandlerCard } from '../../features/privacy/handler-card';
import { AppScreen } from '../../features/settings/app-screen';
import { t } from '../../../words/strings';
import { useForward } from '../../platform/share';
import { useReplica } from '../../sync/replica';
import { Section } from '../../ui/section';
import './index.scss';

const PARTS = [
  [t.about.what, t.about.whatText],
  [t.about.free, t.about.freeText],
  [t.about.privacy, t.about.privacyText],
] as const;

export default function AboutPage(): ReactElement {
  const documents = useReplica((state) => state.replica.campaign?.documents) ?? [];
  useForward({ title: t.forward.about, path: '/packages/about/index' });
  return (
    <AppScreen title={t.about.title}>
      {PARTS.map(([title, text]) => (
        <Section key={title} title={title}>
          <View className="about__text">{text}</View>
        </Section>
      ))}
      <HandlerCard title={t.about.feedback} />
      {documents.length === 0 ? null : (
        <Section title={t.about.source}>
          {documents.map((document) => (
            <View key={document.documentNo} className="about__text">
              《{document.title}》（{document.documentNo}）
            </View>
          ))}
        </Section>
      )}
    </AppScreen>
  );
}
