import { View } from '@tarojs/components';
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import type { Campaign } from '../../../domain/campaign/campaign';
import { addMonths, anchorIn, type DayMarks, monthOf, weekOf, weeksOf } from '../../../domain/time/month-grid';
import { addDays } from '../../../domain/time/time';
import { t } from '../../../words/strings';
import { focusOn } from '../../platform/focus';
import { holdTouchMoves } from '../../platform/touch';
import { meaning } from '../../ui/a11y';
import { dayByKey } from './grid-keys';
import { dayId, MonthDay } from './month-day';
import { MonthHead } from './month-head';
import { MonthLegend } from './month-legend';
import { useSwipe } from './use-swipe';

/** Which days the calendar shows: the week of `anchor`, or its whole month. */
export interface ShownDays {
  readonly anchor: string;
  readonly isOpen: boolean;
}

export const weeksShown = ({ anchor, isOpen }: ShownDays): string[][] =>
  isOpen ? weeksOf(monthOf(anchor)) : [weekOf(anchor)];

interface MonthViewProps {
  readonly shown: ShownDays;
  readonly today: string;
  readonly chosen: string | null;
  readonly period: Campaign['period'] | undefined;
  readonly marks: ReadonlyMap<string, DayMarks>;
  /** Confirmed sign-ups of this person, by day. */
  readonly mine: ReadonlyMap<string, number>;
  readonly onShow: (shown: ShownDays) => void;
  readonly onDay: (day: string) => void;
}

const PULL_ID = 'month-pull';

const browser = process.env.TARO_ENV === 'h5';

/** A week, or a month as on a wall: what is on each day, which days are mine, and which are Quality Month. */
export function MonthView(props: MonthViewProps): ReactElement {
  const { shown, today, chosen, period, marks, mine, onShow, onDay } = props;
  const { anchor, isOpen } = shown;
  const month = monthOf(anchor);
  const weeks = weeksShown(shown);
  const days = weeks.flat();
  const open = (isOpening: boolean): void => {
    onShow({ anchor: anchorIn(month, chosen, anchor), isOpen: isOpening });
  };
  const turn = (step: 1 | -1): void => {
    onShow({ isOpen, anchor: isOpen ? anchorIn(addMonths(month, step), chosen, today) : addDays(anchor, 7 * step) });
  };
  const sideways = useSwipe((swipe) => {
    if (swipe === 'left') turn(1);
    if (swipe === 'right') turn(-1);
  });
  const pulling = useSwipe((swipe) => {
    if (swipe === 'down') open(true);
    if (swipe === 'up') open(false);
  });
  // A key may turn the page: the day it moves to takes the keyboard once it is drawn.
  const keyed = useRef<string | null>(null);
  const stop = [anchor, chosen, today].find((day) => day !== null && days.includes(day)) ?? days[0];
  useEffect(() => {
    if (keyed.current !== null) focusOn(dayId(keyed.current));
    keyed.current = null;
  }, [anchor]);
  useEffect(() => holdTouchMoves(PULL_ID), []);
  const move = (event: KeyboardEvent): void => {
    const next = stop === undefined ? null : dayByKey(event.key, stop);
    if (next === null) return;
    event.preventDefault();
    keyed.current = next;
    onShow({ isOpen, anchor: next });
  };
  return (
    <View className="card month">
      <MonthHead
        month={month}
        isOpen={isOpen}
        hasToday={days.includes(today) && (!isOpen || monthOf(today) === month)}
        onOpen={open}
        onTurn={turn}
        onToday={() => {
          onShow({ isOpen, anchor: today });
        }}
      />
      <View className="month__week">
        {t.calendar.weekdays.map((name) => (
          <View key={name} className="month__weekday">
            {name}
          </View>
        ))}
      </View>
      <View
        className="month__grid"
        {...sideways}
        {...meaning({ role: 'group', label: t.calendar.grid })}
        {...(browser ? { onKeyDown: move } : {})}
      >
        {weeks.map((week) => (
          <View key={week[0]} className="month__week">
            {week.map((day) => (
              <MonthDay
                key={day}
                day={day}
                today={today}
                marks={marks.get(day)}
                mine={mine.get(day) ?? 0}
                outside={isOpen && monthOf(day) !== month}
                inPeriod={period !== undefined && period.from <= day && day <= period.to}
                chosen={day === chosen}
                isTabStop={day === stop}
                onDay={onDay}
              />
            ))}
          </View>
        ))}
      </View>
      <View id={PULL_ID} className="month__pull" {...(browser ? {} : { catchMove: true })} {...pulling}>
        <MonthLegend period={period} isOpen={isOpen} today={today} />
        <View className="month__grip" />
      </View>
    </View>
  );
}
