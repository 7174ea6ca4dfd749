import { Button, Table } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { dayOf } from '../../../domain/time/time';
import { dayText, momentText } from '../../../words/console/dates';
import { belowSummaryWords as words, summaryStates, versionWords } from '../../../words/console/summary';
import { now } from '../../clock';
import type { SummaryBelow } from '../../net/answers';
import { Nothing } from '../../ui/page';

interface BelowTableProps {
  readonly organisations: readonly SummaryBelow[];
  /** Absent: one may look, and decide nothing. */
  readonly acts?: {
    readonly onReceived: (organisation: SummaryBelow) => void;
    readonly onUnreceive: (organisation: SummaryBelow) => void;
  };
  readonly onOpen: (id: string) => void;
}

const TONES = { draft: 'grey', submitted: 'gold', accepted: 'pine', returned: 'red' } as const;
const HASH_SHOWN = 12;

/** How it is with one: paper ends the matter as an acceptance does. */
function State({ hasAccount, state, received }: SummaryBelow): ReactElement {
  if (received !== null)
    return <span className="tag tag--pine">{words.receivedOn(dayText(received.on, dayOf(now())))}</span>;
  if (state === null) return <span className="quiet">{hasAccount ? words.notBegun : words.noAccount}</span>;
  return <span className={`tag tag--${TONES[state]}`}>{summaryStates[state]}</span>;
}

const isHere = ({ state }: SummaryBelow): boolean => state === 'submitted' || state === 'accepted';

/** All below in the order of the region codes: nobody is ranked (rule F5). */
export function BelowTable({ organisations, acts, onOpen }: BelowTableProps): ReactElement {
  const { columns } = words;
  const actsOf = (row: SummaryBelow): ReactNode => (
    <>
      {row.last === null ? null : (
        <Button
          type="link"
          size="small"
          aria-label={words.openOf(row.name)}
          onClick={() => {
            onOpen(row.id);
          }}
        >
          {words.open}
        </Button>
      )}
      {acts === undefined || isHere(row) || row.received !== null ? null : (
        <Button
          type="link"
          size="small"
          aria-label={words.receivedOf(row.name)}
          onClick={() => {
            acts.onReceived(row);
          }}
        >
          {words.received}
        </Button>
      )}
      {acts === undefined || row.received === null ? null : (
        <Button
          type="link"
          size="small"
          aria-label={words.unreceiveOf(row.name)}
          onClick={() => {
            acts.onUnreceive(row);
          }}
        >
          {words.unreceive}
        </Button>
      )}
    </>
  );
  return (
    <Table<SummaryBelow>
      className="table"
      rowKey="id"
      size="middle"
      dataSource={organisations}
      scroll={{ x: 860 }}
      pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: <Nothing text={words.empty} /> }}
      columns={[
        {
          title: columns.name,
          key: 'name',
          render: (_, { name }) => name,
        },
        { title: columns.state, key: 'state', width: 200, render: (_, row) => <State {...row} /> },
        {
          title: columns.at,
          key: 'at',
          width: 210,
          className: 'figures',
          render: (_, { last }) =>
            last === null ? null : (
              <>
                {momentText(last.submittedAt, now())}
                <div className="quiet">
                  {versionWords.version(last.version)}
                  {last.late ? ` · ${versionWords.late}` : ''}
                </div>
              </>
            ),
        },
        {
          title: columns.hash,
          key: 'hash',
          width: 150,
          render: (_, { last }) =>
            last === null ? null : (
              <span className="hash" title={last.hash}>
                {last.hash.slice(0, HASH_SHOWN)}
              </span>
            ),
        },
        { title: columns.acts, key: 'acts', width: 190, render: (_, row) => actsOf(row) },
      ]}
    />
  );
}
