import { Button, Table } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { momentText } from '../../../words/console/dates';
import { rosterWords as words } from '../../../words/console/roster';
import { now } from '../../clock';
import type { RosterLine } from '../../net/answers';

/** What the server answers at once. */
export const ROSTER_PAGE = 200;

interface RosterTableProps {
  readonly lines: readonly RosterLine[];
  /** Another page follows. */
  readonly hasMore: boolean;
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly loading: boolean;
  readonly empty: ReactNode;
  /** Absent after the purge: there is nobody to open. */
  readonly onOpen: ((id: string) => void) | undefined;
}

/** The masked list (rule R1). */
export function RosterTable({ lines, hasMore, page, onPage, loading, empty, onOpen }: RosterTableProps): ReactElement {
  const { columns } = words;
  return (
    <Table<RosterLine>
      className="table"
      rowKey="id"
      size="middle"
      dataSource={lines}
      loading={loading}
      scroll={{ x: 760 }}
      locale={{ emptyText: empty }}
      pagination={{
        current: page,
        pageSize: ROSTER_PAGE,
        total: (page - 1) * ROSTER_PAGE + lines.length + (hasMore ? 1 : 0),
        hideOnSinglePage: true,
        showSizeChanger: false,
        onChange: onPage,
      }}
      columns={[
        { title: columns.name, key: 'name', dataIndex: 'name', width: 120 },
        { title: columns.mobile, key: 'mobile', dataIndex: 'mobile', width: 140, className: 'figures' },
        { title: columns.ticket, key: 'ticket', width: 100, className: 'figures', render: (_, { ticket }) => ticket },
        { title: columns.seats, key: 'seats', dataIndex: 'seats', width: 80, align: 'right', className: 'figures' },
        {
          title: columns.state,
          key: 'state',
          width: 110,
          render: (_, { state }) => <span className={`tag tag--${TONES[state]}`}>{words.states[state]}</span>,
        },
        {
          title: columns.at,
          key: 'at',
          width: 180,
          className: 'figures',
          render: (_, { signedUpAt }) => momentText(signedUpAt, now()),
        },
        {
          title: columns.acts,
          key: 'acts',
          width: 140,
          render: (_, { id, name }) =>
            onOpen === undefined ? null : (
              <Button
                type="link"
                size="small"
                aria-label={words.openOf(name ?? '')}
                onClick={() => {
                  onOpen(id);
                }}
              >
                {words.open}
              </Button>
            ),
        },
      ]}
    />
  );
}

const TONES: Record<RosterLine['state'], string> = {
  confirmed: 'pine',
  waitlisted: 'gold',
  cancelled: 'grey',
  'event-cancelled': 'red',
  expired: 'grey',
};
