import type { EventRow } from '../db/schema';

/** What a publisher decides of an event's row. */
export type Content = Omit<
  EventRow,
  | 'id'
  | 'campaignId'
  | 'organisationId'
  | 'status'
  | 'cancelReason'
  | 'removed'
  | 'rev'
  | 'seenIn'
  | 'taken'
  | 'waiting'
>;
