import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { groupSignUps, type MySignUp } from '../../domain/my-sign-ups';
import { sendingWords } from '../../i18n/present-sending';
import { t } from '../../i18n/strings';
import { goTo, switchTab } from '../../platform/navigation';
import { useHindrance, useOutgoingEntries } from '../../sync/outbox';
import { useStandings } from '../../sync/standing';
import { Notice } from '../../ui/notice';
import { Row } from '../../ui/row';
import { Section } from '../../ui/section';
import { TicketCard } from './ticket-card';

function Outgoing(): ReactElement | null {
  const entries = useOutgoingEntries();
  const hindrance = useHindrance();
  if (entries.length === 0) return null;
  return (
    <Section title={t.tickets.sending}>
      <View className="card">
        {entries.map(({ id, eventId, event, refusal }) => (
          <Row
            key={id}
            icon={refusal === null ? 'send' : 'circle-alert'}
            title={event?.title ?? t.signUp.title}
            text={refusal === null ? sendingWords(hindrance, true)[0] : t.tickets.refused}
            onTap={() => {
              goTo('/packages/sign-up/index', { id: eventId });
            }}
          />
        ))}
      </View>
    </Section>
  );
}

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
