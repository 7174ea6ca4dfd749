/** What the staff API answers, as the console reads it. Every answer is parsed by these. */
import * as v from 'valibot';
import { AudienceSchema, KindSchema, ProgrammeItemSchema } from '../../domain/campaign/campaign';
import { SignUpFormSchema } from '../../domain/event/event';
import { FindingSchema } from '../../domain/problem/field-error';
import { SignUpStatusSchema } from '../../domain/sign-up/sign-up';

export const ROLES = ['admin', 'editor', 'viewer', 'door'] as const;
export const RoleSchema = v.picklist(ROLES);
export type Role = v.InferOutput<typeof RoleSchema>;

export const OrganisationSchema = v.object({ id: v.string(), name: v.string(), region: v.string(), role: RoleSchema });
export type Organisation = v.InferOutput<typeof OrganisationSchema>;

export const MeSchema = v.object({
  member: v.object({ id: v.string(), name: v.string() }),
  organisations: v.array(OrganisationSchema),
  /** Whether a second factor is set up. */
  secondFactor: v.optional(v.boolean()),
});
export type Me = v.InferOutput<typeof MeSchema>;

export const InvitationSchema = v.object({
  organisation: v.object({ name: v.string(), region: v.optional(v.string()) }),
  role: RoleSchema,
});

export const SecondFactorSchema = v.object({ secret: v.string(), uri: v.string() });
export const RecoveryCodesSchema = v.object({ recoveryCodes: v.array(v.string()) });

export const EVENT_STATES = [
  'draft',
  'submitted',
  'published',
  'returned',
  'withdrawn',
  'suspended',
  'cancelled',
] as const;
export const EventStateSchema = v.picklist(EVENT_STATES);
export type EventState = v.InferOutput<typeof EventStateSchema>;

const SeatsSchema = v.object({ capacity: v.number(), taken: v.number(), waiting: v.number() });
const text = v.nullish(v.string());

/** A line of the list of events. A draft may still lack its times. */
export const EventLineSchema = v.object({
  id: v.string(),
  title: v.string(),
  kind: v.optional(KindSchema),
  regionName: v.string(),
  startsAt: v.nullable(v.string()),
  endsAt: v.nullable(v.string()),
  closesAt: text,
  state: EventStateSchema,
  /** Citizens see a version of it. */
  published: v.boolean(),
  seats: v.nullish(SeatsSchema),
  organisation: v.object({ id: v.string(), name: v.string() }),
  rev: v.number(),
  sample: v.optional(v.literal(true)),
});
export type EventLine = v.InferOutput<typeof EventLineSchema>;

export const EventListSchema = v.object({ events: v.array(EventLineSchema), total: v.number() });

/** The version being edited: like an event, but what nobody has filled in yet is absent or `null`. */
const contentEntries = {
  campaign: v.string(),
  programmeId: text,
  title: v.nullish(v.string(), ''),
  summary: v.nullish(v.string(), ''),
  organiser: v.nullish(v.object({ name: v.string(), phone: v.optional(v.string()) })),
  region: text,
  venue: v.nullish(
    v.object({
      name: v.string(),
      address: v.string(),
      latitude: v.nullish(v.number()),
      longitude: v.nullish(v.number()),
      confirmedFar: v.optional(v.literal(true)),
    }),
  ),
  startsAt: text,
  endsAt: text,
  audiences: v.nullish(v.array(AudienceSchema), []),
  signUp: v.nullish(
    v.object({
      form: SignUpFormSchema,
      opensAt: text,
      closesAt: text,
      capacity: v.nullish(v.number()),
      maxParty: v.nullish(v.number()),
    }),
  ),
  suits: text,
  bring: text,
  meetAt: text,
};
export const ContentSchema = v.object(contentEntries);
export type Content = v.InferOutput<typeof ContentSchema>;

export const StaffEventSchema = v.object({
  id: v.string(),
  ...contentEntries,
  rev: v.number(),
  state: EventStateSchema,
  organisation: v.object({ id: v.string(), name: v.string() }),
  /** What citizens see; `null`: nothing yet. */
  published: v.nullish(ContentSchema),
  /** Why the superior sent it back. */
  returned: v.nullish(v.object({ reason: v.string(), at: v.string() })),
  submitted: v.nullish(v.object({ at: v.string(), by: v.optional(v.string()) })),
  /** Whether publishing needs the superior's approval. */
  approval: v.optional(v.boolean(), false),
  seats: v.nullish(SeatsSchema),
});
export type StaffEvent = v.InferOutput<typeof StaffEventSchema>;

export const WrittenEventSchema = v.object({
  event: StaffEventSchema,
  warnings: v.optional(v.array(FindingSchema)),
  /** How many people were told of it. */
  told: v.optional(v.number()),
});
export const ClonedSchema = v.object({ events: v.array(StaffEventSchema) });

export const ImportFaultSchema = v.object({
  row: v.number(),
  cell: v.optional(v.string()),
  column: v.optional(v.string()),
  code: v.string(),
  value: v.nullish(v.string()),
  hint: v.nullish(v.string()),
});
export type ImportFault = v.InferOutput<typeof ImportFaultSchema>;

