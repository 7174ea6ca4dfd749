/** Schemas of what members use for themselves. */
import * as v from 'valibot';
import {
  AcceptBodySchema,
  BindBodySchema,
  ConfirmBodySchema,
  InvitationSchema,
  NewPasswordBodySchema,
  PairingOfferBodySchema,
  PairingOfferSchema,
  PairingSchema,
  PhonesSchema,
  ProofBodySchema,
  RecoveryCodesSchema,
  ResetBodySchema,
  ResetSchema,
  SecondFactorSchema,
  SignInBodySchema,
  StaffMeSchema,
  StaffSessionsSchema,
} from '../../organisation/member';
import { PHONE_BINDING, STAFF } from '../staff';
import type { Contract } from './contract';

const NothingSchema = v.null();
const IdParamsSchema = v.object({ id: v.string() });
const TokenParamsSchema = v.object({ token: v.string() });
const TAG = 'staff';

export const staffContract = {
  signIn: {
    ...STAFF.signIn,
    summary: 'Sign in as a member; the session is a cookie',
    tag: TAG,
    body: SignInBodySchema,
    answers: { 201: StaffMeSchema },
  },
  me: { ...STAFF.me, summary: 'Who is signed in, and for whom they act', tag: TAG, answers: { 200: StaffMeSchema } },
  signOut: { ...STAFF.signOut, summary: 'Sign out', tag: TAG, answers: { 204: NothingSchema } },
  prove: {
    ...STAFF.prove,
    summary: 'Show password or code again, for acts that ask for a proof no older than five minutes',
    tag: TAG,
    body: ProofBodySchema,
    answers: { 204: NothingSchema },
  },
  staffSessions: {
    ...STAFF.staffSessions,
    summary: 'Where one is signed in',
    tag: TAG,
    answers: { 200: StaffSessionsSchema },
  },
  endStaffSession: {
    ...STAFF.endStaffSession,
    summary: 'End one of one’s own sessions',
    tag: TAG,
    params: IdParamsSchema,
    answers: { 204: NothingSchema },
  },
  changePassword: {
    ...STAFF.changePassword,
    summary: 'Change the password; all other sessions end',
    tag: TAG,
    body: NewPasswordBodySchema,
    answers: { 204: NothingSchema },
  },
  startSecondFactor: {
    ...STAFF.startSecondFactor,
    summary: 'A new secret for an authenticator app (RFC 6238); it counts once a code was confirmed',
    tag: TAG,
    answers: { 201: SecondFactorSchema },
  },
  confirmSecondFactor: {
    ...STAFF.confirmSecondFactor,
    summary: 'Confirm the secret with a code; answers the recovery codes, once',
    tag: TAG,
    body: ConfirmBodySchema,
    answers: { 201: RecoveryCodesSchema },
  },
  removeSecondFactor: {
    ...STAFF.removeSecondFactor,
    summary: 'Give the second factor up, where it is not compulsory',
    tag: TAG,
    answers: { 204: NothingSchema },
  },
  phones: { ...STAFF.phones, summary: 'Phones bound to oneself', tag: TAG, answers: { 200: PhonesSchema } },
  startPhone: {
    ...STAFF.startPhone,
    summary: 'Offer a phone to be bound: a code for ten minutes, and the number that the phone asks for',
    tag: TAG,
    answers: { 201: PairingSchema },
  },
  removePhone: {
    ...STAFF.removePhone,
    summary: 'Unbind a phone',
    tag: TAG,
    params: IdParamsSchema,
    answers: { 204: NothingSchema },
  },
  invitation: {
    ...STAFF.invitation,
    summary: 'To what an invitation invites; 410 once it is used, revoked or seven days old',
    tag: TAG,
    params: TokenParamsSchema,
    answers: { 200: InvitationSchema },
  },
  passwordReset: {
    ...STAFF.passwordReset,
    summary: 'Whose password a link sets; 410 once it is used or a day old',
    tag: TAG,
    params: TokenParamsSchema,
    answers: { 200: ResetSchema },
  },
  resetPassword: {
    ...STAFF.resetPassword,
    summary: 'Set a new password; the second factor and all sessions end, and one signs in anew',
    tag: TAG,
    params: TokenParamsSchema,
    body: ResetBodySchema,
    answers: { 204: NothingSchema },
  },
  acceptInvitation: {
    ...STAFF.acceptInvitation,
    summary: 'Accept with a new account, or, with an empty body, as whoever is signed in; signs in',
    tag: TAG,
    params: TokenParamsSchema,
    body: AcceptBodySchema,
    answers: { 201: StaffMeSchema },
  },
} as const satisfies Record<keyof typeof STAFF, Contract>;

export const phoneBindingContract = {
  pairingOffer: {
    ...PHONE_BINDING.pairingOffer,
    summary: 'As whom a phone would act that takes up the code',
    tag: TAG,
    body: PairingOfferBodySchema,
    answers: { 200: PairingOfferSchema },
  },
  bindPhone: {
    ...PHONE_BINDING.bindPhone,
    summary: 'Bind this phone, with the number that the console shows',
    tag: TAG,
    body: BindBodySchema,
    answers: { 201: PairingOfferSchema },
  },
} as const satisfies Record<keyof typeof PHONE_BINDING, Contract>;
