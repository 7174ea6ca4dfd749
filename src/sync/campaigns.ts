/** Which years there are: the list as stored, then as the server has it. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type CampaignSummary, CampaignSummarySchema } from '../domain/campaign';
import { getJson } from '../platform/request';
import { read, write } from '../platform/storage';

const KEY = 'campaigns';
const TIMEOUT_MS = 10_000;
const ListSchema = v.object({ campaigns: v.array(CampaignSummarySchema) });

interface Campaigns {
  readonly list: readonly CampaignSummary[];
  readonly status: 'idle' | 'loading';
  /** The last question got no usable answer; the list that stands is as good as it was. */
  readonly failed: boolean;
}

function stored(): readonly CampaignSummary[] {
  const parsed = v.safeParse(ListSchema, read(KEY));
  return parsed.success ? parsed.output.campaigns : [];
}

const store = createStore<Campaigns>(() => ({ list: stored(), status: 'idle', failed: false }));

export function useCampaigns(): Campaigns {
  return useStore(store);
}

export async function loadCampaigns(): Promise<void> {
  store.setState({ status: 'loading' });
  const answer = await getJson('/api/v1/campaigns', { timeoutMs: TIMEOUT_MS });
  const parsed = answer.ok ? v.safeParse(ListSchema, answer.body) : null;
  if (parsed?.success !== true) {
    store.setState({ status: 'idle', failed: true });
    return;
  }
  // A list that does not fit into storage is asked for again next time.
  write(KEY, parsed.output);
  store.setState({ list: parsed.output.campaigns, status: 'idle', failed: false });
}
