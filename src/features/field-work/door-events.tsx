import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { dayOf } from '../../../domain/time/time';
import { fieldWork } from '../../../words/strings';
import { spanWords } from '../../../words/when';
import { goTo } from '../../platform/navigation';
import { useReplica } from '../../sync/replica';
import { EmptyState } from '../../ui/notice';
import { Tap } from '../../ui/tap';

const words = fieldWork.list;

interface DoorEventsProps {
  readonly org: string;
  /** Those that the member is named for. */
  readonly ids: readonly string[];
  /** Epoch ms. */
  readonly now: number;
}

/** A door member's events: their masked rosters, and nothing else of them. */
export function DoorEvents({ org, ids, now }: DoorEventsProps): ReactElement {
  const known = useReplica(({ replica }) => replica.events);
  if (ids.length === 0) return <EmptyState icon="calendar-days" title={words.emptyTitle} />;
  return (
    <View>
      {ids.map((id) => {
        const event = known.get(id);
        const title = event?.title ?? words.untitled;
        const when = event === undefined ? words.noTime : spanWords(event.startsAt, event.endsAt, dayOf(now));
        return (
          <Tap
            key={id}
            role="link"
            label={words.open(title, when)}
            named="content"
            className="card work__event"
            onTap={() => {
              goTo('/packages/field/roster/index', { org, id });
            }}
          >
            <View className="work__title">{title}</View>
            <View className="work__quiet">{when}</View>
          </Tap>
        );
      })}
    </View>
  );
}
