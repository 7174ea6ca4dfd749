/** What the form holds: every field as it is typed, and its way to and from the API. */
import * as v from 'valibot';
import { AudienceSchema } from '../../domain/campaign/campaign';
import { SignUpFormSchema } from '../../domain/event/event';
import { formatInstant, parseInstant } from '../../domain/time/time';
import type { Content } from '../net/answers';

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
  suits: 'suits',
  bring: 'bring',
  meetAt: 'meetAt',
};

export function toWall(instant: string | null | undefined): string {
  const at = parseInstant(instant ?? '');
  return at === null ? '' : formatInstant(at).slice(0, 'YYYY-MM-DDTHH:mm'.length);
}

/** `null` while it is not filled in. */
export const toInstant = (wall: string): string | null => (wall === '' ? null : `${wall.slice(0, 16)}:00+08:00`);

const numberText = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
const toNumber = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

export function emptyForm(campaign: string, region: string, organiserName: string): EventForm {
  return {
    ...{ campaign, region, organiserName, programmeId: '', title: '', summary: '', organiserPhone: '' },
    ...{ placed: true, venueName: '', venueAddress: '', latitude: '', longitude: '', confirmedFar: false },
    ...{ startsAt: '', endsAt: '', audiences: ['公众'] },
    ...{ takesSignUps: false, form: 'visit', opensAt: '', closesAt: '', capacity: '', maxParty: '' },
    ...{ suits: '', bring: '', meetAt: '' },
  };
}

export function formOf(content: Content): EventForm {
  const { organiser, venue, signUp } = content;
  return {
    campaign: content.campaign,
    programmeId: content.programmeId ?? '',
    title: content.title,
    summary: content.summary,
    organiserName: organiser?.name ?? '',
    organiserPhone: organiser?.phone ?? '',
    region: content.region ?? '',
    placed: venue !== null && venue !== undefined,
    venueName: venue?.name ?? '',
    venueAddress: venue?.address ?? '',
    latitude: numberText(venue?.latitude),
    longitude: numberText(venue?.longitude),
    confirmedFar: venue?.confirmedFar === true,
    startsAt: toWall(content.startsAt),
    endsAt: toWall(content.endsAt),
    audiences: [...content.audiences],
    takesSignUps: signUp !== null && signUp !== undefined,
    form: signUp?.form ?? 'visit',
    opensAt: toWall(signUp?.opensAt),
    closesAt: toWall(signUp?.closesAt),
    capacity: numberText(signUp?.capacity),
    maxParty: numberText(signUp?.maxParty),
    suits: content.suits ?? '',
    bring: content.bring ?? '',
    meetAt: content.meetAt ?? '',
  };
}

function venueOf(form: EventForm): unknown {
  if (!form.placed) return null;
  return {
    name: form.venueName,
    address: form.venueAddress,
    latitude: toNumber(form.latitude),
    longitude: toNumber(form.longitude),
    ...(form.confirmedFar && { confirmedFar: true }),
  };
}

function signUpOf(form: EventForm): unknown {
  if (!form.takesSignUps) return null;
  return {
    form: form.form,
    opensAt: toInstant(form.opensAt),
    closesAt: toInstant(form.closesAt),
    capacity: toNumber(form.capacity),
    maxParty: toNumber(form.maxParty),
  };
}

/** The body of a draft: what is not filled in is `null` or left out. */
export function bodyOf(form: EventForm): Readonly<Record<string, unknown>> {
  const line = (name: 'suits' | 'bring' | 'meetAt'): object => (form[name].trim() === '' ? {} : { [name]: form[name] });
  return {
    campaign: form.campaign,
    programmeId: form.programmeId === '' ? null : form.programmeId,
    title: form.title,
    summary: form.summary,
    organiser: {
      name: form.organiserName,
      ...(form.organiserPhone.trim() !== '' && { phone: form.organiserPhone.trim() }),
    },
    region: form.region === '' ? null : form.region,
    venue: venueOf(form),
    startsAt: toInstant(form.startsAt),
    endsAt: toInstant(form.endsAt),
    audiences: form.audiences,
    signUp: signUpOf(form),
    ...line('suits'),
    ...line('bring'),
    ...line('meetAt'),
  };
}

export const isEqualForm = (one: EventForm, other: EventForm): boolean => JSON.stringify(one) === JSON.stringify(other);
