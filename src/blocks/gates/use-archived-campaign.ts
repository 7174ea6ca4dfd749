import type { CampaignId } from '../../../domain/ids';
import { useEffect } from 'react';
import { useViewedRegion } from '../../sync/preferences';
import { replicaOf } from '../../sync/replica';

/** Opens the copy of a campaign that is over, in the chosen region, and asks the server for it. */
export function useArchivedCampaign(campaignId: CampaignId | null): void {
  const region = useViewedRegion();
  useEffect(() => {
    if (campaignId === null) return;
    const handle = replicaOf(campaignId);
    if (handle.store.getState().region?.code !== region.code) handle.open(region);
    void handle.pull();
  }, [campaignId, region]);
}
