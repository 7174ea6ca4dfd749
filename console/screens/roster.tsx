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
import { RosterTable } from '../features/roster/roster-table';
import { refusalOf } from '../net/refusal';
import { mayEdit, useOrganisation } from '../session/organisation';
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
  // What is searched for is somebody's name: it stays out of the address.
  const [q, setQ] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const [exporting, setExporting] = useState(false);
  const state = search.get('state') ?? '';
  const list = useAsk(API.roster, { params: { org, id }, query: { q, state } }, { keep: true });
  const isPurged = typeof list.data?.purgedAt === 'string';
  const mayOpen = mayEdit(organisation) && !isPurged;
  const { event, signUps = [] } = list.data ?? {};

  return (
    <Page
      title={event?.title ?? words.title}
      lead={
        <>
          {event === undefined ? null : <span>{spanText(event.startsAt, event.endsAt, now())}</span>}
          {list.data === undefined ? null : <span>{words.lead(signUps.length)}</span>}
          <Link to={`/o/${org}/events`}>{words.back}</Link>
        </>
      }
      action={
        mayOpen && list.data !== undefined ? (
          <Button
            type="primary"
            disabled={signUps.length === 0}
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
            setSearch(value === '' ? {} : { state: value }, { replace: true });
          }}
        />
      </div>
      {list.isError && list.data === undefined ? (
        <Failed refusal={refusalOf(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <RosterTable
          lines={signUps}
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
