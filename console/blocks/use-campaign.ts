import { useSearchParams } from 'react-router';
import { API } from '../api';
import { useAsk } from '../session/use-ask';

interface ChosenCampaign {
  /** `undefined`: not known yet, or there is none. */
  readonly campaign: string | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly choose: (id: string) => void;
}

/** The year that the address names, else the latest open one. */
export function useCampaign(): ChosenCampaign {
  const [search, setSearch] = useSearchParams();
  const campaigns = useAsk(API.campaigns);
  const all = campaigns.data?.campaigns ?? [];
  const named = all.find(({ id }) => id === search.get('campaign'));
  return {
    campaign: (named ?? all.find(({ state }) => state === 'open') ?? all[0])?.id,
    error: campaigns.error,
    retry: () => void campaigns.refetch(),
    choose: (id) => {
      setSearch({ campaign: id });
    },
  };
}
