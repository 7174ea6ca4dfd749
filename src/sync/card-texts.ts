/**
 * The campaign whose theme and slogans the cards show: the one that a link names, else the one that is on, else the
 * latest that has slogans. Needs no region and no copy of the feed: a shared card is often the first thing that a phone
 * ever sees of the app.
 */
import { CITIZEN } from '../../domain/api/citizen';
import { useEffect, useMemo, useState } from 'react';
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type CardTexts, CardTextsSchema, cardTextsOf, CardCampaignSchema } from '../../domain/slogan/slogan';
import { call, type CallFailure } from './call';
import { fetchCampaigns } from './campaigns';
import { share } from './coalesce';
import { persisted, type Persisted } from './persisted';
import { type SyncProblem, toSyncProblem } from './sync-problem';
import { useReplica } from './replica';

const CAMPAIGN = {
  ...CITIZEN.campaign,
  answer: v.object({ campaign: CardCampaignSchema }),
} as const;

interface State {
  /** The last ones that came; stored, so that cards can be made without a network. */
  readonly texts: CardTexts | null;
  readonly status: 'idle' | 'loading';
  readonly problem: SyncProblem | null;
}

function keptTexts(): Persisted<{ readonly texts: CardTexts | null }> {
  return persisted({
    key: 'card-texts',
    version: 1,
    schema: CardTextsSchema,
    empty: { texts: null as CardTexts | null },
    toState: (texts) => ({ texts }),
    toStored: ({ texts }) => texts,
    owner: 'phone',
    missed: null,
  });
}

async function fetchTexts(id = 'current'): Promise<CardTexts | SyncProblem> {
  const answer = await call(CAMPAIGN, { params: { id } });
  return answer.ok ? cardTextsOf(answer.value.campaign) : toProblem(answer);
}

/** A campaign that is not there is `unknown`; anything else that the server refuses is its failure. */
const toProblem = (failure: CallFailure): SyncProblem => toSyncProblem(failure, [404]);

async function findTexts(asked: string | undefined): Promise<CardTexts | SyncProblem> {
  const first = await fetchTexts(asked);
  if (typeof first === 'object' && first.slogans.length > 0) return first;
  if (first === 'unknown' && asked !== undefined) return findTexts(undefined);
  if (typeof first === 'string') return first === 'unknown' ? 'server' : first;
  const list = await fetchCampaigns();
  if (!list.ok) return toSyncProblem(list, []);
  const others = list.value.campaigns.filter(({ id }) => id !== first.id).sort((one, other) => other.year - one.year);
  for (const { id } of others) {
    const texts = await fetchTexts(id);
    if (typeof texts === 'object' && texts.slogans.length > 0) return texts;
  }
  // Nobody has slogans yet; there is a theme.
  return first;
}

export interface CardTextsHandle {
  readonly store: StoreApi<State>;
  readonly load: (asked: string | undefined) => Promise<void>;
}

/** As stored, until `load` brings what the server has. */
export function createCardTexts(): CardTextsHandle {
  const kept = keptTexts();
  const store = createStore<State>(() => ({ ...kept.store.getState(), status: 'idle', problem: null }));
  const bring = async (asked: string | undefined): Promise<void> => {
    store.setState({ status: 'loading' });
    const found = await findTexts(asked);
    if (typeof found === 'string') {
      store.setState({ status: 'idle', problem: found });
      return;
    }
    kept.update(() => ({ texts: found }));
    store.setState({ texts: found, status: 'idle', problem: null });
  };
  return { store, load: share(bring) };
}

const { store, load } = createCardTexts();

export interface CardTextsState {
  /** `null`: on their way, or `problem` says why not. */
  readonly texts: CardTexts | null;
  readonly problem: SyncProblem | null;
  readonly retry: () => void;
}

/** `asked`: the campaign that a link names. */
export function useCardTexts(asked: string | undefined): CardTextsState {
  const campaign = useReplica((state) => state.replica.campaign);
  const { texts, status, problem } = useStore(store);
  const ofCurrent = useMemo(() => (campaign === null ? null : cardTextsOf(campaign)), [campaign]);
  const fits = ofCurrent !== null && ofCurrent.slogans.length > 0 && (asked === undefined || asked === ofCurrent.id);
  const isHere = fits || (texts !== null && (asked === undefined || asked === texts.id));
  const [answered, setAnswered] = useState(false);
  useEffect(() => {
    if (fits) return;
    void load(asked).then(() => {
      setAnswered(true);
    });
  }, [fits, asked]);
  const retry = (): void => void load(asked);
  if (fits) return { texts: ofCurrent, problem: null, retry };
  // What a link names may be gone from the server; then what came instead is shown.
  const settled = answered && status === 'idle' && problem === null;
  return { texts: isHere || settled ? texts : null, problem: status === 'loading' ? null : problem, retry };
}
