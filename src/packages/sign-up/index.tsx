import { View } from '@tarojs/components';
import { type ReactElement, useEffect, useState } from 'react';
import { inOrder } from '../../../domain/event/agenda';
import type { QualityEvent } from '../../../domain/event/event';
import type { MySignUp } from '../../../domain/sign-up/my-sign-ups';
import { isActive } from '../../../domain/sign-up/sign-up';
import { EventWait } from '../../features/event/event-wait';
import { eventCard } from '../../features/event/share-card';
import { AppScreen } from '../../features/settings/app-screen';
import { Correction } from '../../features/sign-up/correction';
import { EventRegion } from '../../features/sign-up/event-region';
import { SignUpHead } from '../../features/sign-up/sign-up-head';
import { SignUpWay } from '../../features/sign-up/sign-up-way';
import { Success } from '../../features/tickets/success';
import { TicketView } from '../../features/tickets/ticket-view';
import { signUpForm, t, ticketPage } from '../../../words/strings';
import { usePageId, usePageParam, usePageTitle } from '../../platform/navigation';
import { type ShareCard, useForward } from '../../platform/share';
import { fetchEvent, useShownEvent } from '../../sync/fetched-events';
import { useNow } from '../../sync/now';
import { useOutgoing } from '../../sync/outbox';
import { useMySignUp } from '../../sync/standing';
import './index.scss';

interface Shown {
  readonly event: QualityEvent;
  readonly mine: MySignUp | undefined;
  /** Epoch ms. */
  readonly now: number;
}

interface DoneProps extends Omit<Shown, 'mine'> {
  readonly ticket: MySignUp;
  readonly card: ShareCard;
  /** The server has answered while this page was open. */
  readonly fresh: boolean;
}

function Done({ event, ticket, card, fresh, now }: DoneProps): ReactElement {
  return (
    <View>
      {fresh && isActive(ticket.status) ? <Success mine={ticket} card={card} /> : null}
      <TicketView mine={ticket} now={now} />
      <EventRegion event={event} />
    </View>
  );
}

function titleOf(ticket: MySignUp | undefined, correcting: boolean, fresh: boolean): string {
  if (correcting) return signUpForm.correct.title;
  if (ticket === undefined) return t.signUp.title;
  return fresh && ticket.status === 'confirmed' ? ticketPage.success.title : ticketPage.title;
}

export default function SignUpPage(): ReactElement {
  const id = usePageId('id') ?? '';
  const correct = usePageParam('correct');
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
  const [before] = useState(ticket?.signUp.id);
  const fresh = ticket !== undefined && ticket.signUp.id !== before;
  const correcting = correct !== undefined && mine?.signUp.id === correct;
  const title = titleOf(ticket, correcting, fresh);
  usePageTitle(title);
  const card = eventCard(id, event === undefined ? undefined : inOrder([event])[0], now);
  useForward(card);
  if (event === undefined) {
    return (
      <AppScreen title={t.signUp.title}>
        <EventWait id={id} state={id === '' ? 'gone' : state} />
      </AppScreen>
    );
  }
  if (correcting) {
    return (
      <AppScreen title={title}>
        <SignUpHead event={event} now={now} />
        <Correction mine={mine} now={now} />
      </AppScreen>
    );
  }
  const done = ticket === undefined ? null : <Done {...{ event, ticket, card, fresh, now }} />;
  return (
    <AppScreen title={title}>
      {done === null ? <SignUpHead event={event} now={now} /> : null}
      <SignUpWay event={event} now={now} done={done} />
    </AppScreen>
  );
}
