import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { Campaign } from '../../../domain/campaign/campaign';
import { t } from '../../../words/strings';
import { dayWords } from '../../../words/when';

interface MonthLegendProps {
  readonly period: Campaign['period'] | undefined;
  readonly isOpen: boolean;
  readonly today: string;
}

/** What the marks of the grid mean. An open month has room for the campaign's dates too. */
export function MonthLegend({ period, isOpen, today }: MonthLegendProps): ReactElement {
  return (
    <View className="legend">
      <View className="legend__item">
        <View className="legend__dot" />
        {t.calendar.legendEvents}
      </View>
      <View className="legend__item">
        <View className="legend__fill" />
        {t.calendar.legendMine}
      </View>
      {period === undefined ? null : (
        <View className="legend__item">
          <View className="legend__band" />
          {isOpen
            ? t.calendar.period(dayWords(period.from, today), dayWords(period.to, today))
            : t.calendar.legendPeriod}
        </View>
      )}
    </View>
  );
}
