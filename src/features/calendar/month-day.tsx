import { View } from '@tarojs/components';
import { memo, type ReactElement } from 'react';
import type { DayMarks } from '../../domain/month-grid';
import { t } from '../../i18n/strings';
import { dayHeading } from '../../i18n/when';
import { Icon } from '../../ui/icon';
import { KIND_MARKS } from '../../ui/kind-mark';
import { Tap } from '../../ui/tap';

/** Marks that fit side by side into a seventh of the screen. */
const MARKS = 3;

interface MonthDayProps {
  readonly day: string;
  readonly today: string;
  readonly marks: DayMarks | undefined;
  /** Of the month before or after. */
  readonly outside: boolean;
  readonly inPeriod: boolean;
  readonly chosen: boolean;
  readonly onDay: (day: string) => void;
}

function labelOf({ day, today, marks, inPeriod }: MonthDayProps): string {
  const words = t.calendar.day(dayHeading(day, today), marks?.count ?? 0, marks?.kinds.join('、') ?? '');
  return inPeriod ? `${words}，${t.calendar.inPeriod}` : words;
}

/** A day of the grid: its number, and a mark for each kind of event on it. */
export const MonthDay = memo(function MonthDay(props: MonthDayProps): ReactElement {
  const { day, today, marks, outside, inPeriod, chosen, onDay } = props;
  const kinds = marks?.kinds ?? [];
  const shown = kinds.length > MARKS ? kinds.slice(0, MARKS - 1) : kinds;
  const state = [
    outside ? 'day--outside' : '',
    inPeriod ? 'day--period' : '',
    day === today ? 'day--today' : '',
    chosen ? 'day--chosen' : '',
  ].join(' ');
  return (
    <Tap
      label={labelOf(props)}
      selected={chosen}
      className={`day ${state}`}
      onTap={() => {
        onDay(day);
      }}
    >
      <View className="day__number">{day === today ? t.calendar.today : Number(day.slice(8))}</View>
      {kinds.length === 0 ? null : (
        <View className="day__marks">
          {shown.map((kind) => (
            <Icon key={kind} name={KIND_MARKS[kind].icon} colour={KIND_MARKS[kind].colour} size={12} />
          ))}
          {shown.length === kinds.length ? null : <Icon name="plus" size={12} />}
        </View>
      )}
    </Tap>
  );
});
