import { Button } from 'antd';
import { type ReactElement, Suspense } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { eventsWords as words } from '../../words/console/events';
import { API } from '../api';
import { isFiltered, offsetOf, PAGE_SIZE, readFilters, withFilter } from '../features/events/event-filters';
import { EventTable } from '../features/events/event-table';
import { FilterBar } from '../features/events/filter-bar';
import type { EventPage } from '../net/answers';
import { refusalOf } from '../net/refusal';
import { hasBelow, may, useOrganisation } from '../session/organisation';
import { useAsk } from '../session/use-ask';
import { lazily } from '../ui/lazily';
import { Failed, Nothing, Page } from '../ui/page';

const EventPanel = lazily(async () => (await import('../features/events/event-panel')).EventPanel);

const OPEN = 'event';

function leadOf({ events, next }: EventPage, page: number): string {
  const shown = (page - 1) * PAGE_SIZE + events.length;
  return next === null ? words.lead(shown) : words.leadMore(shown);
}

export function Events(): ReactElement {
  const organisation = useOrganisation();
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const filters = readFilters(search);
  const { of, state, from, to, q, page } = filters;
  const isBelow = of === 'below';
  const list = useAsk(
    API.events,
    { params: { org: organisation.id }, query: { of, state, from, to, q, after: offsetOf(page) } },
    { keep: true },
  );
  const opened = search.get(OPEN);
  const home = `/o/${organisation.id}`;

  function open(id: string | null): void {
    const next = new URLSearchParams(search);
    if (id === null) next.delete(OPEN);
    else next.set(OPEN, id);
    setSearch(next, { replace: id === null });
  }

  const empty = isFiltered(filters) ? (
    <Nothing text={words.emptyFilter} />
  ) : isBelow ? (
    <Nothing text={words.emptyBelow} />
  ) : (
    <Nothing text={words.emptyTitle} action={<Link to={`${home}/import`}>{words.toImport}</Link>} />
  );
  return (
    <Page
      title={words.title}
      lead={list.data === undefined ? undefined : leadOf(list.data, page)}
      action={
        may(organisation, 'event:edit') ? (
          <Button type="primary" onClick={() => void navigate(`${home}/events/new`)}>
            {words.create}
          </Button>
        ) : undefined
      }
    >
      <FilterBar
        filters={filters}
        hasBelow={hasBelow(organisation)}
        onChange={(name, value) => {
          setSearch(withFilter(search, name, value), { replace: true });
        }}
        onClear={() => {
          setSearch(isBelow ? { of } : {});
        }}
      />
      {list.isError && list.data === undefined ? (
        <Failed refusal={refusalOf(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <EventTable
          events={list.data?.events ?? []}
          isBelow={isBelow}
          hasMore={(list.data?.next ?? null) !== null}
          page={page}
          loading={list.isFetching}
          empty={list.data === undefined ? ' ' : empty}
          onPage={(next) => {
            setSearch(withFilter(search, 'page', String(next)));
          }}
          onOpen={open}
        />
      )}
      <Suspense>
        {opened === null ? null : (
          <EventPanel
            key={opened}
            id={opened}
            onClose={() => {
              open(null);
            }}
          />
        )}
      </Suspense>
    </Page>
  );
}
