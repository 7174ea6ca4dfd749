import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { upcoming } from '../../../domain/event/agenda';
import { monthState } from '../../../domain/campaign/campaign';
import { NATION } from '../../../domain/region/region';
import { dayOf } from '../../../domain/time/time';
import { t } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { usePreference, useViewedRegion } from '../../sync/preferences';
import { useReplica } from '../../sync/replica';
import { useTimedEvents } from '../../sync/timed-events';
import { meaning } from '../../ui/a11y';
import { Notice } from '../../ui/notice';
import { Row } from '../../ui/row';
import { EventPreview } from './event-preview';

/** Why there is nothing: the year's month is over, or nothing was published yet. */
function NothingAhead({ now, region }: { readonly now: number; readonly region: string | null }): ReactElement {
  const campaign = useReplica((state) => state.replica.campaign);
  const words = t.home;
  if (campaign !== null && monthState(campaign.period, dayOf(now)).phase === 'after') {
    return (
      <Notice
        icon="calendar-x"
        title={t.month.after(campaign.year)}
        text={words.overText}
        action={{
          text: words.overAction,
          onTap: () => {
            goTo('/packages/archive/index');
          },
        }}
      />
    );
  }
  return (
    <Notice
      icon="calendar-x"
      title={region === null ? words.emptyTitle : words.emptyIn(region)}
      text={words.emptyText}
      action={{
        text: words.emptyAction,
        onTap: () => {
          goTo('/packages/programme/index');
        },
      }}
    />
  );
}

function ChooseRow(): ReactElement {
  return (
    <View className="card home__choose">
      <Row
        icon="map-pin"
        title={t.region.choose}
        text={t.home.chooseText}
        onTap={() => {
          goTo('/packages/region/index');
        }}
      />
    </View>
  );
}

/** What is next in the chosen region, then for the whole country; in no region, the other way round. `now`: epoch ms. */
export function UpcomingList({ now }: { readonly now: number }): ReactElement {
  const isChosen = usePreference('region') !== null;
  const { code, name } = useViewedRegion();
  const ahead = upcoming(useTimedEvents(), now);
  const isWhole = code === NATION;
  if (ahead.length === 0) return <NothingAhead now={now} region={isWhole ? null : name} />;
  const national = ahead.filter(({ event }) => event.region === NATION);
  const local = ahead.filter(({ event }) => event.region !== NATION);
  const nationwide = <EventPreview title={t.home.week} events={national} now={now} />;
  if (isWhole) {
    return (
      <View>
        {nationwide}
        <EventPreview title={t.home.nearNation} events={local} now={now} />
        {isChosen ? null : <ChooseRow />}
      </View>
    );
  }
  return (
    <View>
      <EventPreview title={t.home.nearIn(name)} events={local} now={now} />
      {local.length > 0 ? null : (
        <View className="home__none" {...meaning({ role: 'status' })}>
          {t.home.noneHere(name)}
        </View>
      )}
      {nationwide}
    </View>
  );
}
