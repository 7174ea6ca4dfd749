import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactElement } from 'react';
import { AUDIENCES, KINDS } from '../../../domain/campaign/campaign';
import { type ChoiceCounts, type EventFilter, filterCount } from '../../../domain/event/event-filter';
import { t } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { changeEventFilter, clearEventFilter } from '../../sync/event-filter';
import { meaning } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Sheet } from '../../ui/sheet';

interface FilterSheetProps {
  readonly filter: EventFilter;
  readonly counts: ChoiceCounts;
  /** How many without any filter. */
  readonly all: ChoiceCounts;
  /** How many are over before the list begins, and whether it shows them too. */
  readonly earlier: { readonly count: number; readonly on: boolean; readonly toggle: () => void };
  /** How many events the list shows. */
  readonly count: number;
  readonly onClose: () => void;
}

function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}

interface Choice {
  readonly name: string;
  readonly count: number;
  /** Whether it finds anything at all. */
  readonly isOffered: boolean;
  readonly on: boolean;
  readonly toggle: () => void;
}

/** In an order and in places that stay as they are, whatever is on; what finds nothing at all is left out. */
function Choices({
  name,
  choices,
}: {
  readonly name: string;
  readonly choices: readonly Choice[];
}): ReactElement | null {
  const shown = choices.filter(({ on, isOffered }) => on || isOffered);
  if (shown.length === 0) return null;
  return (
    <Group name={name}>
      {shown.map(({ name: text, count, on, toggle }) => (
        <Chip
          key={text}
          text={text}
          count={count}
          on={on}
          label={on ? t.calendar.chipOn(text, count) : t.calendar.chip(text, count)}
          onTap={toggle}
        />
      ))}
    </Group>
  );
}

function Group({ name, children }: PropsWithChildren<{ readonly name: string }>): ReactElement {
  return (
    <View className="choices" {...meaning({ role: 'group', label: name })}>
      <View className="choices__name">{name}</View>
      <View className="choices__line">{children}</View>
    </View>
  );
}

function RegionChoice({ region }: Pick<EventFilter, 'region'>): ReactElement {
  return (
    <Group name={t.calendar.groupRegion}>
      <Chip
        text={region?.name ?? t.calendar.anyRegion}
        label={region === null ? t.calendar.region(t.calendar.anyRegion) : t.calendar.regionOn(region.name)}
        icon="chevron-right"
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
    </Group>
  );
}

/** All filters at once; each choice takes effect at once, and says how many events it would show. */
export function FilterSheet({ filter, counts, all, earlier, count, onClose }: FilterSheetProps): ReactElement {
  const { region, kinds, audiences, signUpOpen, weekend } = filter;
  const set = filterCount(filter);
  const choice = (name: string, key: string, on: boolean, part: Partial<EventFilter>): Choice => ({
    name,
    count: counts.get(key) ?? 0,
    isOffered: all.has(key),
    on,
    toggle: () => {
      changeEventFilter(part);
    },
  });
  return (
    <Sheet
      id="filter-sheet"
      title={t.calendar.filter}
      closeLabel={t.calendar.filterClose}
      onClose={onClose}
      isAboveTabs
      footer={
        <View className="choices__acts">
          <Button text={t.calendar.clear} disabled={set === 0} onTap={clearEventFilter} />
          <View className="choices__see">
            <Button look="main" text={t.calendar.seeEvents(count)} onTap={onClose} />
          </View>
        </View>
      }
    >
      <Choices
        name={t.calendar.groupTime}
        choices={[
          choice(t.calendar.weekend, 'weekend', weekend, { weekend: !weekend }),
          choice(t.calendar.signUpOpen, 'signUpOpen', signUpOpen, { signUpOpen: !signUpOpen }),
          { name: t.calendar.earlier, isOffered: earlier.count > 0, ...earlier },
        ]}
      />
      <Choices
        name={t.calendar.groupAudience}
        choices={AUDIENCES.map((name) =>
          choice(name, name, audiences.includes(name), { audiences: toggled(audiences, name) }),
        )}
      />
      <RegionChoice region={region} />
      <Choices
        name={t.calendar.groupKind}
        choices={KINDS.map((name) => choice(name, name, kinds.includes(name), { kinds: toggled(kinds, name) }))}
      />
    </Sheet>
  );
}
