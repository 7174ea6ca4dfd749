/** What an event may rest on: the open campaigns, and the items of one. */
import type { CampaignSummary, ProgrammeItem } from '../../domain/campaign/campaign';
import { API } from '../api';
import { useOrganisation } from '../session/organisation';
import { useAsk } from '../session/use-ask';

export interface Programme {
  readonly campaign: CampaignSummary | undefined;
  /** `undefined`: not here yet. */
  readonly items: readonly ProgrammeItem[] | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** `chosen`: the campaign that an event already belongs to; otherwise the latest open one. */
export function useProgramme(chosen: string | undefined): Programme {
  const { region } = useOrganisation();
  const campaigns = useAsk(API.campaigns);
  const all = campaigns.data?.campaigns ?? [];
  const campaign = all.find(({ id, state }) => (chosen === undefined ? state === 'open' : id === chosen));
  const programme = useAsk(
    API.programme,
    { query: { region, campaign: campaign?.id } },
    { enabled: campaign !== undefined },
  );
  return {
    campaign,
    items: programme.data === undefined ? undefined : (programme.data.programme ?? []),
    error: campaigns.error ?? programme.error,
    retry: () => {
      void campaigns.refetch();
      if (campaign !== undefined) void programme.refetch();
    },
  };
}
