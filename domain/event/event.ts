/** An event (场次): something held at a time and a place, under a programme item. */
import type { EventId } from '../ids';
import { MOST_SEATS } from '../policy';
import * as v from 'valibot';
import { AudienceSchema, KindSchema, ProgrammeItemSchema } from '../campaign/campaign';
import { RegionCodeSchema } from '../region/region';
import { line, lines, STRAY, withoutStray } from '../text/line';
import { type InstantOf, InstantSchema, StoredInstantSchema } from '../time/instant';

const key = v.pipe(v.string(), v.minLength(1, 'required'), v.maxLength(40, 'too-long'), withoutStray(STRAY));

export const VenueSchema = v.object({
  name: line(60),
  address: line(120),
  /** Degrees, GCJ-02. */
  latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  /** An editor has confirmed that it is far outside the event's region. */
  confirmedFar: v.optional(v.literal(true)),
});
export type Venue = v.InferOutput<typeof VenueSchema>;

export const OrganiserSchema = v.object({
  name: line(60),
  phone: v.optional(v.pipe(v.string(), v.regex(/^[0-9+() -]{3,20}$/, 'phone'))),
});

export const SIGN_UP_FORMS = ['visit', 'training', 'qc', 'metrology'] as const;
export const SignUpFormSchema = v.picklist(SIGN_UP_FORMS);

const seats = (max: number): v.GenericSchema<number, number> =>
  v.pipe(v.number(), v.integer('integer'), v.minValue(1, 'too-small'), v.maxValue(max, 'too-large'));

// The types of these follow from the schemas.
const termsEntries = <Input>(instant: InstantOf<Input>) => ({
  form: SignUpFormSchema,
  opensAt: instant,
  closesAt: instant,
  /** Seats in all; QC groups count as one each. */
  capacity: seats(100_000),
  /** The largest party that may sign up together, in seats. */
  maxParty: seats(MOST_SEATS),
  /** 微信账号报名: only accounts that WeChat named sign up, which a script cannot make by the hundred. */
  wechatOnly: v.optional(v.literal(true)),
});

export const SignUpTermsSchema = v.object(termsEntries(InstantSchema));
/** Instants are epoch ms. */
export type SignUpTerms = v.InferOutput<typeof SignUpTermsSchema>;
export type WireSignUpTerms = v.InferInput<typeof SignUpTermsSchema>;

/** As it is sent: latitude and longitude may be exchanged, which `decidePublication` says better than a limit does. */
const VenueBodySchema = v.strictObject({
  ...VenueSchema.entries,
  latitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
});

/** What a publisher may say of an event. The rest (id, kind, rev, status) is the server's. */
const contentEntries = <Input>(instant: InstantOf<Input>) => ({
  campaign: key,
  programmeId: key,
  title: line(60),
  summary: lines(1000),
  organiser: OrganiserSchema,
  region: RegionCodeSchema,
  venue: v.nullable(VenueSchema),
  startsAt: instant,
  endsAt: instant,
  audiences: v.pipe(v.array(AudienceSchema), v.minLength(1, 'required'), v.maxLength(3)),
  signUp: v.nullable(v.object(termsEntries(instant))),
  /** Whom it suits, what to bring, where to meet: one line each. */
  suits: v.optional(line(60)),
  bring: v.optional(line(60)),
  meetAt: v.optional(line(60)),
});

export const EventIdSchema: v.GenericSchema<string, EventId> = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'event-id'),
);

export const EventStatusSchema = v.picklist(['scheduled', 'cancelled']);

const eventEntries = <Input>(instant: InstantOf<Input>) => ({
  id: EventIdSchema,
  ...contentEntries(instant),
  kind: KindSchema,
  /** The region in words, `拉萨市城关区`, so that the phone needs no table of codes to show a list. */
  regionName: v.string(),
  status: EventStatusSchema,
  cancelReason: v.optional(v.string()),
  /** A superior is looking into it: it stays, and nobody signs up meanwhile. */
  suspended: v.optional(v.literal(true)),
  sample: v.optional(v.literal(true)),
  /** Pinyin initials of title, venue and organiser, lower case: `spsyskfr`. The phone has no table of readings. */
  initials: v.optional(v.string()),
  /** The same and the region's name in whole syllables, each with a capital, a space between two texts: `KaiFangRi LaSaShi`. */
  pinyin: v.optional(v.string()),
  /** The publishing transaction that last touched it; grows within a campaign, never used twice. */
  rev: v.number(),
});

/** An event as it comes from the wire. */
export const EventSchema = v.object(eventEntries(InstantSchema));
/** Instants are epoch ms. */
export type QualityEvent = v.InferOutput<typeof EventSchema>;
/** Instants are text with an offset. */
export type WireEvent = v.InferInput<typeof EventSchema>;

/** An event as the phone stores it. */
export const StoredEventSchema = v.object(eventEntries(StoredInstantSchema));

/** What an event rests on: the activity that a document names, and the document's title. */
export const BasisSchema = v.object({ item: ProgrammeItemSchema, documentTitle: v.optional(v.string()) });
export type Basis = v.InferOutput<typeof BasisSchema>;

/** The answer of `GET /api/v1/events/:id`: a phone that opens a shared card for the first time has no programme to look into. */
export const EventAnswerSchema = v.object({ ...EventSchema.entries, basis: v.optional(BasisSchema) });
export type EventAnswer = v.InferOutput<typeof EventAnswerSchema>;
export type WireEventAnswer = v.InferInput<typeof EventAnswerSchema>;

/** What the server says of an event. What was read can be put back: these are taken when they say the same. */
export const SERVER_FIELDS = [
  'id',
  'rev',
  'status',
  'cancelReason',
  'suspended',
  'kind',
  'regionName',
  'initials',
  'pinyin',
  'basis',
] as const satisfies readonly (keyof EventAnswer)[];
type ServerField = (typeof SERVER_FIELDS)[number];

const said = v.optional(v.unknown());

/** The body of `PUT /api/v1/events/:id`. Unknown fields are refused, so that a misspelt one is not silently lost. */
export const PublishBodySchema = v.strictObject({
  ...contentEntries(InstantSchema),
  venue: v.nullable(VenueBodySchema),
  id: said,
  rev: said,
  status: said,
  cancelReason: said,
  suspended: said,
  kind: v.optional(KindSchema),
  regionName: said,
  initials: said,
  pinyin: said,
  basis: said,
  sample: v.optional(v.literal(true)),
});
export type SentEvent = v.InferOutput<typeof PublishBodySchema>;
/** The publisher's own part of it. */
export type PublishBody = Omit<SentEvent, Exclude<ServerField, 'kind'>>;
/** The same as it is sent. */
export type WirePublishBody = Omit<v.InferInput<typeof PublishBodySchema>, Exclude<ServerField, 'kind'>>;

/** The body of `POST /api/v1/events/:id/cancel`. */
export const CancelBodySchema = v.strictObject({ reason: line(200) });

/** One value of `GET /api/v1/availability`. */
export const AvailabilitySchema = v.object({ capacity: v.number(), taken: v.number(), waiting: v.number() });
export type Availability = v.InferOutput<typeof AvailabilitySchema>;
