import { View } from '@tarojs/components';
import { type ReactElement, useMemo } from 'react';
import type { AgendaDay } from '../../domain/agenda';
import { dayOf } from '../../domain/time';
import { t } from '../../i18n/strings';
import { dayHeading } from '../../i18n/when';
import { windowSize } from '../../platform/measure';
import { useLargeType } from '../../sync/preferences';
import { meaning } from '../../ui/a11y';
import { AgendaEvent } from './agenda-event';
import { type AgendaRow, agendaRows, drawRows, heightOf, offsetsOf, type RowMetrics, rowMetrics } from './agenda-rows';
import { useRowWindow } from './use-row-window';

export const AGENDA_ID = 'agenda';

interface AgendaListProps {
  readonly days: readonly AgendaDay[];
  /** A day that the person tapped: it stands first, whatever is on it. */
  readonly chosen: string | null;
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

/** One row, in exactly the height that `heightOf` says. */
function Row({
  row,
  metrics,
  now,
}: {
  readonly row: AgendaRow;
  readonly metrics: RowMetrics;
  readonly now: number;
}): ReactElement {
  if (row.type === 'head') return <DayHead row={row} today={dayOf(now)} />;
  if (row.type === 'empty') return <View className="agenda__empty">{t.calendar.dayEmpty}</View>;
  return <AgendaEvent timed={row.timed} day={row.day} lines={row.lines} height={heightOf(row, metrics)} now={now} />;
}

/** Days with their events, however many: only the rows near the screen are drawn, between two empty boxes. */
export function AgendaList({ days, chosen, now }: AgendaListProps): ReactElement {
  const large = useLargeType();
  const metrics = useMemo(() => rowMetrics(large, windowSize().width), [large]);
  const rows = useMemo(() => agendaRows(days, chosen, metrics), [days, chosen, metrics]);
  const offsets = useMemo(() => offsetsOf(rows, metrics), [rows, metrics]);
  const window = useRowWindow(AGENDA_ID, offsets);
  const drawn = drawRows(rows, offsets, window, metrics);
  return (
    <View id={AGENDA_ID} className="agenda skip-target">
      <View style={{ height: `${drawn.above}px` }} />
      {drawn.rows.map((row) => (
        <Row key={row.key} row={row} metrics={metrics} now={now} />
      ))}
      <View style={{ height: `${drawn.below}px` }} />
    </View>
  );
}
