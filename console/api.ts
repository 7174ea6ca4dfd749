/** Every address that the console asks, once. */
import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import { CampaignSummarySchema } from '../domain/campaign/campaign';
import * as answers from './net/answers';
import type { Endpoint, FileAnswer } from './net/call';

type Method = Endpoint<unknown>['method'];

const O = '/api/v1/organisations/:org';
const EVENT = `${O}/events/:id`;

const to = <T>(method: Method, path: string, answer: GenericSchema<unknown, T>): Endpoint<T> => ({
  method,
  path,
  answer,
});
const plain = (method: Method, path: string): Endpoint<undefined> => ({ method, path, answer: null });
const file = (method: Method, path: string): Endpoint<FileAnswer> => ({ method, path, answer: 'file' });

export const API = {
  signIn: to('POST', '/api/v1/staff/sessions', answers.MeSchema),
  me: to('GET', '/api/v1/staff/me', answers.MeSchema),
  signOut: plain('DELETE', '/api/v1/staff/sessions/current'),
  prove: plain('POST', '/api/v1/staff/proof'),
  sessions: to('GET', '/api/v1/staff/sessions', answers.SessionsSchema),
  endSession: plain('DELETE', '/api/v1/staff/sessions/:id'),
  startSecondFactor: to('POST', '/api/v1/staff/second-factor', answers.SecondFactorSchema),
  confirmSecondFactor: to('POST', '/api/v1/staff/second-factor/confirm', answers.RecoveryCodesSchema),
  phones: to('GET', '/api/v1/staff/phones', answers.PhonesSchema),
  startPhone: to('POST', '/api/v1/staff/phones', answers.PhoneBindingSchema),
  removePhone: plain('DELETE', '/api/v1/staff/phones/:id'),

  invitation: to('GET', '/api/v1/invitations/:token', answers.InvitationSchema),
  acceptInvitation: to('POST', '/api/v1/invitations/:token/accept', answers.MeSchema),

  below: to('GET', `${O}/organisations`, answers.OrganisationsSchema),
  createBelow: to('POST', `${O}/organisations`, answers.CreatedOrganisationSchema),
  settings: to('PATCH', `${O}/settings`, answers.SettingsSchema),
  members: to('GET', `${O}/members`, answers.MembersSchema),
  changeMember: to('PATCH', `${O}/members/:id`, answers.MemberSchema),
  removeMember: plain('DELETE', `${O}/members/:id`),
  invitations: to('GET', `${O}/invitations`, answers.InvitationsSchema),
  invite: to('POST', `${O}/invitations`, answers.NewInvitationSchema),
  revokeInvitation: plain('DELETE', `${O}/invitations/:id`),
  tokens: to('GET', `${O}/tokens`, answers.TokensSchema),
  createToken: to('POST', `${O}/tokens`, answers.NewTokenSchema),
  revokeToken: plain('DELETE', `${O}/tokens/:id`),
  audit: to('GET', `${O}/audit`, answers.AuditSchema),

  events: to('GET', `${O}/events`, answers.EventListSchema),
  createEvent: to('POST', `${O}/events`, answers.WrittenEventSchema),
  event: to('GET', EVENT, answers.StaffEventSchema),
  saveEvent: to('PUT', EVENT, answers.WrittenEventSchema),
  removeEvent: plain('DELETE', EVENT),
  publishEvent: to('POST', `${EVENT}/publish`, answers.WrittenEventSchema),
  submitEvent: to('POST', `${EVENT}/submit`, answers.WrittenEventSchema),
  withdrawEvent: to('POST', `${EVENT}/withdraw`, answers.WrittenEventSchema),
  approveEvent: to('POST', `${EVENT}/approve`, answers.WrittenEventSchema),
  returnEvent: to('POST', `${EVENT}/return`, answers.WrittenEventSchema),
  suspendEvent: to('POST', `${EVENT}/suspend`, answers.WrittenEventSchema),
  resumeEvent: to('POST', `${EVENT}/resume`, answers.WrittenEventSchema),
  cancelEvent: to('POST', `${EVENT}/cancel`, answers.WrittenEventSchema),
  cloneEvent: to('POST', `${EVENT}/clone`, answers.ClonedSchema),

  checkImport: to('POST', `${O}/imports`, answers.ImportSchema),
  applyImport: to('POST', `${O}/imports/:id/apply`, answers.ImportAppliedSchema),
  template: file('GET', `${O}/imports/template.xlsx`),
  markedWorkbook: file('GET', `${O}/imports/:id/marked.xlsx`),

  roster: to('GET', `${EVENT}/roster`, answers.RosterSchema),
  person: to('GET', `${EVENT}/roster/:signUp`, answers.PersonSchema),
  exportRoster: file('POST', `${EVENT}/roster/export`),

  campaigns: to('GET', '/api/v1/campaigns', v.object({ campaigns: v.array(CampaignSummarySchema) })),
  programme: to('GET', '/api/v1/feed', answers.ProgrammeSchema),
} as const;
