/**
 * The campaign whose theme and slogans stand on the cards: the one that a link names, else the one that is on, else the
 * latest that has slogans. Needs no region and no copy of the feed: a shared card is often the first thing that a phone
 * ever sees of the app.
 */
import { useEffect, useMemo, useState } from 'react';
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { CITIZEN } from '../../domain/api/citizen';
import { CampaignSummarySchema } from '../../domain/campaign/campaign';
import { type CardTexts, CardTextsSchema, cardTextsOf, CardCampaignSchema } from '../../domain/slogan/slogan';
import { type Answer, callServer } from '../platform/request';
import { persisted, type Persisted } from './persisted';
import type { SyncProblem } from './pull';
import { useReplica } from './replica';

const TIMEOUT_MS = 10_000;
const AnswerSchema = v.object({ campaign: CardCampaignSchema });
const ListSchema = v.object({ campaigns: v.array(CampaignSummarySchema) });

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

async function read<Output>(
  asking: Promise<Answer>,
  schema: v.GenericSchema<unknown, Output>,
): Promise<Output | SyncProblem | 'unknown'> {
  const answer = await asking;
  if (!answer.ok) {
    if (answer.reason !== 'http') return answer.reason;
    return answer.status === 404 ? 'unknown' : 'server';
  }
  const parsed = v.safeParse(schema, answer.body);
  return parsed.success ? parsed.output : 'garbage';
}

async function fetchTexts(campaignId = 'current'): Promise<CardTexts | SyncProblem | 'unknown'> {
  const asking = callServer(CITIZEN.campaign, { timeoutMs: TIMEOUT_MS, params: { id: campaignId } });
  const answer = await read(asking, AnswerSchema);
  return typeof answer === 'string' ? answer : cardTextsOf(answer.campaign);
}

async function findTexts(asked: string | undefined): Promise<CardTexts | SyncProblem> {
  const first = await fetchTexts(asked);
  if (typeof first === 'object' && first.slogans.length > 0) return first;
  if (first === 'unknown' && asked !== undefined) return findTexts(undefined);
  if (typeof first === 'string') return first === 'unknown' ? 'server' : first;
  const list = await read(callServer(CITIZEN.campaigns, { timeoutMs: TIMEOUT_MS }), ListSchema);
  if (typeof list === 'string') return list === 'unknown' ? 'server' : list;
  const others = list.campaigns.filter(({ id }) => id !== first.id).sort((one, other) => other.year - one.year);
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
  let last: { readonly asked: string | undefined; readonly done: Promise<void> } | null = null;
  // Who asks for the same waits with the others; another campaign is asked for after this one.
  const load = (asked: string | undefined): Promise<void> => {
    if (last !== null && last.asked === asked) return last.done;
    const before = last?.done ?? Promise.resolve();
    const done = before
      .then(() => bring(asked))
      .finally(() => {
        if (last?.done === done) last = null;
      });
    last = { asked, done };
    return done;
  };
  return { store, load };
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
