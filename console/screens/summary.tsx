import type { ReactElement } from 'react';
import { summaryWords as words } from '../../words/console/summary';
import { FIGURES_API } from '../api-figures';
import { CampaignSelect } from '../blocks/campaign-select';
import { useCampaign } from '../blocks/use-campaign';
import { SummaryFormView } from '../features/summary/summary-form-view';
import { refusalOf } from '../net/refusal';
import { useOrganisation } from '../session/organisation';
import { useAsk } from '../session/use-ask';
import { Failed, Loading, Page } from '../ui/page';

export function Summary(): ReactElement {
  const { id: org } = useOrganisation();
  const { campaign, error: campaignError, retry, choose } = useCampaign();
  const summary = useAsk(
    FIGURES_API.summary,
    { params: { org, campaign: campaign ?? '' } },
    { enabled: campaign !== undefined },
  );
  const error = campaignError ?? summary.error;
  if (summary.data !== undefined && campaign !== undefined) {
    return (
      <>
        <CampaignSelect value={campaign} onChange={choose} />
        <SummaryFormView key={`${org} ${campaign}`} summary={summary.data} />
      </>
    );
  }
  return (
    <Page title={words.title}>
      {error === null ? (
        <Loading lines={12} />
      ) : (
        <Failed
          refusal={refusalOf(error)}
          onRetry={() => {
            retry();
            if (campaign !== undefined) void summary.refetch();
          }}
        />
      )}
    </Page>
  );
}
