/** Every organisation below with what it handed in, and what that adds up to (rule F5). */
import { App } from 'antd';
import { type ReactElement, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import { consoleWords } from '../../words/console';
import { belowSummaryWords as words } from '../../words/console/summary';
import { FIGURES_API } from '../api-figures';
import { CampaignSelect } from '../blocks/campaign-select';
import { useCampaign } from '../blocks/use-campaign';
import { BelowTable } from '../features/summaries/below-table';
import { ReceivedDialog } from '../features/summaries/received-dialog';
import { RollUp } from '../features/summaries/roll-up';
import type { SummaryBelow } from '../net/answers';
import { refusalOf } from '../net/refusal';
import { may, useOrganisation } from '../session/organisation';
import { useAct } from '../session/use-act';
import { useAsk } from '../session/use-ask';
import { lazily } from '../ui/lazily';
import { Failed, Loading, Page } from '../ui/page';
import { RefusalAlert } from '../ui/refusal-alert';

const BelowPanel = lazily(async () => (await import('../features/summaries/below-panel')).BelowPanel);

const OPEN = 'organisation';

export function Summaries(): ReactElement {
  const organisation = useOrganisation();
  const { id: org } = organisation;
  const [search, setSearch] = useSearchParams();
  const { campaign, error: campaignError, retry, choose } = useCampaign();
  const list = useAsk(
    FIGURES_API.summariesBelow,
    { params: { org, campaign: campaign ?? '' } },
    { enabled: campaign !== undefined },
  );
  const { act, refusal } = useAct();
  const { message, modal } = App.useApp();
  const [receiving, setReceiving] = useState<SummaryBelow | null>(null);
  const opened = list.data?.organisations.find(({ id }) => id === search.get(OPEN));
  const error = campaignError ?? (list.data === undefined ? list.error : null);

  function open(id: string | null): void {
    const next = new URLSearchParams(search);
    if (id === null) next.delete(OPEN);
    else next.set(OPEN, id);
    setSearch(next, { replace: id === null });
  }

  function unreceive({ id, name }: SummaryBelow): void {
    modal.confirm({
      title: words.unreceiveOf(name),
      okText: words.unreceive,
      cancelText: consoleWords.do.cancel,
      onOk: async () => {
        const answer = await act(FIGURES_API.unreceiveSummary, {
          params: { org, campaign: campaign ?? '', below: id },
        });
        if (answer?.ok === true) void message.success(words.unreceived);
      },
    });
  }

  return (
    <Page title={words.title} lead={words.lead}>
      <CampaignSelect value={campaign} onChange={choose} />
      <RefusalAlert refusal={refusal} />
      {error === null ? null : (
        <Failed
          refusal={refusalOf(error)}
          onRetry={() => {
            retry();
            if (campaign !== undefined) void list.refetch();
          }}
        />
      )}
      {error === null && list.data === undefined ? <Loading lines={10} /> : null}
      {list.data === undefined || campaign === undefined ? null : (
        <>
          <BelowTable
            organisations={list.data.organisations}
            onOpen={open}
            {...(may(organisation, 'summary:decide') && {
              acts: { onReceived: setReceiving, onUnreceive: unreceive },
            })}
          />
          <RollUp rollUp={list.data.rollUp} />
          {receiving === null ? null : (
            <ReceivedDialog
              campaign={campaign}
              row={receiving}
              onClose={() => {
                setReceiving(null);
              }}
            />
          )}
          <Suspense>
            {opened === undefined ? null : (
              <BelowPanel
                key={`${opened.id} ${opened.last?.version ?? 0}`}
                campaign={campaign}
                row={opened}
                onChanged={() => void list.refetch()}
                onClose={() => {
                  open(null);
                }}
              />
            )}
          </Suspense>
        </>
      )}
    </Page>
  );
}
