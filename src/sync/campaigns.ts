/** Which years there are: the list as stored, then as the server has it. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { CITIZEN } from '../../domain/api/citizen';
import { type CampaignSummary, CampaignSummarySchema } from '../../domain/campaign/campaign';
import { callServer } from '../platform/request';
import { persisted } from './persisted';

const TIMEOUT_MS = 10_000;
const ListSchema = v.object({ campaigns: v.array(CampaignSummarySchema) });

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

export async function loadCampaigns(): Promise<void> {
  store.setState({ status: 'loading' });
  const answer = await callServer(CITIZEN.campaigns, { timeoutMs: TIMEOUT_MS });
  const parsed = answer.ok ? v.safeParse(ListSchema, answer.body) : null;
  if (parsed?.success !== true) {
    store.setState({ status: 'idle', failed: true });
    return;
  }
  list.update(() => parsed.output);
  store.setState({ status: 'idle', failed: false });
}
