import { View } from '@tarojs/components';
import { type ReactElement, useEffect } from 'react';
import type { QualityEvent } from '../../../domain/event/event';
import { parseInstant } from '../../../domain/time/time';
import { decideAction, type SignUpAction } from '../../../domain/sign-up/sign-up-action';
import { t } from '../../../words/strings';
import { usePageShown } from '../../platform/lifecycle';
import { goTo } from '../../platform/navigation';
import { openMap } from '../../platform/phone';
import { loadAvailability, useAvailability } from '../../sync/availability';
import { useNowUntil } from '../../sync/now';
import { useOutgoing } from '../../sync/outbox';
import { useMySignUp } from '../../sync/standing';
import { Button } from '../../ui/button';
import { actionWords } from './action-words';

interface ActionBarProps {
  readonly event: QualityEvent;
}

/** The page that the button opens; none where there is nothing to do. */
const PAGES: Partial<Record<SignUpAction['act'], 'sign-up' | 'ticket'>> = {
  sending: 'sign-up',
  refused: 'sign-up',
  'join-waitlist': 'sign-up',
  'sign-up': 'sign-up',
  ticket: 'ticket',
  waiting: 'ticket',
};

/** The event's one main button, whose label tells how things stand; beside it the way there. */
export function ActionBar({ event }: ActionBarProps): ReactElement {
  const now = useNowUntil(event.signUp === null ? null : parseInstant(event.signUp.opensAt));
  const mine = useMySignUp(event.id, now);
  const outgoing = useOutgoing(event.id);
  const seats = useAvailability(event.id);
  const seated = event.signUp !== null;
  // The event may arrive after its page was shown: a card that is opened on a first launch.
  useEffect(() => {
    if (seated) void loadAvailability(event.id);
  }, [event.id, seated]);
  usePageShown(() => {
    if (seated) void loadAvailability(event.id);
  });
  const sent = outgoing === undefined ? undefined : outgoing.refusal === null ? 'sending' : 'refused';
  const action = decideAction({ event, mine, outgoing: sent, seats, now });
  const { venue } = event;
  const navigate = venue === null ? null : () => void openMap(venue);
  if (action.act === 'none' && navigate !== null) {
    return <Button look="main" text={t.signUp.action.navigate} onTap={navigate} />;
  }
  const page = PAGES[action.act];
  return (
    <View className="action-bar">
      {navigate === null || action.act === 'event-cancelled' ? null : (
        <View className="action-bar__side">
          <Button text={t.signUp.action.navigate} onTap={navigate} />
        </View>
      )}
      <View className="action-bar__main">
        <Button
          look="main"
          text={actionWords(action, now)}
          disabled={page === undefined}
          onTap={() => {
            if (page !== undefined) goTo(`/packages/${page}/index`, { id: event.id });
          }}
        />
      </View>
    </View>
  );
}
