/** The events behind one row of figures: their sum is the row. */
import { Button, Drawer, Table } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { consoleWords } from '../../../words/console';
import { momentText, spanText } from '../../../words/console/dates';
import { figuresWords as words } from '../../../words/console/figures';
import { FIGURE_NAMES } from '../../../words/figures';
import { FIGURES_API } from '../../api-figures';
import { now } from '../../clock';
import { RefusalError, refusalOf } from '../../net/refusal';
import { useOrganisation } from '../../session/organisation';
import { useSession } from '../../session/session';
import { Failed, Loading, Nothing } from '../../ui/page';
import { useReturnFocus } from '../../ui/use-return-focus';
import { FIGURES_SHOWN, figureText } from '../../blocks/figure-text';

interface FigureEventsProps {
  /** As the table was asked for: grouping, campaign, and the same time. */
  readonly asked: Readonly<Record<string, string>>;
  readonly row: string;
  readonly onClose: () => void;
}

export function FigureEvents({ asked, row, onClose }: FigureEventsProps): ReactElement {
  useReturnFocus();
  const { id: org } = useOrganisation();
  const { ask } = useSession();
  const list = useInfiniteQuery({
    queryKey: [FIGURES_API.figureEvents.path, org, asked, row],
    initialPageParam: '',
    queryFn: async ({ pageParam }) => {
      const answer = await ask(FIGURES_API.figureEvents, {
        params: { org },
        query: { ...asked, key: row, after: pageParam },
      });
      if (!answer.ok) throw new RefusalError(answer.refusal);
      return answer.value;
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const first = list.data?.pages[0];
  const events = list.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <Drawer
      open
      size={1000}
      onClose={onClose}
      title={words.listTitle(first?.name ?? '')}
      closable={{ 'aria-label': consoleWords.do.close }}
    >
      {list.isPending ? <Loading /> : null}
      {list.isError && first === undefined ? (
        <Failed refusal={refusalOf(list.error)} onRetry={() => void list.refetch()} />
      ) : null}
      {first === undefined ? null : (
        <div className="stack">
          <p className="quiet">
            {words.asOf(momentText(first.asOf, now()))}。{words.listSum}
          </p>
          <Table
            className="table"
            rowKey="id"
            size="small"
            dataSource={events}
            scroll={{ x: 900 }}
            pagination={false}
            locale={{ emptyText: <Nothing text={words.listEmpty} /> }}
            columns={[
              { title: words.event, key: 'title', render: (_, { title }) => title },
              {
                title: words.organisation,
                key: 'organisation',
                width: 150,
                render: (_, { organisation }) => organisation.name,
              },
              {
                title: words.time,
                key: 'time',
                width: 170,
                className: 'figures',
                render: (_, { startsAt, endsAt }) => spanText(startsAt, endsAt, now()),
              },
              ...FIGURES_SHOWN.map((figure) => ({
                title: FIGURE_NAMES[figure],
                key: figure,
                width: 84,
                align: 'right' as const,
                className: 'figures',
                render: (_: unknown, figures: (typeof events)[number]) => figureText(figures, figure),
              })),
            ]}
          />
          {list.hasNextPage ? (
            <div className="more">
              <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {consoleWords.do.more}
              </Button>
            </div>
          ) : null}
        </div>
      )}
    </Drawer>
  );
}
