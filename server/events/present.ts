/** Rows and wire forms of an event. */
import type { ProgrammeItem } from '../../domain/campaign/campaign';
import type { WireEvent, WireEventAnswer, WireSignUpTerms } from '../../domain/event/event';
import { displayNameOf } from '../../domain/region/region-names';
import { formatInstant } from '../../domain/time/time';
import type { EventRow } from '../db/schema';
import { eventReadings, itemReadings } from './pinyin';

function presentTerms({
  signUpForm,
  opensAt,
  closesAt,
  capacity,
  maxParty,
  wechatOnly,
}: EventRow): WireSignUpTerms | null {
  if (signUpForm === null || opensAt === null || closesAt === null || capacity === null || maxParty === null)
    return null;
  return {
    form: signUpForm,
    opensAt: formatInstant(opensAt),
    closesAt: formatInstant(closesAt),
    capacity,
    maxParty,
    ...(wechatOnly && { wechatOnly: true as const }),
  };
}

export function presentEvent(row: EventRow): WireEvent {
  return {
    id: row.id,
    campaign: row.campaignId,
    programmeId: row.programmeId,
    kind: row.kind,
    title: row.title,
    summary: row.summary,
    organiser: row.organiser,
    region: row.region,
    regionName: displayNameOf(row.region) ?? row.region,
    venue: row.venue,
    startsAt: formatInstant(row.startsAt),
    endsAt: formatInstant(row.endsAt),
    audiences: row.audiences,
    status: row.status,
    ...(row.cancelReason !== null && { cancelReason: row.cancelReason }),
    ...(row.suspended && { suspended: true as const }),
    signUp: presentTerms(row),
    ...(row.suits !== null && { suits: row.suits }),
    ...(row.bring !== null && { bring: row.bring }),
    ...(row.meetAt !== null && { meetAt: row.meetAt }),
    ...(row.sample && { sample: true as const }),
    ...eventReadings(row),
    rev: row.rev,
  };
}

/** An event as it is shown alone, with what it rests on. */
export function presentEventAlone(row: EventRow, item: ProgrammeItem, documentTitle: string | null): WireEventAnswer {
  const basis = { item: { ...item, ...itemReadings(item) }, ...(documentTitle !== null && { documentTitle }) };
  return { ...presentEvent(row), basis };
}
