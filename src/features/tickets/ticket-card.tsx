import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { MySignUp } from '../../../domain/sign-up/my-sign-ups';
import { dayOf } from '../../../domain/time/time';
import { t } from '../../../words/strings';
import { spanWords } from '../../../words/when';
import { goTo } from '../../platform/navigation';
import { useChanges } from '../../sync/standing';
import { Badge } from '../../ui/badge';
import { Icon } from '../../ui/icon';
import { Tap } from '../../ui/tap';
import { statusWords } from './status-words';

/** A sign-up in a list; a tap opens its ticket. `now`: epoch ms. */
export function TicketCard({ mine, now }: { readonly mine: MySignUp; readonly now: number }): ReactElement {
  const { event, startsAt, endsAt } = mine;
  const { text, tone } = statusWords(mine, now);
  const changed = useChanges(event.id).length > 0;
  const when = spanWords(startsAt, endsAt, dayOf(now));
  const state = changed ? `${text}，${t.tickets.changes.title}` : text;
  return (
    <Tap
      role="link"
      label={t.tickets.label(state, event.title, when)}
      className="card ticket-card"
      onTap={() => {
        goTo('/packages/ticket/index', { id: event.id, signUp: mine.signUp.id });
      }}
    >
      <View className="ticket-card__words">
        <View className="ticket-card__marks">
          <Badge text={text} tone={tone} />
          {changed ? <Badge text={t.tickets.changes.title} tone="vermilion" /> : null}
        </View>
        <View className="ticket-card__title">{event.title}</View>
        <View className="ticket-card__when">{when}</View>
      </View>
      <Icon name="chevron-right" size={20} />
    </Tap>
  );
}
