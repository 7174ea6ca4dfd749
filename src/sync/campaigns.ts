/** Which years there are: the list as stored, then as the server has it. */
import { CITIZEN } from '../../domain/api/citizen';
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type CampaignSummary, CampaignSummarySchema } from '../../domain/campaign/campaign';
import { call, type Called } from './call';
import { persisted } from './persisted';

const ListSchema = v.object({ campaigns: v.array(CampaignSummarySchema) });
const LIST = { ...CITIZEN.campaigns, answer: ListSchema } as const;

interface Campaigns {
  readonly list: readonly CampaignSummary[];
  readonly status: 'idle' | 'loading';
  /** The last question got no usable answer; the list that stands is as good as it was. */
  readonly failed: boolean;
}

const list = persisted({
  key: 'campaigns',
  version: 1,
  schema: ListSchema,
  empty: { campaigns: [] as readonly CampaignSummary[] },
  toState: (stored) => stored,
  toStored: (state) => state,
  owner: 'phone',
  missed: null,
});

const store = createStore<Omit<Campaigns, 'list'>>(() => ({ status: 'idle', failed: false }));

export function useCampaigns(): Campaigns {
  const asked = useStore(store);
  return { list: useStore(list.store, ({ campaigns }) => campaigns), ...asked };
}

/** The list as the server has it; nothing is kept. */
export function fetchCampaigns(): Promise<Called<v.InferOutput<typeof ListSchema>>> {
  return call(LIST);
}

export async function loadCampaigns(): Promise<void> {
  store.setState({ status: 'loading' });
  const answer = await fetchCampaigns();
  if (!answer.ok) {
    store.setState({ status: 'idle', failed: true });
    return;
  }
  list.update(() => answer.value);
  store.setState({ status: 'idle', failed: false });
}
