/**
 * When summaries are due and who is reminded (docs/rules.md, "Summaries", rules 4 and 5). `dueOn` is a day in China, and
 * the campaign's data; instants are epoch ms. Source of 2025-10-09: 藏质标办〔2025〕1号, 五.
 */
import { dayOf, daysBetween } from '../time/time';
import type { SummaryState } from './summary-state';

/** Days before the deadline. */
export const REMINDERS = [7, 3, 1] as const;
export type Reminder = (typeof REMINDERS)[number];

/** 迟报: after the deadline's day in China has ended. Submitting goes on all the same. */
export function isLate(submittedAt: number, dueOn: string): boolean {
  return dayOf(submittedAt) > dueOn;
}

export interface Reminded {
  readonly organisation: string;
  /** `null`: nothing was begun. */
  readonly state: SummaryState | null;
  /** It came on paper. */
  readonly received: boolean;
  /** Which reminders went out already. */
  readonly sent: readonly Reminder[];
}

export interface DueReminder {
  readonly organisation: string;
  readonly reminder: Reminder;
  /** Days that are left in truth, which are fewer where the server was down on the day. */
  readonly daysLeft: number;
}

const hasSubmitted = ({ state, received }: Reminded): boolean =>
  received || state === 'submitted' || state === 'accepted';

/**
 * The reminders to send at `now`: each of 7, 3 and 1 days before once, only to those who have not submitted. One that was
 * missed is not made up for beside the next, and after the deadline nobody is reminded.
 */
export function remindersDue(organisations: readonly Reminded[], dueOn: string, now: number): readonly DueReminder[] {
  const daysLeft = daysBetween(dayOf(now), dueOn);
  if (daysLeft < 0) return [];
  const [reminder] = REMINDERS.filter((days) => daysLeft <= days).slice(-1);
  if (reminder === undefined) return [];
  return organisations
    .filter((each) => !hasSubmitted(each) && !each.sent.includes(reminder))
    .map(({ organisation }) => ({ organisation, reminder, daysLeft }));
}
