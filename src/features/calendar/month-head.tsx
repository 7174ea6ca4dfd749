import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { t } from '../../../words/strings';
import { meaning } from '../../ui/a11y';
import { Icon } from '../../ui/icon';
import { Tap } from '../../ui/tap';

interface MonthHeadProps {
  /** `YYYY-MM` */
  readonly month: string;
  readonly isOpen: boolean;
  /** Today is among the days shown. */
  readonly hasToday: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** 1: what comes next, -1: what was before. */
  readonly onTurn: (step: 1 | -1) => void;
  readonly onToday: () => void;
}

/** Which month, which opens and folds it; and the ways to the weeks or months around. */
export function MonthHead({ month, isOpen, hasToday, onOpen, onTurn, onToday }: MonthHeadProps): ReactElement {
  const name = t.calendar.month(month.slice(0, 4), Number(month.slice(5)));
  return (
    <View className="month__head">
      <Tap
        label={isOpen ? t.calendar.previousMonth : t.calendar.previousWeek}
        className="month__turn"
        onTap={() => {
          onTurn(-1);
        }}
      >
        <Icon name="chevron-left" colour="ink" size={24} />
      </Tap>
      <View className="month__middle" {...meaning({ role: 'heading', level: 2 })}>
        <Tap
          label={isOpen ? t.calendar.foldMonth(name) : t.calendar.openMonth(name)}
          expanded={isOpen}
          className="month__handle"
          onTap={() => {
            onOpen(!isOpen);
          }}
        >
          <View className="month__name">{name}</View>
          <View className={`month__chevron ${isOpen ? 'month__chevron--open' : ''}`}>
            <Icon name="chevron-down" colour="vermilion" size={20} />
          </View>
        </Tap>
      </View>
      {hasToday ? null : (
        <Tap label={t.calendar.today} className="month__today" onTap={onToday}>
          {t.calendar.today}
        </Tap>
      )}
      <Tap
        label={isOpen ? t.calendar.nextMonth : t.calendar.nextWeek}
        className="month__turn"
        onTap={() => {
          onTurn(1);
        }}
      >
        <Icon name="chevron-right" colour="ink" size={24} />
      </Tap>
    </View>
  );
}
