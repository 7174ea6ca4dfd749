import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { Campaign } from '../../domain/campaign';
import { addMonths, type DayMarks, monthOf, weeksOf } from '../../domain/month-grid';
import { t } from '../../i18n/strings';
import { dayWords } from '../../i18n/when';
import { meaning } from '../../ui/a11y';
import { Icon } from '../../ui/icon';
import { Tap } from '../../ui/tap';
import { MonthDay } from './month-day';
import { useSwipe } from './use-swipe';

interface MonthViewProps {
  /** `YYYY-MM` */
  readonly month: string;
  readonly today: string;
  readonly chosen: string | null;
  readonly period: Campaign['period'] | undefined;
  readonly marks: ReadonlyMap<string, DayMarks>;
  readonly onMonth: (month: string) => void;
  readonly onDay: (day: string) => void;
}

function MonthHead({
  month,
  today,
  period,
  onMonth,
}: Pick<MonthViewProps, 'month' | 'today' | 'period' | 'onMonth'>): ReactElement {
  const turn = (count: number) => () => {
    onMonth(addMonths(month, count));
  };
  return (
    <View className="month__head">
      <Tap label={t.calendar.previousMonth} className="month__turn" onTap={turn(-1)}>
        <Icon name="chevron-left" colour="ink" size={24} />
      </Tap>
      <View className="month__middle">
        <View className="month__name" {...meaning({ role: 'heading', level: 2 })}>
          {t.calendar.month(month.slice(0, 4), Number(month.slice(5)))}
        </View>
        {period === undefined ? null : (
          <View className="month__legend">
            <View className="month__swatch" />
            {t.calendar.period(dayWords(period.from, today), dayWords(period.to, today))}
          </View>
        )}
      </View>
      {month === monthOf(today) ? null : (
        <Tap
          label={t.calendar.today}
          className="month__today"
          onTap={() => {
            onMonth(monthOf(today));
          }}
        >
          {t.calendar.today}
        </Tap>
      )}
      <Tap label={t.calendar.nextMonth} className="month__turn" onTap={turn(1)}>
        <Icon name="chevron-right" colour="ink" size={24} />
      </Tap>
    </View>
  );
}

/** A month as on a wall: what kinds of events stand on each day, which day it is, and which days are Quality Month. */
export function MonthView({ month, today, chosen, period, marks, onMonth, onDay }: MonthViewProps): ReactElement {
  const swiping = useSwipe((step) => {
    onMonth(addMonths(month, step));
  });
  const inPeriod = (day: string): boolean => period !== undefined && period.from <= day && day <= period.to;
  const weeks = weeksOf(month);
  return (
    <View className="card month" {...swiping}>
      <MonthHead month={month} today={today} period={period} onMonth={onMonth} />
      <View className="month__week">
        {t.calendar.weekdays.map((name) => (
          <View key={name} className="month__weekday">
            {name}
          </View>
        ))}
      </View>
      {weeks.map((week) => (
        <View key={week[0]} className="month__week">
          {week.map((day) => (
            <MonthDay
              key={day}
              day={day}
              today={today}
              marks={marks.get(day)}
              outside={monthOf(day) !== month}
              inPeriod={inPeriod(day)}
              chosen={day === chosen}
              onDay={onDay}
            />
          ))}
        </View>
      ))}
    </View>
  );
}
