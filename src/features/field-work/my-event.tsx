import { View } from '@tarojs/components';
import { type ReactElement, useCallback } from 'react';
import type { Draft } from '../../../domain/event/draft';
import { dayOf, parseInstant } from '../../../domain/time/time';
import { fieldWork } from '../../../words/strings';
import { spanWords } from '../../../words/when';
import { goTo } from '../../platform/navigation';
import { fetchMyEvent, type Which } from '../../sync/field-work';
import { ariaProps } from '../../ui/a11y';
import { Row } from '../../ui/row';
import { mayEdit, type OwnOrganisation } from './member-gate';
import { NotHere } from './not-here';
import { useAsked } from './use-asked';

const words = fieldWork.event;

interface MyEventProps {
  readonly organisation: OwnOrganisation;
  readonly id: string;
  /** Epoch ms. */
  readonly now: number;
}

export function whenOf({ startsAt, endsAt }: Pick<Draft, 'startsAt' | 'endsAt'>, now: number): string {
  const [start, end] = [parseInstant(startsAt ?? ''), parseInstant(endsAt ?? '')];
  return start === null || end === null ? fieldWork.list.noTime : spanWords(start, end, dayOf(now));
}

/** Whether its time can still be changed. */
export function isOpen({ published, endsAt }: Pick<Draft, 'published' | 'endsAt'>, now: number): boolean {
  return published?.status === 'scheduled' && (parseInstant(endsAt ?? '') ?? 0) > now;
}

interface WaysProps {
  readonly which: Which;
  readonly draft: Draft;
  readonly now: number;
}

/** What an editor does with it from here. */
function Ways({ which, draft, now }: WaysProps): ReactElement {
  const { org, id } = which;
  const { counts, published } = draft;
  const open = (page: string) => (): void => {
    goTo(`/packages/field/${page}/index`, { org, id });
  };
  return (
    <View>
      <View className="card work__card--rows">
        {counts === null ? null : (
          <Row
            icon="users"
            title={words.roster}
            text={words.rosterText(counts.taken, counts.waiting)}
            onTap={open('roster')}
          />
        )}
        {isOpen(draft, now) ? (
          <Row icon="clock" title={words.reschedule} text={words.rescheduleText} onTap={open('reschedule')} />
        ) : null}
        {isOpen(draft, now) ? (
          <Row icon="calendar-x" title={words.cancel} text={words.cancelText} onTap={open('cancel')} />
        ) : null}
        {published === null ? null : (
          <Row
            icon="house"
            title={words.asCitizen}
            onTap={() => {
              goTo('/packages/event/index', { id });
            }}
          />
        )}
      </View>
      {published !== null && !isOpen(draft, now) ? <View className="work__note">{words.readOnly}</View> : null}
    </View>
  );
}

/** One of the member's events, and the ways on. */
export function MyEvent({ organisation, id, now }: MyEventProps): ReactElement {
  const org = organisation.id;
  const ask = useCallback(() => fetchMyEvent({ org, id }), [org, id]);
  const { asked, again } = useAsked(ask);
  if (asked.status !== 'here') return <NotHere status={asked.status} onRetry={again} />;
  const draft = asked.value;
  return (
    <View className="work">
      <View className="work__head">
        <View className="work__heading" {...ariaProps({ role: 'heading', level: 2 })}>
          {draft.title ?? fieldWork.list.untitled}
        </View>
        <View className="work__quiet">{whenOf(draft, now)}</View>
        {draft.venue == null ? null : <View className="work__quiet">{draft.venue.name}</View>}
      </View>
      {mayEdit(organisation.role) ? (
        <Ways which={{ org, id }} draft={draft} now={now} />
      ) : (
        <View className="work__note">{words.noRight}</View>
      )}
    </View>
  );
}
