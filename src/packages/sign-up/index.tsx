import type { ReactElement } from 'react';
import { isActive } from '../../domain/sign-up';
import { AppScreen } from '../../features/settings/app-screen';
import { SignUpHead } from '../../features/sign-up/sign-up-head';
import { SignUpWay } from '../../features/sign-up/sign-up-way';
import { TicketView } from '../../features/tickets/ticket-view';
import { t } from '../../i18n/strings';
import { switchTab, usePageId, usePageTitle } from '../../platform/navigation';
import { useNow } from '../../sync/now';
import { useKnownEvent, useMySignUp } from '../../sync/standing';
import { Notice } from '../../ui/notice';
import './index.scss';

export default function SignUpPage(): ReactElement {
  const id = usePageId('id') ?? '';
  const event = useKnownEvent(id);
  const now = useNow();
  const mine = useMySignUp(id, now);
  // One that is given up or has expired leaves the form to sign up again.
  const ticket = mine !== undefined && (isActive(mine.status) || mine.status === 'event-cancelled') ? mine : undefined;
  const title = ticket === undefined ? t.signUp.title : t.tickets.title;
  usePageTitle(title);
  if (event === undefined) {
    const action = {
      text: t.event.missingAction,
      onTap: () => {
        switchTab('/pages/calendar/index');
      },
    };
    return (
      <AppScreen title={t.signUp.title}>
        <Notice icon="calendar-x" title={t.signUp.missingTitle} text={t.signUp.missingText} action={action} />
      </AppScreen>
    );
  }
  const done = ticket === undefined ? null : <TicketView mine={ticket} now={now} />;
  return (
    <AppScreen title={title}>
      {done === null ? <SignUpHead event={event} now={now} /> : null}
      <SignUpWay event={event} now={now} done={done} />
    </AppScreen>
  );
}
