import type { MySignUp } from '../../../domain/sign-up/my-sign-ups';
import { t } from '../../../words/strings';
import { clockWords } from '../../../words/when';
import type { BadgeTone } from '../../ui/badge';

export interface StatusWords {
  readonly text: string;
  readonly tone: BadgeTone;
}

/** Where a sign-up stands, in one word. `now`: epoch ms. */
export function statusWords({ status, signUp, endsAt }: MySignUp, now: number): StatusWords {
  const words = t.tickets;
  switch (status) {
    case 'confirmed':
      if (signUp.attendance !== undefined)
        return { text: words.arrived(clockWords(signUp.attendance.at)), tone: 'pine' };
      return now < endsAt ? { text: words.confirmed, tone: 'pine' } : { text: words.ended, tone: 'grey' };
    case 'waitlisted':
      return { text: t.signUp.action.waiting(signUp.position), tone: 'gold' };
    case 'cancelled':
      return { text: words.byYou, tone: 'grey' };
    case 'event-cancelled':
      return { text: words.byOrganiser, tone: 'vermilion' };
    case 'expired':
      return { text: words.expired, tone: 'grey' };
  }
}
