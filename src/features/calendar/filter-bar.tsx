import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { AUDIENCES, KINDS } from '../../domain/campaign';
import { type ChoiceCounts, type EventFilter, filterCount } from '../../domain/event-filter';
import { t } from '../../i18n/strings';
import { goTo } from '../../platform/navigation';
import { changeEventFilter, clearEventFilter } from '../../sync/event-filter';
import { Chip } from '../../ui/chip';
import { Strip } from '../../ui/strip';

interface FilterBarProps {
  readonly filter: EventFilter;
  readonly counts: ChoiceCounts;
  /** How many are over before the list begins, and whether it shows them too. */
  readonly earlier: { readonly count: number; readonly on: boolean; readonly toggle: () => void };
}

function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}

interface Choice {
  readonly name: string;
  readonly count: number;
  readonly on: boolean;
  readonly toggle: () => void;
}

/** In an order that stays as it is, whatever is on; what would show nothing is left out. */
function choicesOf(filter: EventFilter, counts: ChoiceCounts): Choice[] {
  const { kinds, audiences, signUpOpen, weekend } = filter;
  const change = (part: Partial<EventFilter>) => () => {
    changeEventFilter(part);
  };
  const countOf = (name: string): number => counts.get(name) ?? 0;
  const choices = [
    {
      name: t.calendar.weekend,
      count: countOf('weekend'),
      on: weekend,
      toggle: change({ weekend: !weekend }),
    },
    {
      name: t.calendar.signUpOpen,
      count: countOf('signUpOpen'),
      on: signUpOpen,
      toggle: change({ signUpOpen: !signUpOpen }),
    },
    ...AUDIENCES.map((name) => ({
      name,
      count: countOf(name),
      on: audiences.includes(name),
      toggle: change({ audiences: toggled(audiences, name) }),
    })),
    ...KINDS.map((name) => ({
      name,
      count: countOf(name),
      on: kinds.includes(name),
      toggle: change({ kinds: toggled(kinds, name) }),
    })),
  ];
  return choices.filter(({ on, count }) => on || count > 0);
}

/** All filters in one line that can be pushed sideways; it stays on the screen while the list runs below it. */
export function FilterBar({ filter, counts, earlier }: FilterBarProps): ReactElement {
  const { region } = filter;
  const set = filterCount(filter);
  const choices = choicesOf(filter, counts);
  if (earlier.on || earlier.count > 0) choices.push({ name: t.calendar.earlier, ...earlier });
  return (
    <View className="filters">
      <Strip id="filters" className="filters__scroll">
        <View className="filters__line">
          {set === 0 ? null : (
            <Chip text={t.calendar.clear} label={t.calendar.clearAll(set)} icon="x" onTap={clearEventFilter} />
          )}
          <Chip
            text={region?.name ?? t.calendar.anyRegion}
            label={region === null ? t.calendar.region(t.calendar.anyRegion) : t.calendar.regionOn(region.name)}
            icon="chevron-down"
            on={region !== null}
            onTap={() => {
              if (region === null) goTo('/packages/region/index', { for: 'filter' });
              else changeEventFilter({ region: null });
            }}
          />
          <Chip
            text={t.nearby.open}
            label={t.nearby.open}
            icon="route"
            onTap={() => {
              goTo('/packages/nearby/index');
            }}
          />
          {choices.map(({ name, count, on, toggle }) => (
            <Chip
              key={name}
              text={name}
              count={count}
              on={on}
              label={on ? t.calendar.chipOn(name, count) : t.calendar.chip(name, count)}
              onTap={toggle}
            />
          ))}
        </View>
      </Strip>
    </View>
  );
}
