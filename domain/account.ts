/** Who a phone is to the server: a session's token for an account that knows no name. */
import * as v from 'valibot';
import { InstantSchema } from './time/instant';
import { NoticeSchema } from './notice/inbox';
import { SignUpSchema } from './sign-up/sign-up';

/** The body of `POST /api/v1/sessions`: the browser's device account, or a code of `wx.login`. */
export const SessionBodySchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('device') }),
  v.strictObject({
    kind: v.literal('wechat'),
    code: v.pipe(v.string(), v.minLength(1, 'required'), v.maxLength(128, 'too-long')),
  }),
]);
export type SessionBody = v.InferOutput<typeof SessionBodySchema>;

/** 256 random bits in base64url (RFC 4648 section 5), without padding. */
export const TokenSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, 'token'));

export const SessionAnswerSchema = v.object({ token: TokenSchema, account: v.object({ id: v.string() }) });
export type SessionAnswer = v.InferOutput<typeof SessionAnswerSchema>;

/** `GET /api/v1/me`: everything that is held on an account. */
export const MeSchema = v.object({
  account: v.object({
    id: v.string(),
    kind: v.picklist(['device', 'wechat']),
    createdAt: InstantSchema,
    /** WeChat's name for the person. */
    openid: v.optional(v.string()),
  }),
  sessions: v.optional(v.array(v.object({ createdAt: InstantSchema, expiresAt: InstantSchema }))),
  /** Messages that WeChat may still carry, by template. */
  grants: v.optional(v.array(v.object({ template: v.string(), left: v.number() }))),
  signUps: v.array(
    v.object({
      ...SignUpSchema.entries,
      eventTitle: v.string(),
      consent: v.object({ version: v.string(), at: InstantSchema }),
      /** As it was filled in; `null` once purged. */
      form: v.nullable(v.record(v.string(), v.unknown())),
    }),
  ),
  notices: v.array(NoticeSchema),
});
/** Instants are epoch ms. */
export type Me = v.InferOutput<typeof MeSchema>;
export type WireMe = v.InferInput<typeof MeSchema>;
