import { View } from '@tarojs/components';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { marksByDay, monthOf, weeksOf } from '../../domain/month-grid';
import { dayOf } from '../../domain/time';
import { t } from '../../i18n/strings';
import { goTo } from '../../platform/navigation';
import { scrollToTopOf, topOf } from '../../platform/measure';
import { clearEventFilter, useEventFilter } from '../../sync/event-filter';
import { useReplica } from '../../sync/replica';
import { Notice } from '../../ui/notice';
import { SearchField } from '../../ui/search-field';
import { AGENDA_ID, AgendaList } from './agenda-list';
import { FilterBar } from './filter-bar';
import { MonthView } from './month-view';
import { useFinding } from './use-finding';

const FILTERS_ID = 'filters';

/** Another list is read from its beginning: to just below the filters, unless that is in sight already. */
function useBackToTop(list: unknown): void {
  const shown = useRef(list);
  useEffect(() => {
    if (shown.current === list) return;
    shown.current = list;
    const bring = async (): Promise<void> => {
      if (((await topOf(AGENDA_ID)) ?? 0) < 0) await scrollToTopOf(FILTERS_ID, 0);
    };
    void bring();
  }, [list]);
}

function NothingPublished(): ReactElement {
  return (
    <Notice
      icon="calendar-x"
      title={t.calendar.emptyTitle}
      text={t.calendar.emptyText}
      action={{
        text: t.home.emptyAction,
        onTap: () => {
          goTo('/packages/programme/index');
        },
      }}
    />
  );
}

/** Month, search, filters and the agenda: what is on, and when. `now`: epoch ms. */
export function CalendarView({ now }: { readonly now: number }): ReactElement {
  const today = dayOf(now);
  const [query, setQuery] = useState('');
  const [month, setMonth] = useState(() => monthOf(today));
  const [chosen, setChosen] = useState<string | null>(null);
  const [earlierToo, setEarlierToo] = useState(false);
  const filter = useEventFilter();
  const period = useReplica((state) => state.replica.campaign?.period);
  const searching = query.trim() !== '';
  const from = searching ? today : (chosen ?? today);
  const { nothing, events, earlier, days, counts } = useFinding({ query, filter, from, earlierToo, now });
  const marks = useMemo(() => {
    const shown = weeksOf(month).flat();
    return marksByDay(events, shown[0] ?? '', shown[shown.length - 1] ?? '');
  }, [events, month]);
  useBackToTop(filter);
  if (nothing) return <NothingPublished />;
  const choose = (day: string): void => {
    setChosen(day === chosen ? null : day);
    setEarlierToo(false);
    setMonth(monthOf(day));
  };
  const startOver = (): void => {
    setQuery('');
    setChosen(null);
    clearEventFilter();
  };
  return (
    <View>
      <SearchField
        value={query}
        placeholder={t.calendar.search}
        label={t.calendar.searchHint}
        clearLabel={t.calendar.clearSearch}
        onChange={setQuery}
      />
      {searching ? null : (
        <MonthView
          month={month}
          today={today}
          chosen={chosen}
          period={period}
          marks={marks}
          onMonth={setMonth}
          onDay={choose}
        />
      )}
      <View id={FILTERS_ID} />
      <FilterBar
        filter={filter}
        counts={counts}
        earlier={{
          count: earlier,
          on: earlierToo,
          toggle: () => {
            setEarlierToo(!earlierToo);
          },
        }}
      />
      {days.length === 0 ? (
        <Notice
          icon="search"
          title={t.calendar.noneTitle}
          text={t.calendar.noneText}
          action={{ text: t.calendar.noneAction, onTap: startOver }}
        />
      ) : (
        <AgendaList days={days} chosen={searching || earlierToo ? null : chosen} now={now} />
      )}
    </View>
  );
}
