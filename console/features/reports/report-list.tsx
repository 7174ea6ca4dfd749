import { Button, Select, Table, Tag } from 'antd';
import { type ReactElement, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { REPORT_STATES, type ReportLine, type ReportState } from '../../../domain/report-fee/report';
import { momentText } from '../../../words/console/dates';
import { reportsWords as words } from '../../../words/console/reports';
import { REPORTS_API } from '../../api-reports';
import { now } from '../../clock';
import { refusalOf } from '../../net/refusal';
import { useOrganisation } from '../../session/organisation';
import { useAsk } from '../../session/use-ask';
import { Field } from '../../ui/field';
import { lazily } from '../../ui/lazily';
import { Failed, Nothing } from '../../ui/page';

const ReportPanel = lazily(async () => (await import('./report-panel')).ReportPanel);

const OPEN = 'report';
const STATE = 'state';

/** Green is for what is done; the word says the state, too. */
const COLOURS: Readonly<Record<ReportState, string>> = { received: 'red', checking: 'gold', handled: 'green' };

export function ReportStateTag({ state }: { readonly state: ReportState }): ReactElement {
  return <Tag color={COLOURS[state]}>{words.states[state]}</Tag>;
}

/** F7: what people reported of events below, the latest first. */
export function ReportList(): ReactElement {
  const { id: org } = useOrganisation();
  const [search, setSearch] = useSearchParams();
  const state = REPORT_STATES.find((each) => each === search.get(STATE));
  const list = useAsk(REPORTS_API.reports, { params: { org }, query: { state } });
  const opened = search.get(OPEN);
  const { columns } = words;
  const change = (name: string, value: string | null): void => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });
  };
  if (list.isError && list.data === undefined)
    return <Failed refusal={refusalOf(list.error)} onRetry={() => void list.refetch()} />;
  return (
    <>
      <Field label={words.filter} className="field--row">
        {(aria) => (
          <Select
            {...aria}
            className="filters__wide"
            value={state ?? ''}
            options={[
              { value: '', label: words.all },
              ...REPORT_STATES.map((value) => ({ value, label: words.states[value] })),
            ]}
            onChange={(value) => {
              change(STATE, value === '' ? null : value);
            }}
          />
        )}
      </Field>
      <Table<ReportLine>
        className="table"
        rowKey="id"
        size="middle"
        dataSource={list.data?.reports ?? []}
        loading={list.isFetching}
        scroll={{ x: 760 }}
        locale={{ emptyText: list.data === undefined ? ' ' : <Nothing text={words.empty} /> }}
        pagination={false}
        columns={[
          { title: columns.what, key: 'what', ellipsis: true, render: (_, { what }) => what },
          { title: columns.event, key: 'event', width: 220, render: (_, { event }) => event?.title ?? words.noEvent },
          {
            title: columns.at,
            key: 'at',
            width: 160,
            className: 'figures',
            render: (_, { at }) => momentText(at, now()),
          },
          {
            title: columns.state,
            key: 'state',
            width: 100,
            render: (_, row) => <ReportStateTag state={row.state} />,
          },
          {
            title: columns.acts,
            key: 'acts',
            width: 90,
            render: (_, { id, what }) => (
              <Button
                type="link"
                size="small"
                aria-label={words.openOf(what)}
                onClick={() => {
                  change(OPEN, id);
                }}
              >
                {words.open}
              </Button>
            ),
          },
        ]}
      />
      <Suspense>
        {opened === null ? null : (
          <ReportPanel
            key={opened}
            id={opened}
            onClose={() => {
              change(OPEN, null);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
