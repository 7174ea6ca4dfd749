import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { upcoming } from '../../../domain/event/agenda';
import { monthState } from '../../../domain/campaign/campaign';
import { NATION } from '../../../domain/region/region';
import { dayOf } from '../../../domain/time/time';
import { noneWords } from '../../../words/present-none';
import { t } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { useViewedRegion } from '../../sync/preferences';
import { useReplica } from '../../sync/replica';
import { ariaProps } from '../../ui/a11y';
import { EmptyState } from '../../ui/notice';
import { useEventsInOrder } from '../../sync/events-in-order';
import { Row } from '../../ui/row';
import { EventPreview } from './event-preview';

interface NothingAheadProps {
  /** Epoch ms. */
  readonly now: number;
  readonly title: string;
}

/** Why there is nothing: the year's month is over, or nothing was published yet. */
function NothingAhead({ now, title }: NothingAheadProps): ReactElement {
  const campaign = useReplica((state) => state.replica.campaign);
  const words = t.home;
  if (campaign !== null && monthState(campaign.period, dayOf(now)).phase === 'after') {
    return (
      <EmptyState
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
    <EmptyState
      icon="calendar-x"
      title={title}
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

/** What is next in the chosen region, then for the whole country; in no region, for the whole country only. `now`: epoch ms. */
export function UpcomingList({ now }: { readonly now: number }): ReactElement {
  const viewed = useViewedRegion();
  const events = useEventsInOrder();
  const ahead = upcoming(events, now);
  const isWhole = viewed.code === NATION;
  const noneHere = noneWords(viewed, events);
  if (ahead.length === 0) {
    return (
      <View>
        <NothingAhead now={now} title={isWhole ? t.home.emptyTitle : noneHere} />
        {isWhole ? <ChooseRow /> : null}
      </View>
    );
  }
  const national = ahead.filter(({ region }) => region === NATION);
  const local = ahead.filter(({ region }) => region !== NATION);
  const nationwide = <EventPreview title={t.home.week} events={national} now={now} />;
  if (isWhole) {
    return (
      <View>
        {nationwide}
        <ChooseRow />
      </View>
    );
  }
  return (
    <View>
      <EventPreview title={t.home.nearIn(viewed.name)} events={local} now={now} />
      {local.length > 0 ? null : (
        <View className="home__none" {...ariaProps({ role: 'status' })}>
          {t.home.noneHere(noneHere)}
        </View>
      )}
      {nationwide}
    </View>
  );
}
