import type { SignUpAction } from '../../../domain/sign-up/sign-up-action';
import { isCountingDown } from '../../../domain/event/next-instant';
import { dayOf } from '../../../domain/time/time';
import { t } from '../../../words/strings';
import { momentWords, remainingWords } from '../../../words/when';

/** What the one main button says. `now`: epoch ms. */
export function actionWords(action: SignUpAction, now: number): string {
  const words = t.signUp.action;
  switch (action.act) {
    case 'none':
      return t.event.noSignUp;
    case 'event-cancelled':
      return words.cancelled;
    case 'event-suspended':
      return words.suspended;
    case 'sending':
      return words.sending;
    case 'ticket':
      return words.ticket;
    case 'waiting':
      return words.waiting(action.position);
    case 'not-open':
      return isCountingDown(action.opensAt, now)
        ? words.opensIn(remainingWords(action.opensAt - now))
        : words.notOpen(momentWords(action.opensAt, dayOf(now)));
    case 'closed':
      return words.closed;
    case 'refused':
      return words.refused;
    case 'join-waitlist':
      return words.joinWaitlist;
    case 'sign-up':
      return words.signUp;
  }
}
