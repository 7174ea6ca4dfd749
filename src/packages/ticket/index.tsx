import type { ReactElement } from 'react';
import { AppScreen } from '../../features/settings/app-screen';
import { TicketView } from '../../features/tickets/ticket-view';
import { t, ticketPage } from '../../../words/strings';
import { usePageShown } from '../../platform/lifecycle';
import { switchTab, usePageId } from '../../platform/navigation';
import { useNow } from '../../sync/now';
import { pullSignUps } from '../../sync/sign-ups';
import { useMySignUp, useStandings } from '../../sync/standing';
import { Notice } from '../../ui/notice';
import './index.scss';

export default function TicketPage(): ReactElement {
  const id = usePageId('id') ?? '';
  const signUpId = usePageId('signUp');
  const now = useNow();
  const speaking = useMySignUp(id, now);
  const named = useStandings(now).find(({ signUp }) => signUp.id === signUpId);
  const mine = named ?? speaking;
  usePageShown(() => void pullSignUps());
  return (
    <AppScreen title={ticketPage.title}>
      {mine === undefined ? (
        <Notice
          icon="ticket"
          title={ticketPage.missingTitle}
          text={ticketPage.missingText}
          action={{
            text: t.tickets.emptyAction,
            onTap: () => {
              switchTab('/pages/calendar/index');
            },
          }}
        />
      ) : (
        <TicketView mine={mine} now={now} />
      )}
    </AppScreen>
  );
}
