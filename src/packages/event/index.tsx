import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { Basis, QualityEvent } from '../../../domain/event/event';
import { EventView } from '../../features/event/event-view';
import { EventGate } from '../../blocks/gates/event-gate';
import { eventCard } from '../../blocks/event-card/share-card';
import { EventActions } from '../../features/follow/event-actions';
import { Freshness } from '../../blocks/freshness/freshness';
import { WayToRegion } from '../../features/region/way-to-region';
import { AppScreen } from '../../blocks/app-screen/app-screen';
import { ActionBar } from '../../features/sign-up/action-bar';
import { speechOf } from '../../../words/present-speech';
import { sloganCards, t } from '../../../words/strings';
import { ChangeList } from '../../blocks/change-list/change-list';
import { toast } from '../../platform/ask';
import { goTo, usePageId, usePageTitle } from '../../platform/navigation';
import { isSinglePage, type ShareCard, useShare } from '../../platform/share';
import { type ShownEvent, useShownEvent } from '../../sync/fetched-events';
import { useNow } from '../../sync/now';
import { useLargeType } from '../../sync/preferences';
import { ReportFee } from '../../features/event/report-fee';
import { useReplica } from '../../sync/replica';
import { Button } from '../../ui/button';
import { SpeakButton } from '../../ui/speak-button';
import './index.scss';

interface ShownProps extends Pick<ShownEvent, 'basis' | 'state'> {
  readonly event: QualityEvent;
  readonly card: ShareCard;
  readonly now: number;
}

/** What the server did not confirm is shown as what it is: this phone's memory. */
function StaleBanner({ state }: { readonly state: ShownEvent['state'] }): ReactElement | null {
  if (state === 'here' || state === 'asking') return null;
  return <View className="event__doubt">{state === 'gone' ? t.follow.gone : t.follow.stale}</View>;
}

/** What the event rests on, as this phone's programme has it; where it has none, as the server said. */
function useBasis({ programmeId }: QualityEvent, said: Basis | undefined): Basis | undefined {
  const item = useReplica((each) => each.replica.programme.find(({ id }) => id === programmeId));
  const documents = useReplica((each) => each.replica.campaign?.documents);
  if (item === undefined) return said;
  return { item, documentTitle: documents?.find(({ documentNo }) => documentNo === item.documentNo)?.title };
}

function Shown({ event, basis, state, card, now }: ShownProps): ReactElement {
  const shownBasis = useBasis(event, basis);
  const single = isSinglePage();
  const past = event.endsAt <= now || event.status === 'cancelled';
  const large = useLargeType();
  const isActive = !single && state !== 'gone' && (event.venue !== null || event.signUp !== null);
  return (
    <AppScreen title={t.event.title} footer={isActive ? <ActionBar event={event} /> : undefined}>
      <StaleBanner state={state} />
      <ChangeList eventId={event.id} now={now} />
      <EventView event={event} basis={shownBasis} still={single} now={now} />
      {single || past ? null : (
        <Button
          text={sloganCards.invite.open}
          onTap={() => {
            goTo('/packages/slogans/index', { event: event.id });
          }}
        />
      )}
      {single || !large ? null : (
        <SpeakButton
          sentences={speechOf(event, now)}
          text={t.speech.start}
          stopText={t.speech.stop}
          onFailed={() => {
            toast(t.speech.failed);
          }}
        />
      )}
      {single ? null : <EventActions event={event} card={card} past={past} />}
      {single ? null : <ReportFee eventId={event.id} />}
      {single ? null : <WayToRegion event={event} />}
      {single ? null : <Freshness />}
    </AppScreen>
  );
}

export default function EventPage(): ReactElement {
  const id = usePageId('id') ?? '';
  const { event, basis, state } = useShownEvent(id);
  const now = useNow();
  const card = eventCard(id, event, now);
  useShare(card);
  // A browser's tab, history and links show it; WeChat's bar has no room for it.
  usePageTitle(process.env.TARO_ENV === 'h5' && event !== undefined ? event.title : t.event.title);
  if (event !== undefined) return <Shown event={event} basis={basis} state={state} card={card} now={now} />;
  return (
    <AppScreen title={t.event.title}>
      <EventGate id={id} state={id === '' ? 'gone' : state} />
    </AppScreen>
  );
}
