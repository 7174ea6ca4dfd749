/** Members: their accounts, sessions, phones and tokens, as the staff API says them. */
import * as v from 'valibot';
import { EventIdSchema } from '../event/event';
import { InstantTextSchema } from '../time/instant';
import { ROLES, TOKEN_SCOPES } from '../permission';
import { line } from '../text/line-schema';
import { MOST_PASSWORD } from './password';

export const RoleSchema = v.picklist(ROLES);
const MOST_EVENTS = 200;

/** Letters, digits, dot, dash, underscore; upper and lower case are the same login. */
export const LoginSchema = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[A-Za-z0-9._-]{3,40}$/, 'login'),
  v.transform((text) => text.toLowerCase()),
);
const PasswordSchema = v.pipe(v.string(), v.minLength(1, 'required'), v.maxLength(MOST_PASSWORD, 'too-long'));
/** Six digits of an authenticator, or a recovery code. */
const CodeSchema = v.pipe(v.string(), v.trim(), v.minLength(6, 'too-short'), v.maxLength(20, 'too-long'));
/** 256 random bits in base64url. */
export const SecretTokenSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, 'token'));

export const SignInBodySchema = v.strictObject({
  // Any text: one that can be no login fails like one that nobody has.
  login: v.pipe(v.string(), v.minLength(1, 'required'), v.maxLength(100, 'too-long')),
  password: PasswordSchema,
  code: v.optional(CodeSchema),
});
export type SignInBody = v.InferOutput<typeof SignInBodySchema>;

export const ProofBodySchema = v.union(
  [v.strictObject({ password: PasswordSchema }), v.strictObject({ code: CodeSchema })],
  'password-or-code',
);
export type ProofBody = v.InferOutput<typeof ProofBodySchema>;

export const StaffMeSchema = v.object({
  member: v.object({ id: v.string(), name: v.string() }),
  organisations: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      region: v.string(),
      role: RoleSchema,
      /** For `door`: the events that entry is checked at. */
      events: v.optional(v.array(v.string())),
    }),
  ),
  /** Whether a second factor is set up. */
  secondFactor: v.boolean(),
  /** Nothing else can be done before one is. */
  secondFactorRequired: v.optional(v.literal(true)),
  /** The server knows a mini-program, so that an event can take WeChat accounts only. */
  wechat: v.optional(v.literal(true)),
});
export type StaffMe = v.InferOutput<typeof StaffMeSchema>;

export const SecondFactorSchema = v.object({ secret: v.string(), uri: v.string() });
export const ConfirmBodySchema = v.strictObject({ code: CodeSchema });
export const RecoveryCodesSchema = v.object({ recoveryCodes: v.array(v.string()) });
export const NewPasswordBodySchema = v.strictObject({ password: PasswordSchema, next: PasswordSchema });

/** What an admin hands to a member who lost the way in. */
export const NewResetSchema = v.object({ token: v.string(), expiresAt: InstantTextSchema });
export const ResetSchema = v.object({ login: v.string() });
export const ResetBodySchema = v.strictObject({ password: PasswordSchema });

export const StaffSessionsSchema = v.object({
  sessions: v.array(
    v.object({
      id: v.string(),
      startedAt: InstantTextSchema,
      lastSeenAt: InstantTextSchema,
      device: v.string(),
      current: v.boolean(),
    }),
  ),
});

export const InvitationSchema = v.object({
  organisation: v.object({ name: v.string(), region: v.string() }),
  role: RoleSchema,
});
/** A new account; nothing at all: somebody who is signed in joins with the account that they have. */
export const AcceptBodySchema = v.union(
  [v.strictObject({ name: line(40), login: LoginSchema, password: PasswordSchema }), v.strictObject({})],
  'account',
);
export const InviteBodySchema = v.strictObject({
  role: RoleSchema,
  /** For `door`: the events that entry is checked at. */
  events: v.optional(v.pipe(v.array(EventIdSchema), v.maxLength(MOST_EVENTS, 'too-many'))),
});
export const NewInvitationSchema = v.object({ id: v.string(), token: v.string(), expiresAt: InstantTextSchema });
export const InvitationsSchema = v.object({
  invitations: v.array(v.object({ id: v.string(), role: RoleSchema, expiresAt: InstantTextSchema })),
});

export const MemberSchema = v.object({
  id: v.string(),
  name: v.string(),
  login: v.string(),
  role: RoleSchema,
  events: v.optional(v.array(v.string())),
  secondFactor: v.boolean(),
  lastSeenAt: v.nullable(InstantTextSchema),
});
export const MembersSchema = v.object({ members: v.array(MemberSchema) });
export const ChangeMemberBodySchema = v.pipe(
  v.strictObject({
    role: v.optional(RoleSchema),
    events: v.optional(v.pipe(v.array(EventIdSchema), v.maxLength(MOST_EVENTS, 'too-many'))),
  }),
  v.check(({ role, events }) => role !== undefined || events !== undefined, 'required'),
);

export const NewTokenBodySchema = v.strictObject({
  name: line(40),
  scopes: v.pipe(v.array(v.picklist(TOKEN_SCOPES)), v.minLength(1, 'required'), v.maxLength(TOKEN_SCOPES.length)),
});
export const NewTokenSchema = v.object({ id: v.string(), token: v.string() });
export const TokensSchema = v.object({
  tokens: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      scopes: v.array(v.picklist(TOKEN_SCOPES)),
      createdAt: InstantTextSchema,
      lastUsedAt: v.nullable(InstantTextSchema),
    }),
  ),
});

/** What the console shows: the code as a QR, the number beside it. */
export const PairingSchema = v.object({ code: v.string(), number: v.string(), expiresAt: InstantTextSchema });
export const PhonesSchema = v.object({
  phones: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      boundAt: InstantTextSchema,
      lastSeenAt: v.nullable(InstantTextSchema),
    }),
  ),
});
/** What the phone shows before its owner says yes. */
export const PairingOfferBodySchema = v.strictObject({ code: SecretTokenSchema });
export const PairingOfferSchema = v.object({
  member: v.object({ name: v.string() }),
  organisations: v.array(v.object({ name: v.string(), region: v.string(), regionName: v.string(), role: RoleSchema })),
});
export const BindBodySchema = v.strictObject({
  code: SecretTokenSchema,
  number: v.pipe(v.string(), v.regex(/^\d{4}$/, 'number')),
  name: line(40),
});
