/** What a copy takes of the phone, as it is stored. */
import type { Replica } from '../../domain/feed/delta';
import { utf8Bytes } from '../../domain/feed/copy-size';

/** What did not change keeps its identity, so each event is measured once. */
const known = new WeakMap<object, number>();

function bytesOf(part: object): number {
  const before = known.get(part);
  if (before !== undefined) return before;
  const bytes = utf8Bytes(JSON.stringify(part));
  known.set(part, bytes);
  return bytes;
}

export function copyBytes({ campaign, programme, events }: Replica): number {
  let bytes = (campaign === null ? 0 : bytesOf(campaign)) + bytesOf(programme);
  for (const event of events.values()) bytes += bytesOf(event) + 1;
  return bytes;
}
