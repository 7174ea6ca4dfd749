import { View } from '@tarojs/components';
import { type ReactElement, useMemo } from 'react';
import { inOrder, type TimedEvent, upcoming } from '../../domain/agenda';
import { presentCard, withMarks } from '../../i18n/present-event';
import { t } from '../../i18n/strings';
import { goTo } from '../../platform/navigation';
import { useFollows } from '../../sync/follows';
import { useEventMarks } from '../../sync/standing';
import { EventCard } from '../../ui/event-card';
import { Section } from '../../ui/section';

/** A page of a mini-program holds a thousand nodes, and this is not the only list on it. */
const MOST = 20;

function Followed({ timed, now }: { readonly timed: TimedEvent; readonly now: number }): ReactElement {
  const { id, title, kind } = timed.event;
  const marks = useEventMarks(id);
  return (
    <EventCard
      title={title}
      kind={kind}
      {...withMarks(presentCard(timed, now), { ...marks, followed: false })}
      onTap={() => {
        goTo('/packages/event/index', { id });
      }}
    />
  );
}

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
        <Followed key={each.event.id} timed={each} now={now} />
      ))}
      {all.length > MOST ? <View>{t.follow.rest(all.length - MOST)}</View> : null}
    </Section>
  );
}
