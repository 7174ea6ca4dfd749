import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { inOrder, type TimedEvent } from '../../../domain/event/agenda';
import type { Basis, QualityEvent } from '../../../domain/event/event';
import { EventView } from '../../features/event/event-view';
import { EventWait } from '../../features/event/event-wait';
import { eventCard } from '../../features/event/share-card';
import { EventActions } from '../../features/follow/event-actions';
import { Freshness } from '../../features/freshness/freshness';
import { WayToRegion } from '../../features/region/way-to-region';
import { AppScreen } from '../../features/settings/app-screen';
import { ActionBar } from '../../features/sign-up/action-bar';
import { ChangeList } from '../../features/tickets/change-list';
import { speechOf } from '../../../words/present-speech';
import { sloganCards, t } from '../../../words/strings';
import { say } from '../../platform/ask';
import { goTo, usePageId, usePageTitle } from '../../platform/navigation';
import { isSinglePage, type ShareCard, useShare } from '../../platform/share';
import { type ShownEvent, useShownEvent } from '../../sync/fetched-events';
import { useNow } from '../../sync/now';
import { useLargeType } from '../../sync/preferences';
import { useReplica } from '../../sync/replica';
import { Button } from '../../ui/button';
import { SpeakButton } from '../../ui/speak-button';
import './index.scss';

interface ShownProps extends Pick<ShownEvent, 'basis' | 'state'> {
  readonly timed: TimedEvent;
  readonly card: ShareCard;
  readonly now: number;
}

/** What the server did not confirm is shown as what it is: this phone's memory. */
function Doubt({ state }: { readonly state: ShownEvent['state'] }): ReactElement | null {
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

function Shown({ timed, basis, state, card, now }: ShownProps): ReactElement {
  const { event, endsAt } = timed;
  const shownBasis = useBasis(event, basis);
  const single = isSinglePage();
  const past = endsAt <= now || event.status === 'cancelled';
  const large = useLargeType();
  const isActive = !single && state !== 'gone' && (event.venue !== null || event.signUp !== null);
  return (
    <AppScreen title={t.event.title} footer={isActive ? <ActionBar event={event} /> : undefined}>
      <Doubt state={state} />
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
          sentences={speechOf(timed, now)}
          text={t.speech.start}
          stopText={t.speech.stop}
          onFailed={() => {
            say(t.speech.failed);
          }}
        />
      )}
      {single ? null : <EventActions timed={timed} card={card} past={past} />}
      {single ? null : <WayToRegion event={event} />}
      {single ? null : <Freshness />}
    </AppScreen>
  );
}

export default function EventPage(): ReactElement {
  const id = usePageId('id') ?? '';
  const { event, basis, state } = useShownEvent(id);
  const now = useNow();
  const timed = event === undefined ? undefined : inOrder([event])[0];
  const card = eventCard(id, timed, now);
  useShare(card);
  // A browser's tab, history and links show it; WeChat's bar has no room for it.
  usePageTitle(process.env.TARO_ENV === 'h5' && timed !== undefined ? timed.event.title : t.event.title);
  if (timed !== undefined) return <Shown timed={timed} basis={basis} state={state} card={card} now={now} />;
  return (
    <AppScreen title={t.event.title}>
      <EventWait id={id} state={id === '' ? 'gone' : state} />
    </AppScreen>
  );
}
