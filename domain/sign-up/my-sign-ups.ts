/** One person's sign-ups as 我的 shows them. Instants are epoch ms. */
import type { EventId } from '../ids';
import type { QualityEvent } from '../event/event';
import { isActive, type SignUp, type SignUpStatus } from './sign-up';
import { statusAt, statusOfCancelledEvent } from './sign-up-status';

export interface MySignUp {
  readonly signUp: SignUp;
  readonly event: QualityEvent;
  readonly startsAt: number;
  readonly endsAt: number;
  /** As it stands by what this phone knows of the event and of the time; the server may not have been asked since. */
  readonly status: SignUpStatus;
}

/** Sign-up and event together. `now`: epoch ms. */
export function toMySignUp(signUp: SignUp, event: QualityEvent, now: number): MySignUp {
  const { startsAt, endsAt } = event;
  const known = event.status === 'cancelled' ? statusOfCancelledEvent(signUp.status) : signUp.status;
  return { signUp, event, startsAt, endsAt, status: statusAt(known, startsAt, now) };
}

export interface MySignUps {
  /** Confirmed and not over, the next first. */
  readonly upcoming: readonly MySignUp[];
  /** On a waitlist, the next first. */
  readonly waiting: readonly MySignUp[];
  /** Held, or waited for in vain; the latest first. */
  readonly past: readonly MySignUp[];
  /** Given up, or cancelled by the organiser; the latest first. */
  readonly cancelled: readonly MySignUp[];
}

export function groupSignUps(mine: readonly MySignUp[], now: number): MySignUps {
  const soonest = [...mine].sort((one, other) => one.startsAt - other.startsAt);
  const latest = [...soonest].reverse();
  const isUpcoming = ({ status, endsAt }: MySignUp): boolean => status === 'confirmed' && now < endsAt;
  return {
    upcoming: soonest.filter(isUpcoming),
    waiting: soonest.filter(({ status }) => status === 'waitlisted'),
    past: latest.filter((each) => each.status === 'expired' || (each.status === 'confirmed' && !isUpcoming(each))),
    cancelled: latest.filter(({ status }) => status === 'cancelled' || status === 'event-cancelled'),
  };
}

/** Which of the account's sign-ups for one event speaks for it: the active one, else the newest. */
export function signUpFor(signUps: readonly SignUp[], eventId: EventId): SignUp | undefined {
  const here = signUps.filter((each) => each.eventId === eventId);
  return here.find(({ status }) => isActive(status)) ?? here.sort(byNewest)[0];
}

const byNewest = (one: SignUp, other: SignUp): number => other.createdAt - one.createdAt;
