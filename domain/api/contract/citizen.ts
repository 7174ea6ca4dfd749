/** Schemas of what citizens use. */
import * as v from 'valibot';
import { MeSchema, SessionAnswerSchema, SessionBodySchema } from '../../account';
import { CampaignSchema, CampaignSummarySchema } from '../../campaign/campaign';
import { AvailabilitySchema, EventAnswerSchema, EventIdSchema } from '../../event/event';
import { SelectionSchema } from '../../event/selection';
import { FeedPageSchema } from '../../feed/feed';
import { InboxPageSchema, InboxReadBodySchema } from '../../notice/inbox';
import { GrantBodySchema, MessageSetupSchema } from '../../notice/messages';
import { RegionCodeSchema } from '../../region/region';
import {
  CorrectionBodySchema,
  OwnSignUpSchema,
  SignUpAnswerSchema,
  SignUpBodySchema,
  SignUpListSchema,
} from '../../sign-up/sign-up';
import { DESIGNS } from '../../slogan/card-scene';
import { CITIZEN } from '../citizen';
import type { Contract } from './contract';

const MOST_IDS = 100;

const NothingSchema = v.null();
const EventParamsSchema = v.object({ id: EventIdSchema });
/** Any text: one that can be no sign-up's id is answered like one that is not there. */
const SignUpParamsSchema = v.object({ id: v.string() });
const IdsSchema = v.pipe(
  v.string(),
  v.transform((text) => text.split(',')),
  v.array(EventIdSchema),
  v.maxLength(MOST_IDS, 'too-many'),
);
const AfterSchema = v.pipe(
  v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'notice-id')), '0'),
  v.transform(Number),
);

const correction = {
  summary: 'Correct a sign-up until the deadline: the same seats or fewer; the same again changes nothing',
  tag: 'sign-ups',
  params: SignUpParamsSchema,
  body: CorrectionBodySchema,
  answers: { 200: SignUpAnswerSchema },
} as const;

export const citizenContract = {
  feed: {
    ...CITIZEN.feed,
    summary: 'What a region sees of a campaign: all of it, or what changed since the cursor',
    tag: 'feed',
    query: v.object({ region: RegionCodeSchema, campaign: v.optional(v.string()), cursor: v.optional(v.string()) }),
    answers: { 200: FeedPageSchema, 304: NothingSchema },
  },
  campaigns: {
    ...CITIZEN.campaigns,
    summary: 'Every campaign, latest first',
    tag: 'feed',
    answers: { 200: v.object({ campaigns: v.array(CampaignSummarySchema) }) },
  },
  campaign: {
    ...CITIZEN.campaign,
    summary: 'One campaign without its events; `current`: the one that a phone gets that names none',
    tag: 'feed',
    params: v.object({ id: v.string() }),
    answers: { 200: v.object({ campaign: CampaignSchema }), 304: NothingSchema },
  },
  event: {
    ...CITIZEN.event,
    summary: 'One event',
    tag: 'events',
    params: EventParamsSchema,
    answers: { 200: EventAnswerSchema },
  },
  eventFile: {
    ...CITIZEN.eventFile,
    summary: 'One event as iCalendar',
    tag: 'calendar',
    params: EventParamsSchema,
  },
  calendar: {
    ...CITIZEN.calendar,
    summary:
      'What a region sees, or what an organisation holds, as a calendar to subscribe to; of the campaign that is on',
    tag: 'calendar',
    query: SelectionSchema,
  },
  availability: {
    ...CITIZEN.availability,
    summary: 'Seats of up to 100 events, for display, about a second old',
    tag: 'events',
    query: v.object({ ids: IdsSchema }),
    answers: { 200: v.record(v.string(), AvailabilitySchema) },
  },
  miniProgramCode: {
    ...CITIZEN.miniProgramCode,
    summary: 'The mini-program code of a slogan card, as WeChat made it: PNG or JPEG',
    tag: 'cards',
    query: v.object({
      campaign: v.pipe(v.string(), v.minLength(1), v.maxLength(32)),
      card: v.pipe(v.string(), v.minLength(1), v.maxLength(8)),
      design: v.picklist(DESIGNS),
    }),
  },

  openSession: {
    ...CITIZEN.openSession,
    summary: 'Log in: as a new device account, or as the person whom WeChat names',
    tag: 'account',
    body: SessionBodySchema,
    answers: { 201: SessionAnswerSchema },
  },
  closeSession: {
    ...CITIZEN.closeSession,
    summary: 'Log out: the token opens nothing any more',
    tag: 'account',
    answers: { 204: NothingSchema },
  },
  me: { ...CITIZEN.me, summary: 'Everything held on the account', tag: 'account', answers: { 200: MeSchema } },
  eraseMe: {
    ...CITIZEN.eraseMe,
    summary: 'Erase the account, and give its seats back',
    tag: 'account',
    answers: { 204: NothingSchema },
  },

  signUp: {
    ...CITIZEN.signUp,
    summary: 'Sign up; the same id and body again get the stored result',
    tag: 'sign-ups',
    body: SignUpBodySchema,
    answers: { 201: SignUpAnswerSchema },
  },
  signUps: {
    ...CITIZEN.signUps,
    summary: 'All of the account’s sign-ups, newest first, and their events',
    tag: 'sign-ups',
    answers: { 200: SignUpListSchema },
  },
  ownSignUp: {
    ...CITIZEN.ownSignUp,
    summary: 'One sign-up of the account’s, with its form as it was filled in',
    tag: 'sign-ups',
    params: SignUpParamsSchema,
    answers: { 200: OwnSignUpSchema },
  },
  correctSignUp: { ...CITIZEN.correctSignUp, ...correction },
  correctSignUpByPost: { ...CITIZEN.correctSignUpByPost, ...correction },
  cancelSignUp: {
    ...CITIZEN.cancelSignUp,
    summary: 'Give a sign-up back; asked twice, it is done once',
    tag: 'sign-ups',
    params: SignUpParamsSchema,
    answers: { 200: SignUpAnswerSchema },
  },

  inbox: {
    ...CITIZEN.inbox,
    summary: 'Notices after one, oldest first',
    tag: 'inbox',
    query: v.object({ after: AfterSchema }),
    answers: { 200: InboxPageSchema },
  },
  readInbox: {
    ...CITIZEN.readInbox,
    summary: 'All up to this one have been read',
    tag: 'inbox',
    body: InboxReadBodySchema,
    answers: { 204: NothingSchema },
  },
  messages: {
    ...CITIZEN.messages,
    summary: 'Messages that can be asked for, the most important first',
    tag: 'messages',
    answers: { 200: MessageSetupSchema },
  },
  grantMessages: {
    ...CITIZEN.grantMessages,
    summary: 'The person has agreed to one message of each of these templates',
    tag: 'messages',
    body: GrantBodySchema,
    answers: { 204: NothingSchema },
  },
} as const satisfies Record<keyof typeof CITIZEN, Contract>;
