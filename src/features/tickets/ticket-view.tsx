import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { MySignUp } from '../../../domain/sign-up/my-sign-ups';
import { dayOf } from '../../../domain/time/time';
import { t, ticketPage } from '../../../words/strings';
import { spanWords } from '../../../words/when';
import { meaning } from '../../ui/a11y';
import { Badge } from '../../ui/badge';
import { ChangeList } from './change-list';
import { statusWords } from './status-words';
import { Queue, Stub } from './stub';
import { Whom } from './whom';
import { Line } from './line';
import { TicketActions } from './ticket-actions';

interface TicketViewProps {
  readonly mine: MySignUp;
  /** Epoch ms. */
  readonly now: number;
}

/** Why there is nothing to hold up. */
function Void({ mine: { status, event } }: Pick<TicketViewProps, 'mine'>): ReactElement | null {
  const words = ticketPage;
  if (status === 'expired') return <View className="ticket__void">{words.expiredText}</View>;
  if (status === 'cancelled') return <View className="ticket__void">{words.cancelledText}</View>;
  if (status !== 'event-cancelled') return null;
  return (
    <View className="ticket__void">
      <View>{words.eventCancelledText}</View>
      {event.cancelReason === undefined ? null : <View>{t.tickets.reason(event.cancelReason)}</View>}
    </View>
  );
}

/** One sign-up: the ticket if it is confirmed, the queue if it waits, else why it is neither. */
export function TicketView({ mine, now }: TicketViewProps): ReactElement {
  const { signUp, event, status, startsAt, endsAt } = mine;
  const { text, tone } = statusWords(mine, now);
  const words = ticketPage;
  return (
    <View className="ticket">
      {status === 'event-cancelled' ? null : <ChangeList eventId={event.id} now={now} entry={mine} />}
      <View className={`card ticket__card ticket__card--${tone}`}>
        <View className="ticket__head">
          <Badge text={text} tone={tone} />
          {event.sample ? <Badge text={t.app.sample} tone="outline" /> : null}
        </View>
        <View className="ticket__title" {...meaning({ role: 'heading', level: 2 })}>
          {event.title}
        </View>
        {status === 'confirmed' && signUp.ticket !== undefined && now < endsAt ? <Stub ticket={signUp.ticket} /> : null}
        {status === 'waitlisted' ? <Queue signUp={signUp} /> : null}
        <Void mine={mine} />
        <Line name={words.time}>{spanWords(startsAt, endsAt, dayOf(now))}</Line>
        <Line name={words.place}>
          {event.venue === null ? event.regionName : `${event.venue.name} · ${event.venue.address}`}
        </Line>
        <Whom signUp={signUp} />
      </View>
      <TicketActions mine={mine} now={now} />
    </View>
  );
}
