/**
 * A campaign to try the app with when no real one is on: this year's days, the texts and the programme of 2025, and
 * invented events that say so in title, summary, organiser and address.
 */
import type { Campaign, ProgrammeItem } from '../../domain/campaign/campaign';
import type { PublishBody, SignUpTerms, Venue } from '../../domain/event/event';
import { NATION } from '../../domain/region/region';
import { displayNameOf, fullNameOf } from '../../domain/region/region-names';
import { addDays, daysBetween, MINUTE_MS, parseInstant, weekdayOf } from '../../domain/time/time';
import { officialCampaigns } from './campaigns';
import { EAST } from './sample/east';
import { LHASA } from './sample/lhasa';
import { NATIONAL } from './sample/national';
import { PAST } from './sample/past';
import { PLACES } from './sample/places';
import type { SampleRow } from './sample/row';
import { WEST } from './sample/west';

/** The campaign whose theme, slogans, documents and programme the trial borrows. */
const SOURCE = '2025';
const ROWS: readonly SampleRow[] = [...LHASA, ...WEST, ...EAST, ...NATIONAL, ...PAST];
const NOTE = '本场次为试用示例，并非真实活动。';
const FIRST_DAY = -2;
const LAST_DAY = 27;
/** As many days after the month as in 2025. */
const DUE_AFTER = 9;

export type SampleEvent = PublishBody & { readonly id: string };

interface SampleCampaign {
  readonly campaign: Campaign;
  readonly programme: ProgrammeItem[];
  readonly events: SampleEvent[];
}

function moveTo(kind: SampleRow['on'], day: string): string {
  const weekday = weekdayOf(day);
  const isWeekend = weekday === 0 || weekday === 6;
  switch (kind) {
    case undefined:
      return day;
    case 'workday':
      return isWeekend ? addDays(day, weekday === 6 ? 2 : 1) : day;
    case 'weekend':
      return isWeekend ? day : addDays(day, 6 - weekday);
    case 'monday':
      return addDays(day, (8 - weekday) % 7);
  }
}

/** Epoch ms. */
function instant(day: string, clock: string): number {
  const at = parseInstant(`${day}T${clock}:00+08:00`);
  if (at === null) throw new RangeError(`no such moment: ${day} ${clock}`);
  return at;
}

/** Unless a row says otherwise, sign-up is open from the start of the trial to the evening before, or to an hour before. */
function termsOf(row: SampleRow, today: string, day: string, startsAt: number): SignUpTerms | null {
  if (!row.signUp) return null;
  const { opens = FIRST_DAY, closes, ...terms } = row.signUp;
  const lastCall = startsAt - 60 * MINUTE_MS;
  const usual = daysBetween(today, day) > 1 ? instant(addDays(day, -1), '18:00') : lastCall;
  return {
    ...terms,
    opensAt: instant(addDays(today, opens), '09:00'),
    closesAt: closes === undefined ? usual : instant(addDays(today, closes), '18:00'),
  };
}

function venueOf(venue: SampleRow['venue']): Venue | null {
  if (!venue) return null;
  const { region, latitude, longitude } = PLACES[venue.town];
  return {
    name: `${venue.town}${venue.name}（示例地点）`,
    address: `${fullNameOf(region) ?? venue.town}（示例）`,
    latitude,
    longitude,
  };
}

function eventOf(row: SampleRow, index: number, campaign: Campaign, item: ProgrammeItem, today: string): SampleEvent {
  const region = row.scope === undefined && row.venue ? PLACES[row.venue.town].region : NATION;
  const day = moveTo(row.on, addDays(today, row.day));
  const startsAt = instant(day, row.from);
  return {
    id: `sample-${String(index + 1).padStart(3, '0')}`,
    campaign: campaign.id,
    programmeId: item.id,
    title: row.title,
    summary: `${row.about}${NOTE}`,
    organiser: { name: `${displayNameOf(region) ?? ''}质量月活动组（示例）` },
    region,
    venue: venueOf(row.venue),
    startsAt,
    endsAt: instant(addDays(day, row.lasts ?? 0), row.to),
    audiences: item.audiences,
    signUp: termsOf(row, today, day, startsAt),
    ...(row.suits !== undefined && { suits: row.suits }),
    ...(row.bring !== undefined && { bring: row.bring }),
    ...(row.meetAt !== undefined && { meetAt: row.meetAt }),
    sample: true,
  };
}

/**
 * The trial campaign of a day in China, the same for the same day.
 * Throws RangeError on a text that is no day, and Error if an event names a programme item that is not there.
 */
export function sampleCampaign(today: string): SampleCampaign {
  const source = officialCampaigns().find(({ campaign }) => campaign.id === SOURCE);
  if (!source) throw new Error(`the sample needs the campaign of ${SOURCE}`);
  const { year, theme, slogans, documents, consent, guide12315, summaryDeadline } = source.campaign;
  const period = { from: addDays(today, FIRST_DAY), to: addDays(today, LAST_DAY) };
  const trialYear = Number(today.slice(0, 4));
  const campaign: Campaign = {
    id: `sample-${trialYear}`,
    year: trialYear,
    theme,
    textsFrom: year,
    period,
    state: 'open',
    sample: true,
    consent,
    slogans,
    documents,
    // The press dates are those of 2025; a trial has none of its own.
    knownDates: [],
    guide12315,
    ...(summaryDeadline && { summaryDeadline: { ...summaryDeadline, dueOn: addDays(period.to, DUE_AFTER) } }),
  };
  const items = new Map(source.programme.map((item) => [item.id, item]));
  const events = ROWS.map((row, index) => {
    const item = items.get(row.item);
    if (!item) throw new Error(`sample event ${row.title}: no programme item ${row.item}`);
    return eventOf(row, index, campaign, item, today);
  });
  return { campaign, programme: source.programme, events };
}
