import { View } from '@tarojs/components';
import { type ReactElement, useEffect } from 'react';
import { isActive } from '../../domain/sign-up';
import { EventWait } from '../../features/event/event-wait';
import { AppScreen } from '../../features/settings/app-screen';
import { EventRegion } from '../../features/sign-up/event-region';
import { SignUpHead } from '../../features/sign-up/sign-up-head';
import { SignUpWay } from '../../features/sign-up/sign-up-way';
import { TicketView } from '../../features/tickets/ticket-view';
import { t } from '../../i18n/strings';
import { usePageParam, usePageTitle } from '../../platform/navigation';
import { fetchEvent, useShownEvent } from '../../sync/fetched-events';
import { useNow } from '../../sync/now';
import { useOutgoing } from '../../sync/outbox';
import { useMySignUp } from '../../sync/standing';
import './index.scss';

export default function SignUpPage(): ReactElement {
  const id = usePageParam('id') ?? '';
  const { event, state } = useShownEvent(id);
  const now = useNow();
  const mine = useMySignUp(id, now);
  const refusal = useOutgoing(id)?.refusal ?? null;
  // What was refused may be out of date here, and only the region's own copy is synced.
  useEffect(() => {
    if (refusal !== null) void fetchEvent(id);
  }, [id, refusal]);
  // One that is given up or has expired leaves the form to sign up again.
  const ticket = mine !== undefined && (isActive(mine.status) || mine.status === 'event-cancelled') ? mine : undefined;
  const title = ticket === undefined ? t.signUp.title : t.tickets.title;
  usePageTitle(title);
  if (event === undefined) {
    return (
      <AppScreen title={t.signUp.title}>
        <EventWait id={id} state={id === '' ? 'gone' : state} />
      </AppScreen>
    );
  }
  const done =
    ticket === undefined ? null : (
      <View>
        <TicketView mine={ticket} now={now} />
        <EventRegion event={event} />
      </View>
    );
  return (
    <AppScreen title={title}>
      {done === null ? <SignUpHead event={event} now={now} /> : null}
      <SignUpWay event={event} now={now} done={done} />
    </AppScreen>
  );
}
