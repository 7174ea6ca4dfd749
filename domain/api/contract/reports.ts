/** Schemas of reports. */
import * as v from 'valibot';
import {
  ReportAnswerSchema,
  ReportBodySchema,
  ReportLineSchema,
  ReportReceiptSchema,
  ReportStateSchema,
  ReportStepSchema,
} from '../../report-fee/report';
import { REPORTS } from '../reports';
import type { Contract } from './contract';

const tag = 'reports';
const OrganisationParamsSchema = v.object({ org: v.string() });
const RowParamsSchema = v.object({ org: v.string(), id: v.string() });
const ReceiptParamsSchema = v.object({ receipt: v.string() });
const ListQuerySchema = v.object({ state: v.optional(ReportStateSchema) });
const ListSchema = v.object({ reports: v.array(ReportLineSchema) });

export const reportsContract = {
  report: {
    ...REPORTS.report,
    summary:
      'Report that an event asked for money, or say something on the app; the same id and body again get the same receipt',
    tag,
    body: ReportBodySchema,
    answers: { 201: ReportReceiptSchema },
  },
  receipt: {
    ...REPORTS.receipt,
    summary: 'What became of a report',
    tag,
    params: ReceiptParamsSchema,
    answers: { 200: ReportAnswerSchema },
  },
  operatorReports: {
    ...REPORTS.operatorReports,
    summary: 'The latest 200 reports that no organisation is above, and feedback on the app; for the operator',
    tag,
    query: ListQuerySchema,
    answers: { 200: ListSchema },
  },
  answerReport: {
    ...REPORTS.answerReport,
    summary: 'Move such a report on, and say so to the person',
    tag,
    params: ReceiptParamsSchema,
    body: ReportStepSchema,
    answers: { 200: ReportLineSchema },
  },
  reports: {
    ...REPORTS.reports,
    summary: 'The latest 200 reports on events of organisations below',
    tag,
    params: OrganisationParamsSchema,
    query: ListQuerySchema,
    answers: { 200: ListSchema },
  },
  openReport: {
    ...REPORTS.openReport,
    summary: 'One report, with how to reach the person; audited',
    tag,
    params: RowParamsSchema,
    answers: { 200: v.object({ ...ReportLineSchema.entries, contact: v.nullable(v.string()) }) },
  },
  stepReport: {
    ...REPORTS.stepReport,
    summary: 'Move a report on, and say so to the person; states go forward only',
    tag,
    params: RowParamsSchema,
    body: ReportStepSchema,
    answers: { 200: ReportLineSchema },
  },
} as const satisfies Record<keyof typeof REPORTS, Contract>;
