import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { addEventToCalendar } from '../../blocks/add-to-calendar/add-to-calendar';
import { t } from '../../../words/strings';
import { toast } from '../../platform/ask';
import type { QualityEvent } from '../../../domain/event/event';
import { type ShareCard, sharePage } from '../../platform/share';
import { follow, unfollow, useFollows } from '../../sync/follows';
import { Icon } from '../../ui/icon';
import { ShareButton } from '../../ui/share-button';
import { Tap } from '../../ui/tap';

async function share(card: ShareCard): Promise<void> {
  const shared = await sharePage(card);
  if (shared === 'copied') toast(t.follow.copied);
  if (shared === 'refused') toast(t.follow.shareRefused);
}

function FollowButton({ event }: { readonly event: QualityEvent }): ReactElement {
  const followed = useFollows((state) => state.ids.includes(event.id));
  const toggle = (): void => {
    if (followed) unfollow(event.id);
    const outcome = followed ? 'undone' : follow(event);
    toast({ ok: t.follow.done, full: t.follow.full, undone: t.follow.undone }[outcome]);
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
  readonly event: QualityEvent;
  readonly card: ShareCard;
  /** It is over, or cancelled: there is nothing to put into a calendar. */
  readonly past: boolean;
}

/** What one does with an event beside signing up: follow it, put it into the phone's calendar, tell a friend. */
export function EventActions({ event, card, past }: EventActionsProps): ReactElement {
  return (
    <View className="event-actions">
      <FollowButton event={event} />
      {past ? null : (
        <Tap label={t.follow.calendarLabel} className="event-actions__one" onTap={() => void addEventToCalendar(event)}>
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
