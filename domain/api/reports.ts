/** 反映收费 and 意见反馈: sent without an account, read by a superior or by the operator (docs/rules.md, "Reports of fees"). */
import type { EndpointTable } from './endpoint';

const O = '/api/v1/organisations/:org/reports';
const R = '/api/v1/reports';

export const REPORTS = {
  report: { method: 'POST', path: R, access: 'public' },
  receipt: { method: 'GET', path: `${R}/:receipt`, access: 'public' },
  operatorReports: { method: 'GET', path: R, access: 'publisher' },
  answerReport: { method: 'POST', path: `${R}/:receipt`, access: 'publisher' },
  reports: { method: 'GET', path: O, access: 'event:approve' },
  openReport: { method: 'GET', path: `${O}/:id`, access: 'event:approve' },
  stepReport: { method: 'POST', path: `${O}/:id`, access: 'event:approve' },
} as const satisfies EndpointTable;
