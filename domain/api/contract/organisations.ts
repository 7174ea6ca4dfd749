/** Schemas of what members do in the name of an organisation. */
import * as v from 'valibot';
import { AuditPageSchema } from '../../organisation/audit';
import {
  ChangeMemberBodySchema,
  InvitationsSchema,
  InviteBodySchema,
  MemberSchema,
  MembersSchema,
  NewInvitationSchema,
  NewResetSchema,
  NewTokenBodySchema,
  NewTokenSchema,
  TokensSchema,
} from '../../organisation/member';
import {
  CreatedOrganisationSchema,
  NewOrganisationSchema,
  OrganisationsBelowSchema,
  SettingsSchema,
} from '../../organisation/organisation';
import { ORGANISATIONS } from '../organisations';
import type { Contract } from './contract';

const NothingSchema = v.null();
/** Any text: what can be no id is answered like one that is not there. */
const OrganisationParamsSchema = v.object({ org: v.string() });
const RowParamsSchema = v.object({ org: v.string(), id: v.string() });
const BeforeSchema = v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'audit-id'), v.transform(Number)));
const TAG = 'organisations';

export const organisationsContract = {
  below: {
    ...ORGANISATIONS.below,
    summary: 'Organisations in one’s region, and what is asked of them before they publish',
    tag: TAG,
    params: OrganisationParamsSchema,
    answers: { 200: OrganisationsBelowSchema },
  },
  createBelow: {
    ...ORGANISATIONS.createBelow,
    summary: 'Make an organisation in one’s own region, and an invitation for its first admin',
    tag: TAG,
    params: OrganisationParamsSchema,
    body: NewOrganisationSchema,
    answers: { 201: CreatedOrganisationSchema },
  },
  settings: {
    ...ORGANISATIONS.settings,
    summary: 'Whether organisations below have their events approved',
    tag: TAG,
    params: OrganisationParamsSchema,
    body: SettingsSchema,
    answers: { 200: SettingsSchema },
  },
  members: {
    ...ORGANISATIONS.members,
    summary: 'Who works for the organisation',
    tag: TAG,
    params: OrganisationParamsSchema,
    answers: { 200: MembersSchema },
  },
  changeMember: {
    ...ORGANISATIONS.changeMember,
    summary: 'Change a member’s role, or the events of one at the door',
    tag: TAG,
    params: RowParamsSchema,
    body: ChangeMemberBodySchema,
    answers: { 200: MemberSchema },
  },
  removeMember: {
    ...ORGANISATIONS.removeMember,
    summary: 'Remove a member; their sessions end',
    tag: TAG,
    params: RowParamsSchema,
    answers: { 204: NothingSchema },
  },
  resetMember: {
    ...ORGANISATIONS.resetMember,
    summary: 'A link, good once and for a day, with which a member of this organisation alone sets a new password',
    tag: TAG,
    params: RowParamsSchema,
    answers: { 201: NewResetSchema },
  },
  invitations: {
    ...ORGANISATIONS.invitations,
    summary: 'Invitations that are open',
    tag: TAG,
    params: OrganisationParamsSchema,
    answers: { 200: InvitationsSchema },
  },
  invite: {
    ...ORGANISATIONS.invite,
    summary: 'Invite a member: the token is shown once',
    tag: TAG,
    params: OrganisationParamsSchema,
    body: InviteBodySchema,
    answers: { 201: NewInvitationSchema },
  },
  revokeInvitation: {
    ...ORGANISATIONS.revokeInvitation,
    summary: 'Revoke an invitation',
    tag: TAG,
    params: RowParamsSchema,
    answers: { 204: NothingSchema },
  },
  tokens: {
    ...ORGANISATIONS.tokens,
    summary: 'Tokens of other systems',
    tag: TAG,
    params: OrganisationParamsSchema,
    answers: { 200: TokensSchema },
  },
  createToken: {
    ...ORGANISATIONS.createToken,
    summary: 'Make a token: it is shown once',
    tag: TAG,
    params: OrganisationParamsSchema,
    body: NewTokenBodySchema,
    answers: { 201: NewTokenSchema },
  },
  revokeToken: {
    ...ORGANISATIONS.revokeToken,
    summary: 'Revoke a token',
    tag: TAG,
    params: RowParamsSchema,
    answers: { 204: NothingSchema },
  },
  audit: {
    ...ORGANISATIONS.audit,
    summary: 'What was done in the organisation’s name, latest first',
    tag: TAG,
    params: OrganisationParamsSchema,
    query: v.object({ before: BeforeSchema }),
    answers: { 200: AuditPageSchema },
  },
} as const satisfies Record<keyof typeof ORGANISATIONS, Contract>;
