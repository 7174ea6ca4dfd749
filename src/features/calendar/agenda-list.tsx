import { View } from '@tarojs/components';
import { memo, type ReactElement, useMemo } from 'react';
import { LiveEventCard } from '../../blocks/event-card/live-event-card';
import type { AgendaDay, TimedEvent } from '../../../domain/event/agenda';
import { dayOf } from '../../../domain/time/time';
import { t } from '../../../words/strings';
import { dayHeading } from '../../../words/when';
import { windowSize } from '../../platform/measure';
import { useLargeType } from '../../sync/preferences';
import { meaning } from '../../ui/a11y';
import { Icon } from '../../ui/icon';
import { Tap } from '../../ui/tap';
import { type AgendaRow, agendaRows, drawRows, heightOf, offsetsOf, type RowMetrics, rowMetrics } from './agenda-rows';
import { useRowWindow } from './use-row-window';

export const AGENDA_ID = 'agenda';

interface AgendaListProps {
  readonly days: readonly AgendaDay[];
  /** A day that the person tapped: it stands first, whatever is on it. */
  readonly chosen: string | null;
  readonly isUnfolded: boolean;
  readonly onUnfold: () => void;
  /** Shows a day with all that goes on there; `null`: the list says nothing of events that go on. */
  readonly onDay: ((day: string) => void) | null;
  /** Epoch ms. */
  readonly now: number;
}

function DayHead({ row, today }: { readonly row: AgendaRow & { type: 'head' }; readonly today: string }): ReactElement {
  return (
    <View className="agenda__head" {...meaning({ role: 'heading', level: 2 })}>
      <View className="agenda__title">{dayHeading(row.day, today)}</View>
      <View className="agenda__count">{t.calendar.count(row.count)}</View>
    </View>
  );
}

interface DayEventProps {
  readonly timed: TimedEvent;
  readonly day: string;
  readonly lines: number;
  readonly height: number;
  readonly now: number;
}

/** One event of a day, exactly as high as its row. */
const DayEvent = memo(function DayEvent({ timed, day, lines, height, now }: DayEventProps): ReactElement {
  return (
    <View className={`agenda__row agenda__row--${lines}`} style={{ height: `${height}px` }}>
      <LiveEventCard timed={timed} now={now} on={day} />
    </View>
  );
});

function Rest({
  row,
  today,
  onTap,
}: {
  row: AgendaRow & { type: 'rest' };
  today: string;
  onTap: () => void;
}): ReactElement {
  const { why, count, day } = row;
  const words = why === 'unfold' ? t.calendar.unfold(count) : t.calendar.continuing(count);
  return (
    <View className="agenda__rest">
      <Tap
        label={why === 'unfold' ? words : t.calendar.continuingLabel(dayHeading(day, today), count)}
        className="agenda__more"
        onTap={onTap}
      >
        <View>{words}</View>
        <Icon name={why === 'unfold' ? 'chevron-down' : 'chevron-right'} size={16} />
      </Tap>
    </View>
  );
}

interface RowProps extends Pick<AgendaListProps, 'onUnfold' | 'onDay' | 'now'> {
  readonly row: AgendaRow;
  readonly metrics: RowMetrics;
}

/** One row, in exactly the height that `heightOf` says. */
function Row({ row, metrics, onUnfold, onDay, now }: RowProps): ReactElement {
  const today = dayOf(now);
  if (row.type === 'head') return <DayHead row={row} today={today} />;
  if (row.type === 'empty') return <View className="agenda__empty">{t.calendar.dayEmpty}</View>;
  if (row.type === 'rest') {
    const show = (): void => {
      onDay?.(row.day);
    };
    return <Rest row={row} today={today} onTap={row.why === 'unfold' ? onUnfold : show} />;
  }
  return <DayEvent timed={row.timed} day={row.day} lines={row.lines} height={heightOf(row, metrics)} now={now} />;
}

/** Days with their events, however many: only the rows near the screen are drawn, between two empty boxes. */
export function AgendaList({ days, chosen, isUnfolded, onUnfold, onDay, now }: AgendaListProps): ReactElement {
  const large = useLargeType();
  const isContinuingShown = onDay !== null;
  const metrics = useMemo(() => rowMetrics(large, windowSize().width), [large]);
  const rows = useMemo(
    () => agendaRows(days, { chosen, isUnfolded, isContinuingShown }, metrics),
    [days, chosen, isUnfolded, isContinuingShown, metrics],
  );
  const offsets = useMemo(() => offsetsOf(rows, metrics), [rows, metrics]);
  const window = useRowWindow(AGENDA_ID, offsets);
  const drawn = drawRows(rows, offsets, window, metrics);
  return (
    <View id={AGENDA_ID} className="agenda skip-target">
      <View style={{ height: `${drawn.above}px` }} />
      {drawn.rows.map((row) => (
        <Row key={row.key} row={row} metrics={metrics} onUnfold={onUnfold} onDay={onDay} now={now} />
      ))}
      <View style={{ height: `${drawn.below}px` }} />
    </View>
  );
}
