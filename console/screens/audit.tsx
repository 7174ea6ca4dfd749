import { Button, Table } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { consoleWords } from '../../words/console';
import { momentText } from '../../words/console/dates';
import { auditField, auditFieldsText, auditReason, auditWords as words } from '../../words/console/audit';
import { API } from '../api';
import { now } from '../clock';
import type { AuditLine } from '../net/answers';
import { RefusalError, refusalOf } from '../net/refusal';
import { useOrganisation } from '../session/organisation';
import { useSession } from '../session/session';
import { Failed, Nothing, Page } from '../ui/page';

/** A name, or what kind of thing it was; never an id that nobody can read. */
function objectText({ kind, name }: AuditLine['object']): ReactElement {
  const what = words.objects[kind] ?? words.otherObject;
  if (name === null || name === '') return <span className="quiet">{what}</span>;
  return <>{kind === 'sign-up' || kind === 'roster' ? words.ofEvent(what, name) : name}</>;
}

function Detail({ line }: { readonly line: AuditLine }): ReactElement {
  const { fields, reason, requestId } = line;
  const names = [...new Set(fields.map(auditField))].join('、');
  return (
    <>
      {names === '' ? null : <div>{auditFieldsText(line.act, names)}</div>}
      {reason ? <div>{words.reason(auditReason(reason))}</div> : null}
      {requestId ? <div className="quiet">{words.request(requestId)}</div> : null}
    </>
  );
}

export function Audit(): ReactElement {
  const { id: org } = useOrganisation();
  const { ask } = useSession();
  const list = useInfiniteQuery({
    queryKey: [API.audit.path, org],
    initialPageParam: '',
    queryFn: async ({ pageParam }) => {
      const answer = await ask(API.audit, { params: { org }, query: { before: pageParam } });
      if (!answer.ok) throw new RefusalError(answer.refusal);
      return answer.value;
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const lines = list.data?.pages.flatMap((page) => page.lines) ?? [];
  const { columns } = words;
  return (
    <Page title={words.title} lead={words.lead}>
      {list.isError && list.data === undefined ? (
        <Failed refusal={refusalOf(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <Table<AuditLine>
          className="table"
          rowKey="id"
          size="small"
          dataSource={lines}
          loading={list.isFetching}
          scroll={{ x: 860 }}
          locale={{ emptyText: list.data === undefined ? ' ' : <Nothing text={words.empty} /> }}
          pagination={false}
          columns={[
            {
              title: columns.at,
              key: 'at',
              width: 180,
              className: 'figures',
              render: (_, { at }) => momentText(at, now()),
            },
            {
              title: columns.who,
              key: 'who',
              width: 150,
              render: (_, { who }) => who.name ?? <span className="quiet">{words.kinds[who.kind]}</span>,
            },
            { title: columns.act, key: 'act', width: 150, render: (_, { act: done }) => words.acts[done] },
            { title: columns.object, key: 'object', width: 240, render: (_, { object }) => objectText(object) },
            { title: columns.detail, key: 'detail', render: (_, line) => <Detail line={line} /> },
          ]}
        />
      )}
      {list.hasNextPage ? (
        <div className="more">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {consoleWords.do.more}
          </Button>
        </div>
      ) : null}
    </Page>
  );
}
