import { type ReactElement, useMemo } from 'react';
import { covers, NATION } from '../../../domain/region/region';
import { t } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { useLeavePicker } from './use-leave-picker';
import { changeEventFilter, useEventFilter } from '../../sync/event-filter';
import { useViewedRegion } from '../../sync/preferences';
import { useReplica } from '../../sync/replica';
import { EmptyState } from '../../ui/notice';
import { RegionPicker } from '../../blocks/region-picker/region-picker';

/** A part of the chosen region, for the calendar's filter: only where something is held, and how much. */
export function FilterRegion(): ReactElement {
  const leave = useLeavePicker('/pages/calendar/index');
  const { code: root, name } = useViewedRegion();
  const chosen = useEventFilter().region?.code;
  const events = useReplica((state) => state.replica.events);
  const held = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { region } of events.values()) counts.set(region, (counts.get(region) ?? 0) + 1);
    return [...counts];
  }, [events]);
  const noteOf = (scope: string): string | null => {
    let count = 0;
    for (const [code, here] of held) if (covers(scope, code)) count += here;
    return count === 0 ? null : t.region.held(count);
  };
  // The whole country's copy has no event of any part of it.
  const isWhole = root === NATION;
  if (isWhole || noteOf(root) === null) {
    return (
      <EmptyState
        icon="map-pin"
        title={isWhole ? t.region.choose : t.home.emptyIn(name)}
        text={isWhole ? t.home.chooseText : t.region.filterEmptyText}
        action={{
          text: isWhole ? t.region.choose : t.region.filterEmptyAction,
          onTap: () => {
            goTo('/packages/region/index');
          },
        }}
      />
    );
  }
  return (
    <RegionPicker
      hint={t.region.filterHint}
      root={root}
      chosen={chosen}
      noteOf={noteOf}
      onChoose={(region) => {
        changeEventFilter({ region: region.code === root ? null : region });
        leave();
      }}
    />
  );
}