export const ImportSchema = v.object({
  id: v.string(),
  sheet: v.string(),
  rows: v.number(),
  findings: v.array(ImportFaultSchema),
  changes: v.object({ created: v.number(), updated: v.number(), unchanged: v.number() }),
});
export type ImportCheck = v.InferOutput<typeof ImportSchema>;
export const ImportAppliedSchema = v.object({
  created: v.number(),
  updated: v.number(),
  unchanged: v.number(),
  skipped: v.optional(v.number(), 0),
});
export type ImportApplied = v.InferOutput<typeof ImportAppliedSchema>;

export const RosterLineSchema = v.object({
  id: v.string(),
  name: v.string(),
  mobile: v.string(),
  ticket: v.nullable(v.string()),
  seats: v.number(),
  status: SignUpStatusSchema,
  signedUpAt: v.string(),
});
export type RosterLine = v.InferOutput<typeof RosterLineSchema>;
export const RosterSchema = v.object({
  event: v.object({
    id: v.string(),
    title: v.string(),
    startsAt: v.nullable(v.string()),
    endsAt: v.nullable(v.string()),
  }),
  signUps: v.array(RosterLineSchema),
  /** Since when personal data is gone; absent while it is there. */
  purgedAt: v.nullish(v.string()),
});
export const PersonSchema = v.object({
  id: v.string(),
  status: SignUpStatusSchema,
  ticket: v.nullish(v.string()),
  seats: v.number(),
  signedUpAt: v.string(),
  form: v.record(v.string(), v.unknown()),
});

export const MemberSchema = v.object({
  id: v.string(),
  name: v.string(),
  login: v.string(),
  role: RoleSchema,
  /** For role `door`: the events that the member checks entry at. */
  events: v.optional(v.array(v.string())),
  secondFactor: v.optional(v.boolean()),
  lastSeenAt: v.nullish(v.string()),
});
export type Member = v.InferOutput<typeof MemberSchema>;
export const MembersSchema = v.object({ members: v.array(MemberSchema) });

export const OpenInvitationSchema = v.object({ id: v.string(), role: RoleSchema, expiresAt: v.string() });
export type OpenInvitation = v.InferOutput<typeof OpenInvitationSchema>;
export const InvitationsSchema = v.object({ invitations: v.array(OpenInvitationSchema) });
export const NewInvitationSchema = v.object({ token: v.string(), expiresAt: v.optional(v.string()) });

export const SessionSchema = v.object({
  id: v.string(),
  startedAt: v.string(),
  lastSeenAt: v.string(),
  device: v.optional(v.string(), ''),
  current: v.optional(v.boolean(), false),
});
export type StaffSession = v.InferOutput<typeof SessionSchema>;
export const SessionsSchema = v.object({ sessions: v.array(SessionSchema) });

export const TOKEN_SCOPES = ['publish', 'read'] as const;
export const TokenSchema = v.object({
  id: v.string(),
  name: v.string(),
  scopes: v.array(v.picklist(TOKEN_SCOPES)),
  createdAt: v.string(),
  lastUsedAt: v.nullish(v.string()),
});
export type ApiToken = v.InferOutput<typeof TokenSchema>;
export const TokensSchema = v.object({ tokens: v.array(TokenSchema) });
export const NewTokenSchema = v.object({ id: v.string(), token: v.string() });

export const PhoneSchema = v.object({
  id: v.string(),
  name: v.string(),
  boundAt: v.string(),
  lastSeenAt: v.nullish(v.string()),
});
export type BoundPhone = v.InferOutput<typeof PhoneSchema>;
export const PhonesSchema = v.object({ phones: v.array(PhoneSchema) });
export const PhoneBindingSchema = v.object({ code: v.string(), number: v.string(), expiresAt: v.string() });

export const AuditLineSchema = v.object({
  id: v.union([v.string(), v.number()]),
  at: v.string(),
  who: v.object({ kind: v.picklist(['member', 'device', 'token', 'command']), name: v.nullish(v.string()) }),
  act: v.string(),
  object: v.nullish(v.object({ kind: v.string(), id: v.string(), name: v.nullish(v.string()) })),
  fields: v.optional(v.array(v.string()), []),
  reason: v.nullish(v.string()),
  requestId: v.nullish(v.string()),
});
export type AuditLine = v.InferOutput<typeof AuditLineSchema>;
export const AuditSchema = v.object({ lines: v.array(AuditLineSchema), next: v.nullish(v.string()) });

export const APPROVALS = ['off', 'first', 'all'] as const;
export type Approval = (typeof APPROVALS)[number];
export const BelowSchema = v.object({
  id: v.string(),
  name: v.string(),
  region: v.string(),
  members: v.optional(v.number()),
});
export type OrganisationBelow = v.InferOutput<typeof BelowSchema>;
export const OrganisationsSchema = v.object({
  organisations: v.array(BelowSchema),
  approval: v.optional(v.picklist(APPROVALS), 'off'),
});
export const SettingsSchema = v.object({ approval: v.picklist(APPROVALS) });
export const CreatedOrganisationSchema = v.object({ organisation: BelowSchema, token: v.optional(v.string()) });

/** Of a page of the feed, only what a form chooses from. */
export const ProgrammeSchema = v.object({ programme: v.nullable(v.array(ProgrammeItemSchema)) });
