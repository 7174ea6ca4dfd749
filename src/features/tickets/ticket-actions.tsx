import { View } from '@tarojs/components';
import { type ReactElement, useEffect, useState } from 'react';
import type { MySignUp } from '../../../domain/sign-up/my-sign-ups';
import { isActive } from '../../../domain/sign-up/sign-up';
import { ticketPage } from '../../../words/strings';
import { confirm, toast } from '../../platform/ask';
import { goTo } from '../../platform/navigation';
import { openMap } from '../../platform/phone';
import { askForReminders, loadMessageSetup, useMessagesOffered } from '../../sync/messages';
import { cancelSignUp } from '../../sync/sign-ups';
import { Button } from '../../ui/button';
import { Row } from '../../ui/row';
import { addEventToCalendar } from '../../blocks/add-to-calendar/add-to-calendar';
import { KeepPicture } from './keep-picture';

async function remind(): Promise<void> {
  toast((await askForReminders()) > 0 ? ticketPage.reminded : ticketPage.notReminded);
}

/** One question, then the server is asked; what it says is shown, whatever it is. `asking`: the person has said yes. */
async function cancel({ signUp }: MySignUp, asking: () => void): Promise<void> {
  const words = ticketPage;
  const question = { title: words.cancelTitle, text: words.cancelText, yes: words.cancelYes, no: words.cancelNo };
  if (!(await confirm(question))) return;
  asking();
  const outcome = await cancelSignUp(signUp.id);
  const failed: Readonly<Record<string, string>> = words.cancelFailed;
  toast(outcome.ok ? words.cancelDone : (failed[outcome.code] ?? words.cancelFailed.other));
}

/** Why it cannot be cancelled any more (docs/rules.md, "At the door", rule 11); `null`: it can. */
function whyKept({ signUp, startsAt }: MySignUp, now: number): string | null {
  if (signUp.attendance !== undefined) return ticketPage.cancelFailed['already-in'];
  return now >= startsAt ? ticketPage.cancelFailed['event-started'] : null;
}

/** What can be done with a sign-up. */
export function TicketActions({ mine, now }: { readonly mine: MySignUp; readonly now: number }): ReactElement {
  const { event, status, startsAt, endsAt } = mine;
  const offered = useMessagesOffered();
  const [cancelling, setCancelling] = useState(false);
  const active = isActive(status) && now < endsAt;
  useEffect(() => {
    if (active) void loadMessageSetup();
  }, [active]);
  const words = ticketPage;
  const { venue } = event;
  // One that waits is told not to come: nothing is noted in a calendar for it.
  const confirmed = active && status === 'confirmed';
  const correctable = active && event.signUp !== null && now < Math.min(event.signUp.closesAt, startsAt);
  const leave = status === 'waitlisted' ? words.leaveQueue : words.cancel;
  const kept = whyKept(mine, now);
  return (
    <View>
      <View className="card ticket__actions">
        {confirmed ? <KeepPicture mine={mine} now={now} /> : null}
        {confirmed ? (
          <Row icon="calendar-plus" title={words.addCalendar} onTap={() => void addEventToCalendar(event)} />
        ) : null}
        {active && offered ? <Row icon="bell" title={words.remind} onTap={() => void remind()} /> : null}
        {active && venue !== null ? (
          <Row icon="navigation" title={words.navigate} onTap={() => void openMap(venue)} />
        ) : null}
        {correctable ? (
          <Row
            icon="pen-line"
            title={words.correct}
            onTap={() => {
              goTo('/packages/sign-up/index', { id: event.id, correct: mine.signUp.id });
            }}
          />
        ) : null}
        <Row
          icon="info"
          title={words.open}
          onTap={() => {
            goTo('/packages/event/index', { id: event.id });
          }}
        />
      </View>
      {active && kept !== null ? <View className="ticket__kept">{kept}</View> : null}
      {active && kept === null ? (
        <Button
          look="quiet"
          disabled={cancelling}
          text={cancelling ? words.cancelling : leave}
          onTap={() => {
            void cancel(mine, () => {
              setCancelling(true);
            }).finally(() => {
              setCancelling(false);
            });
          }}
        />
      ) : null}
    </View>
  );
}
