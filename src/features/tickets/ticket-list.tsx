import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { groupSignUps, type MySignUp } from '../../../domain/sign-up/my-sign-ups';
import { t } from '../../../words/strings';
import { switchTab } from '../../platform/navigation';
import { useOutgoingEntries } from '../../sync/outbox';
import { useStandings } from '../../sync/standing';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/section';
import { Outgoing } from './outgoing';
import { TicketCard } from './ticket-card';

interface GroupProps {
  readonly title: string;
  readonly list: readonly MySignUp[];
  readonly now: number;
}

function Group({ title, list, now }: GroupProps): ReactElement | null {
  if (list.length === 0) return null;
  return (
    <Section title={title}>
      {list.map((mine) => (
        <TicketCard key={mine.signUp.id} mine={mine} now={now} />
      ))}
    </Section>
  );
}

/** Everything this person signed up for. `now`: epoch ms. */
export function TicketList({ now }: { readonly now: number }): ReactElement {
  const standings = useStandings(now);
  const outgoing = useOutgoingEntries();
  const { upcoming, waiting, past, cancelled } = groupSignUps(standings, now);
  const words = t.tickets;
  if (standings.length === 0 && outgoing.length === 0) {
    return (
      <Notice
        small
        icon="ticket"
        title={words.emptyTitle}
        text={words.emptyText}
        action={{
          text: words.emptyAction,
          onTap: () => {
            switchTab('/pages/calendar/index');
          },
        }}
      />
    );
  }
  return (
    <View>
      <Outgoing />
      <Group title={words.upcoming} list={upcoming} now={now} />
      <Group title={words.waiting} list={waiting} now={now} />
      <Group title={words.past} list={past} now={now} />
      <Group title={words.cancelled} list={cancelled} now={now} />
    </View>
  );
}
