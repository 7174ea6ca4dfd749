import { View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import type { TimedEvent } from '../../../domain/event/agenda';
import { dayOf } from '../../../domain/time/time';
import { placeWords } from '../../../words/present-event';
import { t } from '../../../words/strings';
import { spanWords } from '../../../words/when';
import { goTo } from '../../platform/navigation';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Tap } from '../../ui/tap';

const FEW = 3;
/** A page of a mini-program holds a thousand nodes; who looks for more has the calendar. */
const MANY = 20;

interface HeldEventsProps {
  /** What is held under one item, in order, past ones left out. */
  readonly events: readonly TimedEvent[];
  /** Epoch ms. */
  readonly now: number;
}

function HeldEvent({ timed, now }: { readonly timed: TimedEvent; readonly now: number }): ReactElement {
  const when = spanWords(timed.startsAt, timed.endsAt, dayOf(now));
  const { id, title, status } = timed.event;
  const cancelled = status === 'cancelled';
  return (
    <Tap
      role="link"
      label={`${cancelled ? `${t.event.cancelled}，` : ''}${t.event.label(title, when, placeWords(timed))}`}
      className="held__one"
      onTap={() => {
        goTo('/packages/event/index', { id });
      }}
    >
      <View className="held__words">
        <View className={cancelled ? 'held__title held__title--off' : 'held__title'}>{title}</View>
        <View className="held__line">
          {when} · {placeWords(timed)}
        </View>
      </View>
      {cancelled ? <Badge text={t.event.cancelled} tone="vermilion" /> : null}
      <Icon name="chevron-right" size={16} />
    </Tap>
  );
}

/** The events held under an activity, the next few first. */
export function HeldEvents({ events, now }: HeldEventsProps): ReactElement | null {
  const [all, setAll] = useState(false);
  const shown = events.slice(0, all ? MANY : FEW);
  if (shown.length === 0) return null;
  return (
    <View className="held">
      <View className="held__count">{t.programme.held(events.length)}</View>
      {shown.map((timed) => (
        <HeldEvent key={timed.event.id} timed={timed} now={now} />
      ))}
      {events.length > FEW && !all ? (
        <Button
          look="quiet"
          text={t.programme.allHeld(events.length)}
          onTap={() => {
            setAll(true);
          }}
        />
      ) : null}
      {all && events.length > MANY ? (
        <View className="held__line">{t.programme.restHeld(events.length - MANY)}</View>
      ) : null}
    </View>
  );
}
