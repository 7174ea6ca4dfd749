/** What the form holds: every field as it is typed, and its way to and from the API. */
import type { RegionCode } from '../../domain/ids';
import * as v from 'valibot';
import { AudienceSchema } from '../../domain/campaign/campaign';
import { SignUpFormSchema } from '../../domain/event/event';
import { formatInstant, parseInstant } from '../../domain/time/time';
import { type DraftBody, DraftBodySchema } from '../../domain/event/draft';

export const EventFormSchema = v.object({
  campaign: v.string(),
  programmeId: v.string(),
  title: v.string(),
  summary: v.string(),
  organiserName: v.string(),
  organiserPhone: v.string(),
  region: v.string(),
  placed: v.boolean(),
  venueName: v.string(),
  venueAddress: v.string(),
  latitude: v.string(),
  longitude: v.string(),
  confirmedFar: v.boolean(),
  /** As the browser's own fields write it, in China's time: `2026-09-18T14:00`. */
  startsAt: v.string(),
  endsAt: v.string(),
  audiences: v.array(AudienceSchema),
  takesSignUps: v.boolean(),
  form: SignUpFormSchema,
  opensAt: v.string(),
  closesAt: v.string(),
  capacity: v.string(),
  maxParty: v.string(),
  wechatOnly: v.optional(v.boolean(), false),
  suits: v.string(),
  bring: v.string(),
  meetAt: v.string(),
});
export type EventForm = v.InferOutput<typeof EventFormSchema>;

/** The fields that a finding of the API belongs to. */
export const FIELD_OF_PATH: Readonly<Record<string, keyof EventForm>> = {
  campaign: 'programmeId',
  programmeId: 'programmeId',
  title: 'title',
  summary: 'summary',
  organiser: 'organiserName',
  'organiser.name': 'organiserName',
  'organiser.phone': 'organiserPhone',
  region: 'region',
  venue: 'latitude',
  'venue.name': 'venueName',
  'venue.address': 'venueAddress',
  'venue.latitude': 'latitude',
  'venue.longitude': 'longitude',
  startsAt: 'startsAt',
  endsAt: 'endsAt',
  audiences: 'audiences',
  signUp: 'takesSignUps',
  'signUp.form': 'form',
  'signUp.opensAt': 'opensAt',
  'signUp.closesAt': 'closesAt',
  'signUp.capacity': 'capacity',
  'signUp.maxParty': 'maxParty',
  'signUp.wechatOnly': 'wechatOnly',
  suits: 'suits',
  bring: 'bring',
  meetAt: 'meetAt',
};

export function toWall(instant: string | null | undefined): string {
  const at = parseInstant(instant ?? '');
  return at === null ? '' : formatInstant(at).slice(0, 'YYYY-MM-DDTHH:mm'.length);
}

export const toInstant = (wall: string): string => `${wall.slice(0, 16)}:00+08:00`;

const numberText = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

type Body = Readonly<Record<string, unknown>>;

/** What is not filled in yet is left out. */
const filled = (texts: Readonly<Record<string, string>>, read: (text: string) => unknown = (text) => text): Body =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, read(text.trim())]])),
  );

export function emptyForm(campaign: string, region: RegionCode, organiserName: string): EventForm {
  return {
    ...{ campaign, region, organiserName, programmeId: '', title: '', summary: '', organiserPhone: '' },
    ...{ placed: true, venueName: '', venueAddress: '', latitude: '', longitude: '', confirmedFar: false },
    ...{ startsAt: '', endsAt: '', audiences: ['公众'] },
    ...{ takesSignUps: false, form: 'visit', opensAt: '', closesAt: '', capacity: '', maxParty: '', wechatOnly: false },
    ...{ suits: '', bring: '', meetAt: '' },
  };
}

export function formOf(content: DraftBody): EventForm {
  const { organiser, venue, signUp } = content;
  return {
    campaign: content.campaign,
    programmeId: content.programmeId ?? '',
    title: content.title ?? '',
    summary: content.summary ?? '',
    organiserName: organiser?.name ?? '',
    organiserPhone: organiser?.phone ?? '',
    region: content.region ?? '',
    placed: venue !== null,
    venueName: venue?.name ?? '',
    venueAddress: venue?.address ?? '',
    latitude: numberText(venue?.latitude),
    longitude: numberText(venue?.longitude),
    confirmedFar: venue?.confirmedFar === true,
    startsAt: toWall(content.startsAt),
    endsAt: toWall(content.endsAt),
    audiences: [...(content.audiences ?? [])],
    takesSignUps: signUp !== null && signUp !== undefined,
    form: signUp?.form ?? 'visit',
    opensAt: toWall(signUp?.opensAt),
    closesAt: toWall(signUp?.closesAt),
    capacity: numberText(signUp?.capacity),
    maxParty: numberText(signUp?.maxParty),
    wechatOnly: signUp?.wechatOnly === true,
    suits: content.suits ?? '',
    bring: content.bring ?? '',
    meetAt: content.meetAt ?? '',
  };
}

function venueOf(form: EventForm): Body | null | undefined {
  if (!form.placed) return null;
  const venue = {
    ...filled({ name: form.venueName, address: form.venueAddress }),
    ...filled({ latitude: form.latitude, longitude: form.longitude }, Number),
    ...(form.confirmedFar && { confirmedFar: true }),
  };
  return Object.keys(venue).length === 0 ? undefined : venue;
}

function signUpOf(form: EventForm): Body | null {
  if (!form.takesSignUps) return null;
  return {
    form: form.form,
    ...filled({ opensAt: form.opensAt, closesAt: form.closesAt }, toInstant),
    ...filled({ capacity: form.capacity, maxParty: form.maxParty }, Number),
    ...(form.wechatOnly && { wechatOnly: true }),
  };
}

/** The body of a draft. */
export function bodyOf(form: EventForm): Body {
  const venue = venueOf(form);
  const organiser = filled({ name: form.organiserName, phone: form.organiserPhone });
  return {
    campaign: form.campaign,
    ...filled({ programmeId: form.programmeId, title: form.title }),
    summary: form.summary,
    ...(Object.keys(organiser).length > 0 && { organiser }),
    ...filled({ region: form.region }),
    ...(venue !== undefined && { venue }),
    ...filled({ startsAt: form.startsAt, endsAt: form.endsAt }, toInstant),
    ...(form.audiences.length > 0 && { audiences: form.audiences }),
    signUp: signUpOf(form),
    ...filled({ suits: form.suits, bring: form.bring, meetAt: form.meetAt }),
  };
}

/** A body whose fields were chosen from two versions. A number that is none is not there. */
export function contentOf(body: Body): DraftBody {
  const wire: unknown = JSON.parse(
    JSON.stringify(body, (_, value: unknown) => (Number.isNaN(value) ? undefined : value)),
  );
  return v.parse(DraftBodySchema, wire);
}

export const isEqualForm = (one: EventForm, other: EventForm): boolean => JSON.stringify(one) === JSON.stringify(other);
