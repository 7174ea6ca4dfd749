/** A draft (草稿): an event's version that citizens do not see yet (docs/rules.md, "Drafts and approval"). */
import * as v from 'valibot';
import type { EventState } from '../permission';
import { formatInstant, parseDay, parseInstant } from '../time/time';
import { InstantTextSchema } from '../time/instant';
import { EventIdSchema, PublishBodySchema, SERVER_FIELDS, SignUpTermsSchema, type WirePublishBody } from './event';

/** What an organisation's own view of an event says besides its content. These are taken back when they say the same. */
export const DRAFT_SERVER_FIELDS = [
  ...SERVER_FIELDS,
  'state',
  'organisation',
  'published',
  'approval',
  'changes',
  'cleared',
  'reason',
  'counts',
  'updatedAt',
] as const;

const said = v.optional(v.unknown());

const whole = v.omit(PublishBodySchema, [...SERVER_FIELDS, 'sample', 'signUp', 'campaign']);
const content = v.partial(
  v.object({
    ...whole.entries,
    organiser: v.partial(whole.entries.organiser),
    venue: v.nullable(v.partial(whole.entries.venue.wrapped)),
    startsAt: InstantTextSchema,
    endsAt: InstantTextSchema,
  }),
);
const terms = v.partial(
  v.object({ ...SignUpTermsSchema.entries, opensAt: InstantTextSchema, closesAt: InstantTextSchema }),
);

/** As it is stored: whatever is not known yet is left out, and instants stay text, as they were sent. */
export const DraftBodySchema = v.object({
  campaign: PublishBodySchema.entries.campaign,
  ...content.entries,
  signUp: v.optional(v.nullable(terms)),
});
export type DraftBody = v.InferOutput<typeof DraftBodySchema>;

const serverSaid = {
  id: said,
  rev: said,
  status: said,
  cancelReason: said,
  kind: said,
  regionName: said,
  initials: said,
  pinyin: said,
  basis: said,
  sample: said,
  state: said,
  organisation: said,
  published: said,
  approval: said,
  changes: said,
  cleared: said,
  reason: said,
  counts: said,
  updatedAt: said,
  suspended: said,
};

/** The body of `PUT …/events/:id`. Unknown fields are refused, so that a misspelt one is not silently lost. */
export const SentDraftSchema = v.strictObject({ ...DraftBodySchema.entries, ...serverSaid });
export type SentDraft = v.InferOutput<typeof SentDraftSchema>;

/** The body of `POST …/events`. */
export const NewDraftSchema = v.strictObject({ ...DraftBodySchema.entries, ...serverSaid, id: EventIdSchema });

const plainInstant = (text: string): string => {
  const instant = parseInstant(text);
  if (instant === null) throw new RangeError(`not an instant: ${text}`);
  return formatInstant(instant);
};

/** The draft without the server's fields, its instants in the one form that they are shown in. */
export function toDraftBody(sent: SentDraft): DraftBody {
  const body = v.parse(DraftBodySchema, sent);
  const { startsAt, endsAt, signUp } = body;
  return {
    ...body,
    ...(startsAt !== undefined && { startsAt: plainInstant(startsAt) }),
    ...(endsAt !== undefined && { endsAt: plainInstant(endsAt) }),
    ...(signUp && {
      signUp: {
        ...signUp,
        ...(signUp.opensAt !== undefined && { opensAt: plainInstant(signUp.opensAt) }),
        ...(signUp.closesAt !== undefined && { closesAt: plainInstant(signUp.closesAt) }),
      },
    }),
  };
}

/** What a publisher says of an event that is there: the draft that would leave it as it is. */
export function draftOf(event: WirePublishBody): DraftBody {
  return v.parse(DraftBodySchema, event);
}

export const EVENT_STATES = [
  'draft',
  'submitted',
  'returned',
  'withdrawn',
  'published',
] as const satisfies readonly EventState[];

/** One field that differs; what is not there is `null`. */
export const FieldDifferenceSchema = v.object({ path: v.string(), from: v.unknown(), to: v.unknown() });

/** An event as its organisation, or a superior, sees it. */
export const DraftSchema = v.object({
  id: EventIdSchema,
  ...DraftBodySchema.entries,
  /** Grows with each change, of the draft or of what is published. */
  rev: v.number(),
  state: v.picklist(EVENT_STATES),
  organisation: v.object({ id: v.string(), name: v.string() }),
  /** What citizens see meanwhile; `null`: nothing. */
  published: v.nullable(
    v.object({
      rev: v.number(),
      status: v.picklist(['scheduled', 'cancelled']),
      cancelReason: v.optional(v.string()),
      suspended: v.boolean(),
    }),
  ),
  /** Whether publishing has to be asked for. */
  approval: v.picklist(['needed', 'not-needed']),
  /** From what citizens see to this. */
  changes: v.array(FieldDifferenceSchema),
  /** Instants that a copy was to have and that lay in the past. */
  cleared: v.array(v.string()),
  /** Why a superior returned it. */
  reason: v.nullable(v.string()),
  counts: v.nullable(v.object({ taken: v.number(), waiting: v.number(), parties: v.number() })),
  updatedAt: v.nullable(InstantTextSchema),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

export const DraftRowSchema = v.object({
  id: v.string(),
  title: v.nullable(v.string()),
  region: v.nullable(v.string()),
  regionName: v.nullable(v.string()),
  startsAt: v.nullable(InstantTextSchema),
  endsAt: v.nullable(InstantTextSchema),
  /** When sign-up for what is published ends. */
  closesAt: v.nullable(InstantTextSchema),
  ...v.pick(DraftSchema, ['rev', 'state', 'organisation', 'published', 'updatedAt']).entries,
  /** Of what is published: seats, if one signs up for it. */
  seats: v.nullable(v.object({ capacity: v.number(), taken: v.number(), waiting: v.number() })),
});
export type DraftRow = v.InferOutput<typeof DraftRowSchema>;

const DaySchema = v.pipe(
  v.string(),
  v.check((text) => parseDay(text) !== null, 'day'),
);
const MOST_COPIES = 31;

/** The body of `POST …/events/:id/clone`: the days that the copies begin on. */
export const CloneBodySchema = v.strictObject({
  dates: v.pipe(
    v.array(DaySchema),
    v.minLength(1, 'required'),
    v.maxLength(MOST_COPIES, 'too-many'),
    v.check((days) => new Set(days).size === days.length, 'twice'),
  ),
});
