import type { CampaignId } from '../../domain/ids';
import type { Publication } from '../../domain/event/publication';
import type { EventRow } from '../db/schema';

/** What a publisher decides of an event's row. */
export type Content = Omit<
  EventRow,
  | 'id'
  | 'campaignId'
  | 'organisationId'
  | 'status'
  | 'cancelReason'
  | 'suspended'
  | 'removed'
  | 'rev'
  | 'changedAt'
  | 'countedSince'
  | 'seenIn'
  | 'taken'
  | 'waiting'
>;

export function columnsOf(publication: Publication): Content {
  const { programmeId, region, kind, title, summary, organiser, venue, audiences, startsAt, endsAt, signUp, sample } =
    publication;
  return {
    ...{ programmeId, region, kind, title, summary, organiser, venue, audiences, startsAt, endsAt, sample },
    suits: publication.suits ?? null,
    bring: publication.bring ?? null,
    meetAt: publication.meetAt ?? null,
    signUpForm: signUp?.form ?? null,
    opensAt: signUp?.opensAt ?? null,
    closesAt: signUp?.closesAt ?? null,
    capacity: signUp?.capacity ?? null,
    maxParty: signUp?.maxParty ?? null,
    wechatOnly: signUp?.wechatOnly === true,
  };
}

/** An event that is not there yet, as it would be; only its revision cannot be known. */
export const asNewRow = (id: string, campaignId: CampaignId, content: Content): EventRow => ({
  ...{ id, campaignId, ...content, status: 'scheduled', cancelReason: null, suspended: false, removed: false },
  ...{ rev: -1, changedAt: 0, countedSince: null, seenIn: [], taken: 0, waiting: 0, organisationId: null },
});
