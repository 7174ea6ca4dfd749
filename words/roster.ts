/** A sign-up's state in the words of a roster. */
import type { SignUpStatus } from '../domain/sign-up/sign-up';

export const ROSTER_STATES: Readonly<Record<SignUpStatus, string>> = {
  confirmed: '已报名',
  waitlisted: '候补中',
  cancelled: '已取消',
  'event-cancelled': '场次已取消',
  expired: '候补未成',
};
