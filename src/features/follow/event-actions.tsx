import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { TimedEvent } from '../../../domain/event/agenda';
import { presentCalendarEntry } from '../../../words/present-calendar-entry';
import { t, ticketPage } from '../../../words/strings';
import { say } from '../../platform/ask';
import { addToCalendar } from '../../platform/phone-calendar';
import { type ShareCard, sharePage } from '../../platform/share';
import { follow, unfollow, useFollows } from '../../sync/follows';
import { Icon } from '../../ui/icon';
import { ShareButton } from '../../ui/share-button';
import { Tap } from '../../ui/tap';

async function keepInCalendar(timed: TimedEvent): Promise<void> {
  const outcome = await addToCalendar(presentCalendarEntry(timed));
  const words = { done: ticketPage.addedCalendar, file: ticketPage.calendarFile, refused: ticketPage.calendarRefused };
  say(words[outcome]);
}

async function share(card: ShareCard): Promise<void> {
  const shared = await sharePage(card);
  if (shared === 'copied') say(t.follow.copied);
  if (shared === 'refused') say(t.follow.shareRefused);
}

function FollowButton({ timed: { event } }: { readonly timed: TimedEvent }): ReactElement {
  const followed = useFollows((state) => state.ids.includes(event.id));
  const toggle = (): void => {
    if (followed) unfollow(event.id);
    const outcome = followed ? 'undone' : follow(event);
    say({ ok: t.follow.done, full: t.follow.full, undone: t.follow.undone }[outcome]);
  };
  return (
    <Tap
      role="switch"
      checked={followed}
      label={followed ? t.follow.unfollowLabel : t.follow.followLabel}
      className={`event-actions__one ${followed ? 'event-actions__one--on' : ''}`}
      onTap={toggle}
    >
      <Icon name={followed ? 'check' : 'star'} colour={followed ? 'gold' : 'grey'} size={20} />
      <View>{followed ? t.follow.followed : t.follow.follow}</View>
    </Tap>
  );
}

interface EventActionsProps {
  readonly timed: TimedEvent;
  readonly card: ShareCard;
  /** It is over, or cancelled: there is nothing to put into a calendar. */
  readonly past: boolean;
}

/** What one does with an event beside signing up: follow it, put it into the phone's calendar, tell a friend. */
export function EventActions({ timed, card, past }: EventActionsProps): ReactElement {
  return (
    <View className="event-actions">
      <FollowButton timed={timed} />
      {past ? null : (
        <Tap label={t.follow.calendarLabel} className="event-actions__one" onTap={() => void keepInCalendar(timed)}>
          <Icon name="calendar-plus" size={20} />
          <View>{t.follow.calendar}</View>
        </Tap>
      )}
      <View className="event-actions__share">
        <ShareButton text={t.follow.share} onTap={() => void share(card)} />
      </View>
    </View>
  );
}
