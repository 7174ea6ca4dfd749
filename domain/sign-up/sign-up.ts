/** A sign-up (报名): one account's place at one event. Its wire forms; the rules are in `seats.ts`. */
import type { SignUpId } from '../ids';
import * as v from 'valibot';
import { EventIdSchema, EventSchema } from '../event/event';
import { type InstantOf, InstantSchema, StoredInstantSchema } from '../time/instant';
import { SignUpDetailsSchema } from './sign-up-details';
import { TicketSchema } from './ticket';

/** Made by the phone, so that a request sent again is known again. */
export const SignUpIdSchema: v.GenericSchema<string, SignUpId> = v.pipe(v.string(), v.uuid('uuid'), v.toLowerCase());

/** The body of `POST /api/v1/sign-ups`. `form` is checked by the event's own kind: `parseForm`. */
export const SignUpBodySchema = v.strictObject({
  id: SignUpIdSchema,
  eventId: EventIdSchema,
  /** The version of the privacy text that was agreed to. */
  consent: v.pipe(v.string(), v.minLength(1, 'required'), v.maxLength(40, 'too-long')),
  form: v.record(v.string(), v.unknown()),
});
export type SignUpBody = v.InferOutput<typeof SignUpBodySchema>;

/** The body of `PATCH /api/v1/sign-ups/:id`: the whole form again, for the same event. */
export const CorrectionBodySchema = v.strictObject({
  consent: SignUpBodySchema.entries.consent,
  form: SignUpBodySchema.entries.form,
});
export type CorrectionBody = v.InferOutput<typeof CorrectionBodySchema>;

/**
 * `expired`: still waiting when the event started. `event-cancelled`: the organiser cancelled it.
 * Only `confirmed` and `waitlisted` are active.
 */
export const SIGN_UP_STATUSES = ['confirmed', 'waitlisted', 'cancelled', 'event-cancelled', 'expired'] as const;
export const SignUpStatusSchema = v.picklist(SIGN_UP_STATUSES);
export type SignUpStatus = v.InferOutput<typeof SignUpStatusSchema>;

/** Why somebody waits: no seat is free; too few are for the party at the head; or they wait for the party before them. */
export const WAIT_REASONS = ['full', 'does-not-fit', 'behind'] as const;
export const WaitReasonSchema = v.picklist(WAIT_REASONS);
export type WaitReason = v.InferOutput<typeof WaitReasonSchema>;

// The type follows from the schemas.
const signUpEntries = <Input>(instant: InstantOf<Input>) => ({
  id: v.string(),
  eventId: v.string(),
  status: SignUpStatusSchema,
  seats: v.number(),
  /** While confirmed. */
  ticket: v.optional(TicketSchema),
  /** While waiting: 1 is the head. */
  position: v.optional(v.number()),
  waitReason: v.optional(WaitReasonSchema),
  createdAt: instant,
  /** Once somebody of the party is in: how many, and when the first of them came (已到场). */
  attendance: v.fallback(v.optional(v.object({ seats: v.number(), at: instant })), undefined),
  /** Whom it is for, masked (`maskName`); gone once personal data was purged. */
  contact: v.optional(v.string()),
  /** Who comes along, as the ticket shows it. A copy that no longer parses must not cost the ticket. */
  details: v.fallback(v.optional(SignUpDetailsSchema), undefined),
});

export const SignUpSchema = v.object(signUpEntries(InstantSchema));
/** Instants are epoch ms. */
export type SignUp = v.InferOutput<typeof SignUpSchema>;
export type WireSignUp = v.InferInput<typeof SignUpSchema>;
export const StoredSignUpSchema = v.object(signUpEntries(StoredInstantSchema));

/** What `POST /api/v1/sign-ups` and `POST /api/v1/sign-ups/:id/cancel` answer. */
export const SignUpAnswerSchema = v.object({ signUp: SignUpSchema });

/** `GET /api/v1/sign-ups/:id`: with the form as it was filled in; `null` once purged. */
export const OwnSignUpSchema = v.object({ signUp: SignUpSchema, form: v.nullable(v.record(v.string(), v.unknown())) });

/** `GET /api/v1/sign-ups`: all of the account's, newest first, and the events that they are for, whatever their region. */
export const SignUpListSchema = v.object({ signUps: v.array(SignUpSchema), events: v.array(EventSchema) });
export type SignUpList = v.InferOutput<typeof SignUpListSchema>;

/** `GET /api/v1/sign-ups/:id`: one's own, with the form as it was filled in. */
export const SignUpFormAnswerSchema = v.object({ signUp: SignUpSchema, form: v.record(v.string(), v.unknown()) });
export type SignUpFormAnswer = v.InferOutput<typeof SignUpFormAnswerSchema>;

export function isActive(status: SignUpStatus): boolean {
  return status === 'confirmed' || status === 'waitlisted';
}
