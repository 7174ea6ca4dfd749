import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { HandlerCard } from '../../features/privacy/handler-card';
import { t } from '../../../words/strings';
import { AppScreen } from '../../blocks/app-screen/app-screen';
import { useForward } from '../../platform/share';
import { syndicationWords } from '../../../words/syndication';
import { useReplica } from '../../sync/replica';
import { copyAndSay } from '../../ui/copy-tap';
import { Row } from '../../ui/row';
import { Section } from '../../ui/section';
import './index.scss';

const PARTS = [
  [t.about.what, t.about.whatText],
  [t.about.free, t.about.freeText],
  [t.about.privacy, t.about.privacyText],
] as const;

export default function AboutPage(): ReactElement {
  const documents = useReplica((state) => state.replica.campaign?.documents) ?? [];
  const services = useReplica((state) => state.replica.campaign?.deployment?.services);
  // A mini-program opens no foreign page: the address is copied.
  const links = [
    [syndicationWords.credit, services?.credit],
    [syndicationWords.oneStop, services?.oneStop],
  ].flatMap(([title = '', address]) => (address === undefined ? [] : [[title, address] as const]));
  useForward({ title: t.forward.about, path: '/packages/about/index' });
  return (
    <AppScreen title={t.about.title}>
      {PARTS.map(([title, text]) => (
        <Section key={title} title={title}>
          <View className="about__text">{text}</View>
        </Section>
      ))}
      <HandlerCard title={t.about.feedback} />
      {links.length === 0 ? null : (
        <Section title={t.about.services}>
          <View className="card">
            {links.map(([title, address]) => (
              <Row key={title} icon="copy" title={title} text={address} onTap={() => void copyAndSay(address)} />
            ))}
          </View>
        </Section>
      )}
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
