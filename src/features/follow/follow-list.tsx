import { View } from '@tarojs/components';
import { type ReactElement, useMemo } from 'react';
import { LiveEventCard } from '../../blocks/event-card/live-event-card';
import { inOrder, upcoming } from '../../../domain/event/agenda';
import { t } from '../../../words/strings';
import { useFollows } from '../../sync/follows';
import { Section } from '../../ui/section';

/** A page of a mini-program holds a thousand nodes, and this is not the only list on it. */
const MOST = 20;

/** The followed events: what is ahead by time, then what is over, latest first. `now`: epoch ms. */
export function FollowList({ now }: { readonly now: number }): ReactElement | null {
  const events = useFollows((state) => state.events);
  const timed = useMemo(() => inOrder(Object.values(events)), [events]);
  const ahead = upcoming(timed, now);
  const over = timed.filter(({ endsAt }) => endsAt <= now).reverse();
  const all = [...ahead, ...over];
  if (all.length === 0) return null;
  return (
    <Section title={t.follow.list}>
      {all.slice(0, MOST).map((each) => (
        <LiveEventCard key={each.event.id} timed={each} now={now} isFollowList />
      ))}
      {all.length > MOST ? <View>{t.follow.rest(all.length - MOST)}</View> : null}
    </Section>
  );
}
