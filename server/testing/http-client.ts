/** Talks to a server process as publishers and phones do. */
import type { RegionCode } from '../../domain/ids';
import * as v from 'valibot';
import { applyDelta, EMPTY_REPLICA, nextCursor, type Replica, type SyncState } from '../../domain/feed/delta';
import { EventSchema, type WirePublishBody, type QualityEvent } from '../../domain/event/event';
import { FeedPageSchema } from '../../domain/feed/feed';
import { SLOW_MS, TOKEN } from './app';
import { waitUntil } from './wait-until';

const WrittenSchema = v.object({ event: EventSchema });

/** Asks until it is answered: a server that has just started may be busy, and says so. Throws if it is gone. */
const askPatiently = (ask: () => Promise<Response>): Promise<Response> =>
  waitUntil(async () => {
    const answer = await ask();
    return answer.status === 503 ? undefined : answer;
  }, SLOW_MS);

/** Publishes, asking once. */
export const putEvent = (url: string, id: string, body: WirePublishBody): Promise<Response> =>
  fetch(`${url}/api/v1/events/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** The event as acknowledged. Throws if the server refuses, or is gone. */
export async function publishTo(url: string, id: string, body: WirePublishBody): Promise<QualityEvent> {
  const response = await askPatiently(() => putEvent(url, id, body));
  if (!response.ok) throw new Error(`publishing answered ${response.status}: ${await response.text()}`);
  return v.parse(WrittenSchema, await response.json()).event;
}

/** Everything a region sees, from `from` on. */
export async function syncWith(url: string, region: RegionCode, from: Replica = EMPTY_REPLICA): Promise<Replica> {
  let state: SyncState = { visible: from, staging: null };
  for (;;) {
    const cursor = nextCursor(state);
    const query = new URLSearchParams({ region, ...(cursor !== null && { cursor }) });
    const response = await askPatiently(() => fetch(`${url}/api/v1/feed?${query.toString()}`));
    const page = v.parse(FeedPageSchema, await response.json());
    state = applyDelta(state, page);
    if (!page.more) return state.visible;
  }
}
