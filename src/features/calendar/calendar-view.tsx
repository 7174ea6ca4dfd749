import { View } from '@tarojs/components';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { filterCount, weekendOf } from '../../../domain/event/event-filter';
import { marksByDay } from '../../../domain/time/month-grid';
import { dayOf } from '../../../domain/time/time';
import { t } from '../../../words/strings';
import { scrollToTopOf, topOf } from '../../platform/measure';
import { goTo } from '../../platform/navigation';
import { changeEventFilter, clearEventFilter, useEventFilter } from '../../sync/event-filter';
import { useLargeType } from '../../sync/preferences';
import { useReplica } from '../../sync/replica';
import { Notice } from '../../ui/notice';
import { AGENDA_ID, AgendaList } from './agenda-list';
import { FilterSheet } from './filter-sheet';
import { MonthView, type ShownDays, weeksShown } from './month-view';
import { NothingFound, Suggestions } from './nothing-found';
import { Toolbar } from './toolbar';
import { type Found, useFinding } from './use-finding';
import { useMyDays } from './use-my-days';

/** Of the toolbar, in CSS pixels; calendar.scss lays it out. */
const TOOLBAR = { usual: 60, large: 76 };

/** Another list is read from its beginning: to just below the toolbar, unless that is in sight already. */
function useBackToTop(list: unknown): void {
  const shown = useRef(list);
  const above = useLargeType() ? TOOLBAR.large : TOOLBAR.usual;
  useEffect(() => {
    if (shown.current === list) return;
    shown.current = list;
    const bring = async (): Promise<void> => {
      if (((await topOf(AGENDA_ID)) ?? above) < above) await scrollToTopOf(AGENDA_ID, above);
    };
    void bring();
  }, [list, above]);
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

/** Dots for the days that are shown, and within those that the filters leave. */
function useMarks({ events, within }: Found, { anchor, isOpen }: ShownDays): ReturnType<typeof marksByDay> {
  return useMemo(() => {
    const days = weeksShown({ anchor, isOpen }).flat();
    const left = days.filter((day) => within === null || (within[0] <= day && day <= within[1]));
    return marksByDay(events, left[0] ?? '', left[left.length - 1] ?? '');
  }, [events, within, anchor, isOpen]);
}

interface CalendarViewProps {
  /** Epoch ms. */
  readonly now: number;
  /** The choice between the calendar's views. */
  readonly views: ReactElement;
}

/** Search, filters, the week or month, and the agenda: what is on, and when. */
export function CalendarView({ now, views }: CalendarViewProps): ReactElement {
  const today = dayOf(now);
  const [query, setQuery] = useState<string | null>(null);
  const [shown, setShown] = useState<ShownDays>({ anchor: today, isOpen: false });
  const [tapped, setChosen] = useState<string | null>(null);
  const [earlierToo, setEarlierToo] = useState(false);
  const [isUnfolded, setUnfolded] = useState(false);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const filter = useEventFilter();
  const isOutside = filter.weekend && tapped !== null && !weekendOf(today).includes(tapped);
  const chosen = isOutside ? null : tapped;
  const period = useReplica((state) => state.replica.campaign?.period);
  const searching = query !== null && query.trim() !== '';
  const from = searching ? today : (chosen ?? today);
  const found = useFinding({ query: query ?? '', filter, from, earlierToo, now });
  const marks = useMarks(found, shown);
  const mine = useMyDays(now);
  useBackToTop(filter);
  if (found.nothing) return <NothingPublished />;

  const choose = (day: string): void => {
    // The latest wish counts: a day outside the weekend lifts that filter.
    if (filter.weekend && !weekendOf(today).includes(day)) changeEventFilter({ weekend: false });
    setChosen(day === chosen ? null : day);
    setEarlierToo(false);
    setShown({ ...shown, anchor: day });
  };
  const showWeekend = (): void => {
    setQuery(null);
    setChosen(null);
    changeEventFilter({ weekend: true });
  };
  const startOver = (): void => {
    setQuery(null);
    setChosen(null);
    setEarlierToo(false);
    clearEventFilter();
  };
  return (
    <View>
      <Toolbar
        views={views}
        query={query}
        onQuery={setQuery}
        filters={filterCount(filter)}
        onFilter={() => {
          setSheetOpen(true);
        }}
      />
      {query === null ? (
        <MonthView
          shown={shown}
          today={today}
          chosen={chosen}
          period={period}
          marks={marks}
          mine={mine}
          onShow={setShown}
          onDay={choose}
        />
      ) : null}
      {query === '' ? <Suggestions onWord={setQuery} onWeekend={showWeekend} /> : null}
      {found.count === 0 ? (
        <NothingFound
          isSearching={searching}
          isFiltered={filterCount(filter) > 0}
          earlier={earlierToo ? 0 : found.earlier}
          onEarlier={() => {
            setEarlierToo(true);
          }}
          onClearFilter={clearEventFilter}
          onAll={startOver}
          onWord={setQuery}
          onWeekend={showWeekend}
        />
      ) : (
        <AgendaList
          days={found.days}
          chosen={searching || earlierToo ? null : chosen}
          isUnfolded={isUnfolded || searching || filter.weekend}
          onUnfold={() => {
            setUnfolded(true);
          }}
          onDay={searching || earlierToo ? null : choose}
          now={now}
        />
      )}
      {isSheetOpen ? (
        <FilterSheet
          filter={filter}
          counts={found.counts}
          all={found.all}
          earlier={{
            count: found.earlier,
            on: earlierToo,
            toggle: () => {
              setEarlierToo(!earlierToo);
            },
          }}
          count={found.count}
          onClose={() => {
            setSheetOpen(false);
          }}
        />
      ) : null}
    </View>
  );
}
