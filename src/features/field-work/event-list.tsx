import { View } from '@tarojs/components';
import { type ReactElement, useCallback } from 'react';
import type { DraftRow } from '../../../domain/event/draft';
import { dayOf, parseInstant } from '../../../domain/time/time';
import { fieldWork } from '../../../words/strings';
import { spanWords } from '../../../words/when';
import { goTo } from '../../platform/navigation';
import { fetchMyEvents } from '../../sync/field-work';
import { Badge, type BadgeTone } from '../../ui/badge';
import { EmptyState } from '../../ui/notice';
import { Section } from '../../ui/section';
import { Tap } from '../../ui/tap';
import { groupEvents } from './event-groups';
import { MoreButton } from './more-button';
import { NotHere } from './not-here';
import { useAsked } from './use-asked';
import { useFurther } from './use-further';

const words = fieldWork.list;

/** A published event without a word is as citizens see it. */
function stateOf({ state, published }: DraftRow): { readonly text: string; readonly tone: BadgeTone } | null {
  const { states } = fieldWork;
  if (published?.status === 'cancelled') return { text: states.cancelled, tone: 'grey' };
  if (published?.suspended === true) return { text: states.suspended, tone: 'vermilion' };
  if (published === null && state === 'draft') return { text: states.new, tone: 'outline' };
  return state === 'published' ? null : { text: states[state], tone: 'gold' };
}

interface EventRowProps {
  readonly org: string;
  readonly row: DraftRow;
  readonly now: number;
}

function EventRow({ org, row, now }: EventRowProps): ReactElement {
  const { id, seats } = row;
  const [start, end] = [parseInstant(row.startsAt ?? ''), parseInstant(row.endsAt ?? '')];
  const when = start === null || end === null ? words.noTime : spanWords(start, end, dayOf(now));
  const title = row.title ?? words.untitled;
  const state = stateOf(row);
  return (
    <Tap
      role="link"
      label={words.open(title, when)}
      named="content"
      className="card work__event"
      onTap={() => {
        goTo('/packages/field/event/index', { org, id });
      }}
    >
      {state === null ? null : <Badge {...state} />}
      <View className="work__title">{title}</View>
      <View className="work__quiet">{when}</View>
      {seats === null ? null : (
        <View className="work__quiet">
          {words.seats(seats.taken, seats.capacity)}
          {seats.waiting === 0 ? '' : `，${words.waiting(seats.waiting)}`}
        </View>
      )}
    </Tap>
  );
}

interface EventListProps {
  readonly org: string;
  /** Epoch ms. */
  readonly now: number;
}

/** The events of one organisation; a further page is asked for by a tap. */
export function EventList({ org, now }: EventListProps): ReactElement {
  const ask = useCallback(() => fetchMyEvents(org), [org]);
  const { asked, again } = useAsked(ask);
  const further = useFurther(
    asked.status === 'here' ? asked.value : null,
    ({ events }) => events,
    (after) => fetchMyEvents(org, after),
  );
  if (asked.status !== 'here') return <NotHere status={asked.status} onRetry={again} />;
  const { rows } = further;
  if (rows.length === 0) return <EmptyState icon="calendar-days" title={words.emptyTitle} text={words.emptyText} />;
  return (
    <View>
      {groupEvents(rows, now).map((group) => (
        <Section key={group.name} title={words[group.name]}>
          {group.rows.map((row) => (
            <EventRow key={row.id} org={org} row={row} now={now} />
          ))}
        </Section>
      ))}
      <MoreButton {...further} />
    </View>
  );
}
