import { Button, Segmented, Table } from 'antd';
import { type ReactElement, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { spanText } from '../../words/console/dates';
import { eventsWords } from '../../words/console/events';
import { reportsWords } from '../../words/console/reports';
import { reviewsWords as words } from '../../words/console/reviews';
import { API } from '../api';
import { now } from '../clock';
import { ApprovalSetting } from '../features/reviews/approval-setting';
import type { EventLine } from '../net/answers';
import { refusalOf } from '../net/refusal';
import { may, useOrganisation } from '../session/organisation';
import { useAsk } from '../session/use-ask';
import { lazily } from '../ui/lazily';
import { Failed, Nothing, Page } from '../ui/page';

const ReviewPanel = lazily(async () => (await import('../features/reviews/review-panel')).ReviewPanel);

const ReportList = lazily(async () => (await import('../features/reports/report-list')).ReportList);

const OPEN = 'event';
const TAB = 'tab';
const REPORTS = 'reports';

/** What was submitted to be approved. */
function Submitted(): ReactElement {
  const organisation = useOrganisation();
  const [search, setSearch] = useSearchParams();
  const list = useAsk(API.events, {
    params: { org: organisation.id },
    query: { of: 'below', state: 'submitted' },
  });
  const opened = search.get(OPEN);
  const { columns } = words;
  return (
    <>
      {may(organisation, 'settings:manage') ? <ApprovalSetting /> : null}
      {list.isError && list.data === undefined ? (
        <Failed refusal={refusalOf(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <Table<EventLine>
          className="table"
          rowKey="id"
          size="middle"
          dataSource={list.data?.events ?? []}
          loading={list.isFetching}
          scroll={{ x: 760 }}
          locale={{ emptyText: list.data === undefined ? ' ' : <Nothing text={words.empty} /> }}
          pagination={false}
          columns={[
            { title: columns.title, key: 'title', render: (_, { title }) => title ?? eventsWords.untitled },
            {
              title: columns.organisation,
              key: 'organisation',
              width: 200,
              render: (_, { organisation: by }) => by.name,
            },
            {
              title: columns.time,
              key: 'time',
              width: 250,
              className: 'figures',
              render: (_, { startsAt, endsAt }) => spanText(startsAt, endsAt, now()),
            },
            {
              title: columns.kind,
              key: 'kind',
              width: 150,
              render: (_, { published }) => (published ? words.isChange : words.isNew),
            },
            {
              title: columns.acts,
              key: 'acts',
              width: 90,
              render: (_, { id, title }) => (
                <Button
                  type="link"
                  size="small"
                  aria-label={words.openOf(title ?? eventsWords.untitled)}
                  onClick={() => {
                    setSearch({ [OPEN]: id });
                  }}
                >
                  {words.open}
                </Button>
              ),
            },
          ]}
        />
      )}
      <Suspense>
        {opened === null ? null : (
          <ReviewPanel
            key={opened}
            id={opened}
            onClose={() => {
              setSearch({});
            }}
          />
        )}
      </Suspense>
    </>
  );
}

/** What waits for a superior: events to approve, and what people reported (F7). */
export function Reviews(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const isReports = search.get(TAB) === REPORTS;
  return (
    <Page title={words.title} lead={isReports ? reportsWords.lead : words.lead}>
      <Segmented<string>
        aria-label={words.title}
        value={isReports ? REPORTS : ''}
        options={[
          { value: '', label: reportsWords.reviews },
          { value: REPORTS, label: reportsWords.tab },
        ]}
        onChange={(tab) => {
          setSearch(tab === '' ? {} : { [TAB]: tab });
        }}
      />
      <Suspense>{isReports ? <ReportList /> : <Submitted />}</Suspense>
    </Page>
  );
}
