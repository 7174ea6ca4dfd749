import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { dayOf } from '../../../domain/time/time';
import { dayText, momentText } from '../../../words/console/dates';
import { workbenchWords as words } from '../../../words/console/workbench';
import { FIGURES_API } from '../../api-figures';
import { useCampaign } from '../../blocks/use-campaign';
import { now } from '../../clock';
import type { Summary } from '../../net/answers';
import { hasBelow, may, useOrganisation } from '../../session/organisation';
import { useAsk } from '../../session/use-ask';

/** Nearer than this it is among the deadlines. */
const NEAR_DAYS = 30;

function dueText({ state, deadline }: Pick<Summary, 'state' | 'deadline'>): string | null {
  if (deadline === null || state === 'submitted' || state === 'accepted') return null;
  const { dueOn, daysLeft } = deadline;
  const day = dayText(dueOn, dayOf(now()));
  if (daysLeft < 0) return words.summaryOverdue(day);
  if (daysLeft > NEAR_DAYS) return null;
  return words.summaryDue(day, daysLeft === 0 ? words.summaryToday : words.summaryLeft(daysLeft));
}

/** One's own summary while it is still to be handed in, the reminders that went out, and how many are missing below. */
export function SummaryDue(): ReactElement | null {
  const organisation = useOrganisation();
  const { id: org } = organisation;
  const { campaign } = useCampaign();
  const isReader = may(organisation, 'summary:read');
  const params = { org, campaign: campaign ?? '' };
  const own = useAsk(FIGURES_API.summary, { params }, { enabled: isReader && campaign !== undefined });
  const below = useAsk(
    FIGURES_API.summariesBelow,
    { params },
    { enabled: isReader && hasBelow(organisation) && campaign !== undefined },
  );
  const due = own.data === undefined ? null : dueText(own.data);
  const missing = below.data?.deadline ? below.data.rollUp.missing.length : 0;
  const isNear = (below.data?.deadline?.daysLeft ?? NEAR_DAYS + 1) <= NEAR_DAYS;
  const reminder = own.data?.reminders[0];
  if (due === null && (missing === 0 || !isNear)) return null;
  return (
    <ul className="lines">
      {due === null ? null : (
        <li className="lines__line">
          <Link to={`/o/${org}/summary`}>{words.summary}</Link>
          <div className="quiet figures">{due}</div>
          {own.data?.state === 'returned' ? <div>{words.summaryReturned}</div> : null}
          {reminder === undefined ? null : (
            <div className="quiet">{words.reminded(reminder.daysBefore, momentText(reminder.at, now()))}</div>
          )}
        </li>
      )}
      {missing === 0 || !isNear ? null : (
        <li className="lines__line">
          <Link to={`/o/${org}/summaries`}>{words.below(missing)}</Link>
        </li>
      )}
    </ul>
  );
}
