/** One pull of the feed: page after page until there are no more, as values, the old copy untouched by any failure. */
import type { CampaignId, RegionCode } from '../../domain/ids';
import { CITIZEN } from '../../domain/api/citizen';
import { applyDelta, nextCursor, type Replica, type SyncState } from '../../domain/feed/delta';
import { isCopyTooLarge } from '../../domain/feed/copy-size';
import { FeedPageSchema, type FeedPage } from '../../domain/feed/feed';
import { busyFor, call } from './call';
import { copyBytes } from './copy-bytes';
import { type SyncProblem, toSyncProblem } from './sync-problem';

const FEED = { ...CITIZEN.feed, answer: FeedPageSchema } as const;
/** 5,000 events are a few dozen pages. A server that never ends is broken, and the phone's battery is not its to spend. */
const MAX_PAGES = 500;

export interface Pull {
  readonly region: RegionCode;
  /** `undefined`: the open campaign, else the latest. */
  readonly campaignId: CampaignId | undefined;
  readonly from: Replica;
  /** Each time the visible copy changed. */
  readonly onReplica: (replica: Replica) => void;
  /** `false` once nobody wants this pull any more: whatever still arrives is forgotten. */
  readonly isWanted: () => boolean;
  /** The server has too much to do, and asks to be left alone for so many milliseconds. */
  readonly onBusy?: (waitMs: number) => void;
  /** Bytes that the copy may take; by default the policy's. */
  readonly mostBytes?: number;
}

/** The server knows no such campaign (404) or region (400). */
const UNKNOWN = [400, 404];

async function fetchPage(
  { region, campaignId, onBusy, isWanted }: Pull,
  cursor: string | null,
): Promise<FeedPage | SyncProblem> {
  const answer = await call(FEED, { query: { region, campaign: campaignId, cursor: cursor ?? undefined } });
  if (answer.ok) return answer.value;
  const waitMs = busyFor(answer);
  if (waitMs !== null && isWanted()) onBusy?.(waitMs);
  return toSyncProblem(answer, UNKNOWN);
}

function isTooLarge({ staging, visible }: SyncState, total: number | null, most: number | undefined): boolean {
  const copy = staging ?? visible;
  return isCopyTooLarge({ bytes: copyBytes(copy), events: copy.events.size, total }, most);
}

/** Pulls until the server has no more, or something is in the way. `null`: all is here. */
export async function pullFeed(pull: Pull): Promise<SyncProblem | null> {
  let state: SyncState = { visible: pull.from, staging: null };
  const asked = new Set<string | null>();
  let total: number | null = null;
  for (;;) {
    const cursor = nextCursor(state);
    // A repeated cursor means that the server is looping.
    if (asked.has(cursor) || asked.size >= MAX_PAGES) return 'garbage';
    asked.add(cursor);
    const page = await fetchPage(pull, cursor);
    if (!pull.isWanted()) return null;
    if (typeof page === 'string') return page;
    const before = state.visible;
    state = applyDelta(state, page);
    if (page.first) total = page.total ?? null;
    if (page.events.length > 0 && isTooLarge(state, total, pull.mostBytes)) return 'too-large';
    if (state.visible !== before) pull.onReplica(state.visible);
    if (!page.more) return null;
  }
}
