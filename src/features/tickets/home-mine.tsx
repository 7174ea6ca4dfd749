import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { groupSignUps } from '../../../domain/sign-up/my-sign-ups';
import { t } from '../../../words/strings';
import { useMySignUpList, useSignUpsWithChanges } from '../../sync/my-events';
import { Section } from '../../ui/section';
import { NewsCard } from './news-card';
import { Outgoing } from './outgoing';
import { TicketCard } from './ticket-card';

/** More than this would push everything else off home. */
const MOST_NEWS = 3;

/** What changed or was cancelled of mine, until I have acknowledged it. `now`: epoch ms. */
export function HomeNews({ now }: { readonly now: number }): ReactElement {
  const news = useSignUpsWithChanges(now);
  return (
    <View>
      {news.slice(0, MOST_NEWS).map(({ mine, changes }) => (
        <NewsCard key={mine.signUp.id} mine={mine} changes={changes} now={now} />
      ))}
    </View>
  );
}

/** What is on its way, and the next seat held or else waited for; nothing where there is none. `now`: epoch ms. */
export function HomeMine({ now }: { readonly now: number }): ReactElement {
  const news = useSignUpsWithChanges(now);
  const { upcoming, waiting } = groupSignUps(useMySignUpList(now), now);
  // A sign-up with news has a card of its own above.
  const isQuiet = ({ signUp }: { readonly signUp: { readonly id: string } }): boolean =>
    news.every(({ mine }) => mine.signUp.id !== signUp.id);
  const next = upcoming.find(isQuiet);
  const waited = waiting.find(isQuiet);
  const words = t.homeMine;
  return (
    <View className="home-mine">
      <Outgoing />
      {next === undefined ? null : (
        <Section title={words.title}>
          <TicketCard mine={next} now={now} />
        </Section>
      )}
      {next !== undefined || waited === undefined ? null : (
        <Section title={words.waiting}>
          <TicketCard mine={waited} now={now} />
        </Section>
      )}
    </View>
  );
}
