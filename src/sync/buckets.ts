/** Which events lie together in the stored copy: by the hash of their id, so that one changed event touches one bucket. */
import type { QualityEvent } from '../../domain/event/event';

type Events = ReadonlyMap<string, QualityEvent>;

/** About 64 events (50 KB) a bucket: far from WeChat's 1 MB a key, even if each were as long as events may be. */
const EVENTS_A_BUCKET = 64;
export const MAX_BUCKETS = 128;

/** FNV-1a over the id's UTF-16 units. */
export function bucketOf(id: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % count;
}

/** A power of two, fit for so many events. */
export function bucketCount(events: number): number {
  let count = 1;
  while (count < MAX_BUCKETS && count * EVENTS_A_BUCKET < events) count *= 2;
  return count;
}

export function intoBuckets(events: Events, count: number): readonly (readonly QualityEvent[])[] {
  const buckets = Array.from({ length: count }, (): QualityEvent[] => []);
  for (const event of events.values()) buckets[bucketOf(event.id, count)]?.push(event);
  return buckets;
}

/** The buckets that do not hold the very same events any more. Compares by identity, which `applyDelta` keeps. */
export function touchedBuckets(before: Events, after: Events, count: number): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const [id, event] of after) if (before.get(id) !== event) touched.add(bucketOf(id, count));
  for (const id of before.keys()) if (!after.has(id)) touched.add(bucketOf(id, count));
  return touched;
}
