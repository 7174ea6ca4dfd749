/** What an import is checked against, from the server's own feed: no token is needed to read. */
import * as v from 'valibot';
import type { QualityEvent } from '../../domain/event/event';
import type { ImportFacts } from '../../domain/event-import/import-types';
import { FeedPageSchema, type FeedPage } from '../../domain/feed/feed';
import { NATION } from '../../domain/region/region';
import { nameFailure, type StopReason } from './put-event';

export type FetchedFacts =
  | { readonly ok: true; readonly facts: ImportFacts }
  | { readonly ok: false; readonly reason: StopReason; readonly detail: string };

const TIMEOUT_MS = 30_000;
/** Far more than a campaign has; a server that never ends is not ours. */
const MOST_PAGES = 1000;

/** `campaign`: an id; `null`: the open one. */
export async function fetchFacts(server: URL, campaign: string | null, timeoutMs = TIMEOUT_MS): Promise<FetchedFacts> {
  const refuse = (reason: StopReason, detail: string): FetchedFacts => ({ ok: false, reason, detail });
  const events = new Map<string, QualityEvent>();
  let cursor: string | null = null;
  let told: FeedPage['campaign'] = null;
  let programme: FeedPage['programme'] = null;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const url = new URL(`api/v1/feed?region=${NATION}`, server);
    if (campaign !== null) url.searchParams.set('campaign', campaign);
    if (cursor !== null) url.searchParams.set('cursor', cursor);
    let status: number;
    let json: unknown;
    try {
      const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
      status = response.status;
      json = await response.json();
    } catch (error) {
      return refuse(error instanceof SyntaxError ? 'not-this-server' : 'no-answer', nameFailure(error));
    }
    if (status === 404 && campaign !== null) return refuse('no-campaign', campaign);
    if (status >= 500) return refuse('server-failing', `HTTP ${status}`);
    const page = v.safeParse(FeedPageSchema, json);
    if (status !== 200 || !page.success) return refuse('not-this-server', `HTTP ${status}`);
    const { output } = page;
    if (output.first) events.clear();
    for (const event of output.events) events.set(event.id, event);
    for (const id of output.removed) events.delete(id);
    told = output.campaign ?? told;
    programme = output.programme ?? programme;
    cursor = output.cursor;
    if (output.more) continue;
    if (!told || !programme) return refuse('not-this-server', 'no campaign');
    const { id, year, state, sample } = told;
    return {
      ok: true,
      facts: {
        campaign: { id, year, state, ...(sample && { sample }) },
        items: programme.map(({ id: item, name, kind, audiences }) => ({ id: item, name, kind, audiences })),
        organiser: null,
        scope: NATION,
        existing: [...events.values()],
        takenIds: [],
      },
    };
  }
  return refuse('not-this-server', `${MOST_PAGES} pages`);
}
