import * as v from 'valibot';
import { eventBody } from '../e2e/event-fixture';
import { applyDelta, EMPTY_REPLICA, type SyncState } from '../domain/feed/delta';
import { EventSchema, type QualityEvent } from '../domain/event/event';
import type { FeedPage } from '../domain/feed/feed';
import { type Figure, median, percentile } from './figure';

const EVENTS = 5000;
const RUNS = 400;

function eventOf(index: number, rev: number): QualityEvent {
  const server = { id: `bench-${index}`, kind: '开放日', regionName: '拉萨市城关区', status: 'scheduled', rev };
  return v.parse(EventSchema, { ...eventBody(), ...server });
}

function pageOf(cursor: string, events: readonly QualityEvent[]): FeedPage {
  return {
    cursor,
    reset: false,
    first: false,
    more: false,
    campaign: null,
    programme: null,
    events: [...events],
    removed: [],
  };
}

/** One change into 5,000 events, on this machine's Node; a phone is several times slower, hence the strict target. */
export function benchDelta(): Figure[] {
  const all = Array.from({ length: EVENTS }, (_, index) => eventOf(index, index + 1));
  let state: SyncState = applyDelta({ visible: EMPTY_REPLICA, staging: null }, pageOf('0', all));
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const page = pageOf(String(run + 1), [eventOf((run * 31) % EVENTS, EVENTS + run + 1)]);
    const begun = performance.now();
    state = applyDelta(state, page);
    times.push(performance.now() - begun);
  }
  const p99 = percentile(times, 0.99);
  return [
    {
      topic: 'Replica',
      name: 'applyDelta, one change into 5,000 events',
      value: `${median(times).toFixed(2)} ms (p99 ${p99.toFixed(2)} ms)`,
      yardstick: '5 ms',
      ratio: median(times) / 5,
      target: '≤ 5 ms',
      met: median(times) <= 5,
    },
  ];
}
