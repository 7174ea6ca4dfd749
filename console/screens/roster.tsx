import { Alert, Button, Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { SIGN_UP_STATUSES } from '../../domain/sign-up/sign-up';
import { dayOf, parseInstant } from '../../domain/time/time';
import { dayText, spanText } from '../../words/console/dates';
import { rosterWords as words } from '../../words/console/roster';
import { API } from '../api';
import { now } from '../clock';
import { ExportDialog } from '../features/roster/export-dialog';
import { PersonPanel } from '../features/roster/person-panel';
import { ROSTER_PAGE, RosterTable } from '../features/roster/roster-table';
import { refusalOf } from '../net/refusal';
import { may, useOrganisation } from '../session/organisation';
import { useAsk } from '../session/use-ask';
import { Failed, Nothing, Page } from '../ui/page';

function purgedText(at: string): string {
  const instant = parseInstant(at) ?? 0;
  return words.purged(dayText(dayOf(instant), dayOf(now())));
}

export function Roster(): ReactElement {
  const { id = '' } = useParams();
  const organisation = useOrganisation();
  const { id: org } = organisation;
  const [search, setSearch] = useSearchParams();
  // A search holds somebody's name, so it stays out of the address.
  const [q, setQ] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const [exporting, setExporting] = useState(false);
  const state = search.get('state') ?? '';
  const [page, setPage] = useState(1);
  const event = useAsk(API.event, { params: { org, id } });
  const query = { q, state, after: String((page - 1) * ROSTER_PAGE) };
  const list = useAsk(API.roster, { params: { org, id }, query }, { keep: true });
  const isPurged = typeof list.data?.purgedAt === 'string';
  const mayOpen = may(organisation, 'roster:read') && !isPurged;
  const { rows = [], counts } = list.data ?? {};

  return (
    <Page
      title={event.data?.title ?? words.title}
      lead={
        <>
          {event.data?.startsAt === undefined ? null : (
            <span>{spanText(event.data.startsAt, event.data.endsAt ?? null, now())}</span>
          )}
          {counts === undefined ? null : <span>{words.lead(counts.confirmed, counts.seats, counts.waitlisted)}</span>}
          <Link to={`/o/${org}/events`}>{words.back}</Link>
        </>
      }
      action={
        mayOpen && list.data !== undefined ? (
          <Button
            type="primary"
            disabled={rows.length === 0}
            onClick={() => {
              setExporting(true);
            }}
          >
            {words.export}
          </Button>
        ) : undefined
      }
    >
      <Alert
        type={isPurged ? 'warning' : 'info'}
        showIcon
        role="note"
        title={isPurged ? purgedText(list.data?.purgedAt ?? '') : words.masked}
      />
      <div role="search" className="filters">
        <Input.Search
          className="filters__q"
          aria-label={words.q}
          placeholder={words.q}
          allowClear
          maxLength={40}
          disabled={isPurged}
          onSearch={(value) => {
            setQ(value.trim());
            setPage(1);
          }}
        />
        <Select
          className="filters__state"
          aria-label={words.state}
          value={state}
          options={[
            { value: '', label: words.allStates },
            ...SIGN_UP_STATUSES.map((each) => ({ value: each, label: words.states[each] })),
          ]}
          onChange={(value: string) => {
            setPage(1);
            setSearch(value === '' ? {} : { state: value }, { replace: true });
          }}
        />
      </div>
      {list.isError && list.data === undefined ? (
        <Failed refusal={refusalOf(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <RosterTable
          lines={rows}
          hasMore={(list.data?.next ?? null) !== null}
          page={page}
          onPage={setPage}
          loading={list.isFetching}
          empty={
            list.data === undefined ? (
              ' '
            ) : (
              <Nothing text={q === '' && state === '' ? words.empty : words.emptyFilter} />
            )
          }
          onOpen={mayOpen ? setOpened : undefined}
        />
      )}
      {opened === null ? null : (
        <PersonPanel
          event={id}
          signUp={opened}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
      {exporting ? (
        <ExportDialog
          event={id}
          onClose={() => {
            setExporting(false);
          }}
        />
      ) : null}
    </Page>
  );
}
