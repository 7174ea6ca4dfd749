/** What the console makes of the API's answers, whose shapes are the contract's (`domain/api/contract`). */
import * as v from 'valibot';
import { ProgrammeItemSchema } from '../../domain/campaign/campaign';
import type { campaignsContract } from '../../domain/api/contract/campaigns';
import type { checkInsContract } from '../../domain/api/contract/door';
import type { eventsContract } from '../../domain/api/contract/events';
import type { figuresContract } from '../../domain/api/contract/figures';
import type { organisationsContract } from '../../domain/api/contract/organisations';
import type { reportsContract } from '../../domain/api/contract/reports';
import type { staffContract } from '../../domain/api/contract/staff';
import type { Draft, DraftBody, DraftRow } from '../../domain/event/draft';
import type { RosterRow } from '../../domain/roster/roster';

type Answer<Contract> = Contract extends { readonly answers: Readonly<Record<number, infer Schema>> }
  ? Schema extends v.GenericSchema
    ? v.InferOutput<Schema>
    : never
  : never;

export type Me = Answer<typeof staffContract.me>;
export type Organisation = Me['organisations'][number];

/** The member once a second factor is set up: nothing is asked for first any more. */
export const withSecondFactor = ({ member, organisations }: Me): Me => ({ member, organisations, secondFactor: true });

export type StaffSession = Answer<typeof staffContract.staffSessions>['sessions'][number];
export type BoundPhone = Answer<typeof staffContract.phones>['phones'][number];

export type Content = DraftBody;
export type StaffEvent = Draft;
export type EventActed = Answer<typeof eventsContract.publishDraft>;
export type EventLine = DraftRow;
export type FiguresPage = Answer<typeof figuresContract.figures>;
export type FigureLine = FiguresPage['rows'][number];
export type FigureNumbers = FiguresPage['total'];
export type Summary = Answer<typeof figuresContract.summary>;
export type SummaryVersion = Answer<typeof figuresContract.summaryVersion>;
export type SummariesBelow = Answer<typeof figuresContract.summariesBelow>;
export type SummaryBelow = SummariesBelow['organisations'][number];
export type EventPage = Answer<typeof eventsContract.drafts>;
export type ImportCheck = Answer<typeof eventsContract.checkImport>;
export type ImportFault = ImportCheck['findings'][number];
export type ImportApplied = Answer<typeof eventsContract.applyImport>;
export type ItemsImported = Answer<typeof campaignsContract.campaignItems>;
export type OpenedReport = Answer<typeof reportsContract.openReport>;
export type RosterLine = RosterRow;

export type PairedDeviceRow = Answer<typeof checkInsContract.devices>['devices'][number];

export type Member = Answer<typeof organisationsContract.members>['members'][number];
export type OpenInvitation = Answer<typeof organisationsContract.invitations>['invitations'][number];
export type ApiToken = Answer<typeof organisationsContract.tokens>['tokens'][number];
export type AuditLine = Answer<typeof organisationsContract.audit>['lines'][number];
export type OrganisationBelow = Answer<typeof organisationsContract.below>['organisations'][number];

/** How an event stands for staff: what is cancelled or looked into shows in what citizens see. */
export type Standing = Draft['state'] | 'cancelled' | 'suspended';

export function standingOf({ state, published }: Pick<Draft, 'state' | 'published'>): Standing {
  if (published?.status === 'cancelled') return 'cancelled';
  return published?.suspended === true && state === 'published' ? 'suspended' : state;
}

/** Of a page of the feed, only what a form chooses from. */
export const ProgrammeSchema = v.object({ programme: v.nullable(v.array(ProgrammeItemSchema)) });
