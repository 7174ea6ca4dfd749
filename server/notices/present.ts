import type { WireNotice } from '../../domain/notice/inbox';
import { formatInstant } from '../../domain/time/time';
import type { notice } from '../db/account-schema';

export function presentNotice(row: typeof notice.$inferSelect): WireNotice {
  const { id, kind, eventId, title, at, changes, reason } = row;
  return {
    id,
    kind,
    eventId,
    title,
    at: formatInstant(at),
    ...(changes !== null && { changes: [...changes] }),
    ...(reason !== null && { reason }),
  };
}
