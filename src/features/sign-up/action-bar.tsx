import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { QualityEvent } from '../../../domain/event/event';
import type { SignUpAction } from '../../../domain/sign-up/sign-up-action';
import { t } from '../../../words/strings';
import { actionWords } from '../../blocks/sign-up-action/action-words';
import { useSignUpAction } from '../../blocks/sign-up-action/use-sign-up-action';
import { goTo } from '../../platform/navigation';
import { openMap } from '../../platform/phone';
import { useNowUntil } from '../../sync/now';
import { Button } from '../../ui/button';

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
  const now = useNowUntil(event.signUp?.opensAt ?? null);
  const action = useSignUpAction(event, now);
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
