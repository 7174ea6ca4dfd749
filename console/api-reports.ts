/** Reports of fees: apart from what every screen loads first. */
import { reportsContract as reports } from '../domain/api/contract/reports';
import { to } from './api';

export const REPORTS_API = {
  reports: to(reports.reports, reports.reports.answers[200]),
  openReport: to(reports.openReport, reports.openReport.answers[200]),
  stepReport: to(reports.stepReport, reports.stepReport.answers[200]),
} as const;
