import { View } from '@tarojs/components';
import { memo, type ReactElement } from 'react';
import type { DayMarks } from '../../../domain/time/month-grid';
import { t } from '../../../words/strings';
import { dayHeading } from '../../../words/when';
import { Tap } from '../../ui/tap';

interface MonthDayProps {
  readonly day: string;
  readonly today: string;
  readonly marks: DayMarks | undefined;
  /** Confirmed sign-ups of this person. */
  readonly mine: number;
  /** Of the month before or after. */
  readonly outside: boolean;
  readonly inPeriod: boolean;
  readonly chosen: boolean;
  /** The one day that Tab stops at. */
  readonly isTabStop: boolean;
  readonly onDay: (day: string) => void;
}

export const dayId = (day: string): string => `day-${day}`;

function labelOf({ day, today, marks, mine, inPeriod }: MonthDayProps): string {
  const words = [t.calendar.day(dayHeading(day, today), marks?.count ?? 0, marks?.kinds.join('、') ?? '')];
  if (mine > 0) words.push(t.calendar.mine(mine));
  if (inPeriod) words.push(t.calendar.inPeriod);
  return words.join('，');
}

/** One dot, two from two events on, three from four on: a glance tells a busy day; the label says the number. */
function dotsOf(count: number): readonly number[] {
  return [0, 1, 2].slice(0, count >= 4 ? 3 : count >= 2 ? 2 : count);
}

/** A day of the grid: its number, filled when this person has signed up, and dots for how much is on. */
export const MonthDay = memo(function MonthDay(props: MonthDayProps): ReactElement {
  const { day, today, marks, mine, outside, inPeriod, chosen, isTabStop, onDay } = props;
  const state = [
    outside ? 'day--outside' : '',
    inPeriod ? 'day--period' : '',
    day === today ? 'day--today' : '',
    mine > 0 ? 'day--mine' : '',
    chosen ? 'day--chosen' : '',
  ].join(' ');
  return (
    <Tap
      id={dayId(day)}
      label={labelOf(props)}
      selected={chosen}
      isTabStop={isTabStop}
      className={`day ${state}`}
      onTap={() => {
        onDay(day);
      }}
    >
      <View className="day__number">{day === today ? t.calendar.today : Number(day.slice(8))}</View>
      <View className="day__marks">
        {dotsOf(marks?.count ?? 0).map((dot) => (
          <View key={dot} className="day__dot" />
        ))}
      </View>
    </Tap>
  );
});
