/** One pull of the feed: page after page until there are no more, as values, the old copy untouched by any failure. */
import * as v from 'valibot';
import { CITIZEN } from '../../domain/api/citizen';
import { applyDelta, nextCursor, type Replica, type SyncState } from '../../domain/feed/delta';
import { FeedPageSchema, type FeedPage } from '../../domain/feed/feed';
import { callServer } from '../platform/request';
import { hearServerClock } from './now';

const TIMEOUT_MS = 10_000;
/** 5,000 events are a few dozen pages. A server that never ends is broken, and the phone's battery is not its to spend. */
const MAX_PAGES = 500;

/** `unknown`: the server has no such campaign or region; asking again never helps. */
export type SyncProblem = 'offline' | 'timeout' | 'server' | 'garbage' | 'unknown';

export interface Pull {
  readonly region: string;
  /** `undefined`: the open campaign, else the latest. */
  readonly campaignId: string | undefined;
  readonly from: Replica;
  /** Each time the visible copy changed. */
  readonly onReplica: (replica: Replica) => void;
  /** `false` once nobody wants this pull any more: whatever still arrives is forgotten. */
  readonly isWanted: () => boolean;
}

async function fetchPage(pull: Pull, cursor: string | null): Promise<FeedPage | SyncProblem> {
  const query = { region: pull.region, campaign: pull.campaignId, cursor: cursor ?? undefined };
  const answer = await callServer(CITIZEN.feed, { timeoutMs: TIMEOUT_MS, query });
  if (!answer.ok) {
    if (answer.reason !== 'http') return answer.reason;
    return answer.status === 400 || answer.status === 404 ? 'unknown' : 'server';
  }
  const page = v.safeParse(FeedPageSchema, answer.body);
  if (!page.success) return 'garbage';
  if (answer.serverDate !== null) hearServerClock(answer.serverDate);
  return page.output;
}

/** Pulls until the server has no more, or something is in the way. `null`: all is here. */
export async function pullFeed(pull: Pull): Promise<SyncProblem | null> {
  let state: SyncState = { visible: pull.from, staging: null };
  const asked = new Set<string | null>();
  for (;;) {
    const cursor = nextCursor(state);
    // A cursor asked for twice would be asked for for ever.
    if (asked.has(cursor) || asked.size >= MAX_PAGES) return 'garbage';
    asked.add(cursor);
    const page = await fetchPage(pull, cursor);
    if (!pull.isWanted()) return null;
    if (typeof page === 'string') return page;
    const before = state.visible;
    state = applyDelta(state, page);
    if (state.visible !== before) pull.onReplica(state.visible);
    if (!page.more) return null;
  }
}

/**
 * One at a time. Asked for while one runs, `work` runs once more afterwards, whoever asked: so what was published
 * before the question is there when the promise settles, and ten questions cost two runs.
 */
export function singleFlight(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let queued: Promise<void> | null = null;
  const start = (): Promise<void> => {
    queued = null;
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (running === null) return start();
    queued ??= running.then(start, start);
    return queued;
  };
}
