import { Table, type TableColumnsType } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { spanText } from '../../../words/console/dates';
import { eventsWords as words } from '../../../words/console/events';
import { now } from '../../clock';
import { type EventLine, standingOf } from '../../net/answers';
import { StateTag } from '../../ui/state-tag';
import { PAGE_SIZE } from './event-filters';

interface EventTableProps {
  readonly events: readonly EventLine[];
  /** Of the organisations below: whose each is, is said. */
  readonly isBelow: boolean;
  /** Another page follows. */
  readonly hasMore: boolean;
  readonly page: number;
  readonly loading: boolean;
  readonly empty: ReactNode;
  readonly onPage: (page: number) => void;
  readonly onOpen: (id: string) => void;
}

function Seats({ seats, published }: EventLine): ReactElement | null {
  if (!seats && !published) return null;
  if (!seats) return <span className="quiet">{words.noSignUp}</span>;
  return (
    <>
      {words.seats(seats.taken, seats.capacity)}
      {seats.waiting > 0 ? <div className="quiet">{words.waiting(seats.waiting)}</div> : null}
    </>
  );
}

function columnsFor(isBelow: boolean, onOpen: EventTableProps['onOpen']): TableColumnsType<EventLine> {
  const { columns } = words;
  return [
    {
      title: columns.title,
      key: 'title',
      render: (_, { id, title }) => (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            onOpen(id);
          }}
        >
          {title ?? words.untitled}
        </button>
      ),
    },
    ...(isBelow
      ? [
          {
            title: columns.organisation,
            key: 'organisation',
            width: 200,
            render: (_: unknown, { organisation }: EventLine) => organisation.name,
          },
        ]
      : []),
    {
      title: columns.time,
      key: 'time',
      width: 250,
      className: 'figures',
      render: (_, { startsAt, endsAt }) =>
        startsAt === null ? <span className="quiet">{words.noTime}</span> : spanText(startsAt, endsAt, now()),
    },
    { title: columns.region, dataIndex: 'regionName', key: 'region', width: 150 },
    {
      title: columns.state,
      key: 'state',
      width: 130,
      render: (_, event) => (
        <>
          <StateTag state={standingOf(event)} />
          {event.published && event.state !== 'published' ? <div className="quiet">{words.changeWaits}</div> : null}
        </>
      ),
    },
    {
      title: columns.seats,
      key: 'seats',
      width: 110,
      align: 'right',
      className: 'figures',
      render: (_, event) => <Seats {...event} />,
    },
  ];
}

export function EventTable(props: EventTableProps): ReactElement {
  const { events, isBelow, hasMore, page, loading, empty, onPage, onOpen } = props;
  return (
    <Table<EventLine>
      className="table"
      rowKey="id"
      size="middle"
      columns={columnsFor(isBelow, onOpen)}
      dataSource={events}
      loading={loading}
      scroll={{ x: 820 }}
      locale={{ emptyText: empty }}
      pagination={{
        current: page,
        pageSize: PAGE_SIZE,
        total: (page - 1) * PAGE_SIZE + events.length + (hasMore ? 1 : 0),
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: onPage,
      }}
    />
  );
}
