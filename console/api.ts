/** Every endpoint that the console asks, as the contract has it; what only some screens ask is beside it. */
import * as v from 'valibot';
import { CampaignSummarySchema } from '../domain/campaign/campaign';
import { CITIZEN } from '../domain/api/citizen';
import { eventsContract as events } from '../domain/api/contract/events';
import { organisationsContract as organisations } from '../domain/api/contract/organisations';
import { staffContract as staff } from '../domain/api/contract/staff';
import type { Endpoint as TableEndpoint } from '../domain/api/endpoint';
import { ProgrammeSchema } from './net/answers';
import type { Endpoint } from './net/call';

export const to = <T>({ method, path }: TableEndpoint, answer: v.GenericSchema<unknown, T>): Endpoint<T> => ({
  method,
  path,
  answer,
});
export const plain = ({ method, path }: TableEndpoint): Endpoint<undefined> => ({ method, path, answer: null });
export const file = ({ method, path }: TableEndpoint): Endpoint<Blob> => ({ method, path, answer: 'file' });

export const API = {
  signIn: to(staff.signIn, staff.signIn.answers[201]),
  me: to(staff.me, staff.me.answers[200]),
  signOut: plain(staff.signOut),
  prove: plain(staff.prove),
  sessions: to(staff.staffSessions, staff.staffSessions.answers[200]),
  endSession: plain(staff.endStaffSession),
  changePassword: plain(staff.changePassword),
  passwordReset: to(staff.passwordReset, staff.passwordReset.answers[200]),
  resetPassword: plain(staff.resetPassword),
  startSecondFactor: to(staff.startSecondFactor, staff.startSecondFactor.answers[201]),
  confirmSecondFactor: to(staff.confirmSecondFactor, staff.confirmSecondFactor.answers[201]),
  phones: to(staff.phones, staff.phones.answers[200]),
  startPhone: to(staff.startPhone, staff.startPhone.answers[201]),
  removePhone: plain(staff.removePhone),

  invitation: to(staff.invitation, staff.invitation.answers[200]),
  acceptInvitation: to(staff.acceptInvitation, staff.acceptInvitation.answers[201]),

  below: to(organisations.below, organisations.below.answers[200]),
  createBelow: to(organisations.createBelow, organisations.createBelow.answers[201]),
  settings: to(organisations.settings, organisations.settings.answers[200]),
  members: to(organisations.members, organisations.members.answers[200]),
  changeMember: to(organisations.changeMember, organisations.changeMember.answers[200]),
  removeMember: plain(organisations.removeMember),
  resetMember: to(organisations.resetMember, organisations.resetMember.answers[201]),
  invitations: to(organisations.invitations, organisations.invitations.answers[200]),
  invite: to(organisations.invite, organisations.invite.answers[201]),
  revokeInvitation: plain(organisations.revokeInvitation),
  tokens: to(organisations.tokens, organisations.tokens.answers[200]),
  createToken: to(organisations.createToken, organisations.createToken.answers[201]),
  revokeToken: plain(organisations.revokeToken),
  audit: to(organisations.audit, organisations.audit.answers[200]),

  events: to(events.drafts, events.drafts.answers[200]),
  createEvent: to(events.createDraft, events.createDraft.answers[201]),
  event: to(events.draft, events.draft.answers[200]),
  saveEvent: to(events.saveDraft, events.saveDraft.answers[200]),
  removeEvent: plain(events.deleteDraft),
  publishEvent: to(events.publishDraft, events.publishDraft.answers[200]),
  submitEvent: to(events.submitDraft, events.submitDraft.answers[200]),
  withdrawEvent: to(events.withdrawDraft, events.withdrawDraft.answers[200]),
  approveEvent: to(events.approveDraft, events.approveDraft.answers[200]),
  returnEvent: to(events.returnDraft, events.returnDraft.answers[200]),
  suspendEvent: to(events.suspendEvent, events.suspendEvent.answers[200]),
  resumeEvent: to(events.resumeEvent, events.resumeEvent.answers[200]),
  cancelEvent: to(events.cancelPublished, events.cancelPublished.answers[200]),
  cloneEvent: to(events.cloneEvent, events.cloneEvent.answers[201]),

  checkImport: to(events.checkImport, events.checkImport.answers[201]),
  applyImport: to(events.applyImport, events.applyImport.answers[200]),
  template: file(events.importTemplate),
  markedWorkbook: file(events.markedImport),

  roster: to(events.roster, events.roster.answers[200]),
  person: to(events.rosterEntry, events.rosterEntry.answers[200]),
  exportRoster: file(events.exportRoster),

  // Of the citizens' contract only these two answers: the rest of it is 20 KB that no screen of the desk needs.
  campaigns: to(CITIZEN.campaigns, v.object({ campaigns: v.array(CampaignSummarySchema) })),
  programme: to(CITIZEN.feed, ProgrammeSchema),
} as const;
