import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { LiveEventCard } from '../../blocks/event-card/live-event-card';
import { type TimedEvent, upcoming } from '../../domain/agenda';
import { NATION } from '../../domain/region';
import { t } from '../../i18n/strings';
import { goTo, switchTab } from '../../platform/navigation';
import { useTimedEvents } from '../../sync/timed-events';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/section';

const NEAR = 3;
const NATIONAL = 3;

function Cards({ events, now }: { readonly events: readonly TimedEvent[]; readonly now: number }): ReactElement {
  return (
    <View>
      {events.map((timed) => (
        <LiveEventCard key={timed.event.id} timed={timed} now={now} />
      ))}
    </View>
  );
}

/** What is next in the chosen region, then what is held for the whole country. `now`: epoch ms. */
export function NearList({ now, regionName }: { readonly now: number; readonly regionName: string }): ReactElement {
  const timed = useTimedEvents();
  const ahead = upcoming(timed, now);
  const national = ahead.filter(({ event }) => event.region === NATION);
  const near = ahead.filter(({ event }) => event.region !== NATION);
  if (ahead.length === 0) {
    return (
      <Notice
        icon="calendar-x"
        title={t.home.emptyTitle}
        text={t.home.emptyText}
        action={{
          text: t.home.emptyAction,
          onTap: () => {
            goTo('/packages/programme/index');
          },
        }}
      />
    );
  }
  const all = {
    text: t.home.all,
    onTap: () => {
      switchTab('/pages/calendar/index');
    },
  };
  return (
    <View>
      {near.length === 0 ? null : (
        <Section title={t.home.nearIn(regionName)} more={all}>
          <Cards events={near.slice(0, NEAR)} now={now} />
          <Button
            look="quiet"
            text={t.nearby.open}
            onTap={() => {
              goTo('/packages/nearby/index');
            }}
          />
        </Section>
      )}
      {national.length === 0 ? null : (
        <Section title={t.home.week} more={near.length === 0 ? all : undefined}>
          <Cards events={national.slice(0, NATIONAL)} now={now} />
        </Section>
      )}
    </View>
  );
}
