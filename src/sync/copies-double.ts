/** Stored copies of any size, for tests, and what a phone has of them at its next launch. */
import type { Replica } from '../../domain/feed/delta';
import type { QualityEvent } from '../../domain/event/event';
import { campaignNamed, eventNamed } from '../../domain/testing/fake-feed-server';
import { phone } from '../platform/taro-double';
import { createSnapshot, type Copy } from './snapshot';

export const LHASA = { code: '540100', name: '拉萨市' };
export const SHIGATSE = { code: '540200', name: '日喀则市' };

export function replicaOf(events: readonly QualityEvent[], cursor = 'c1'): Replica {
  const programme = [
    { id: 't001', name: '质量月', documentNo: 'x', paragraph: '一', kind: '开放日', audiences: ['公众'], signUp: true },
  ] as const;
  return {
    cursor,
    campaign: campaignNamed('2026'),
    programme: programme.map((item) => ({ ...item, audiences: [...item.audiences] })),
    events: new Map(events.map((event) => [event.id, event])),
  };
}

export const copyOf = (replica: Replica, region = LHASA): Copy => ({ region, replica, syncedAt: 1_789_000_000_000 });
export const manyEvents = (count: number): QualityEvent[] =>
  Array.from({ length: count }, (_, index) => eventNamed(`e-${index}`, index + 1));

/** The copy with events changed, added or (`null`) removed, everything else as it was. */
export function changed(copy: Copy, cursor: string, part: Readonly<Record<string, QualityEvent | null>>): Copy {
  const events = new Map(copy.replica.events);
  for (const [id, event] of Object.entries(part)) {
    if (event === null) events.delete(id);
    else events.set(id, event);
  }
  return { ...copy, replica: { ...copy.replica, cursor, events } };
}

export const MANIFEST = 'replica/current/manifest';
export const relaunch = (): Copy | null => createSnapshot('current').load();
export const stored = (): readonly string[] => [...phone.storage.keys()];
