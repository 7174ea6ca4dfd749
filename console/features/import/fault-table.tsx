import { Table } from 'antd';
import type { ReactElement } from 'react';
import { importWords as words } from '../../../words/console/import';
import type { ImportFault } from '../../net/answers';

type Line = ImportFault & { readonly key: number };

/** Every fault of every row (rule E4). */
export function FaultTable({ faults }: { readonly faults: readonly ImportFault[] }): ReactElement {
  const { columns } = words;
  return (
    <Table<Line>
      className="table"
      size="small"
      dataSource={faults.map((fault, key) => ({ ...fault, key }))}
      scroll={{ x: 720 }}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: columns.row, key: 'row', width: 70, align: 'right', className: 'figures', dataIndex: 'row' },
        { title: columns.cell, key: 'cell', width: 90, dataIndex: 'cell' },
        { title: columns.column, key: 'column', width: 150, render: (_, { column }) => column ?? words.whole },
        {
          title: columns.value,
          key: 'value',
          width: 220,
          render: (_, { value }) => <span className="typed">{value}</span>,
        },
        { title: columns.fault, key: 'fault', dataIndex: 'hint' },
      ]}
    />
  );
}
