/** Figures, and the summaries (活动总结) that are made of them: written by an organisation, accepted by its superior. */
import type { EndpointTable } from './endpoint';

const O = '/api/v1/organisations/:org';
const S = `${O}/summaries/:campaign`;

export const FIGURES = {
  figures: { method: 'GET', path: `${O}/figures`, access: 'event:count', phone: true },
  figureEvents: { method: 'GET', path: `${O}/figures/events`, access: 'event:count', phone: true },

  summary: { method: 'GET', path: S, access: 'summary:read', phone: true },
  saveSummary: { method: 'PUT', path: S, access: 'summary:write', phone: true },
  submitSummary: { method: 'POST', path: `${S}/submit`, access: 'summary:write', fresh: true, phone: true },
  withdrawSummary: { method: 'POST', path: `${S}/withdraw`, access: 'summary:write' },
  summaryVersion: { method: 'GET', path: `${S}/versions/:n`, access: 'summary:read', phone: true },
  summaryDocument: { method: 'GET', path: `${S}/versions/:n.docx`, access: 'summary:read' },
  summaryWorkbook: { method: 'GET', path: `${S}/versions/:n.xlsx`, access: 'summary:read' },
  addPicture: { method: 'POST', path: `${S}/pictures`, access: 'summary:write', phone: true },
  picture: { method: 'GET', path: `${S}/pictures/:picture`, access: 'summary:read', phone: true },

  summariesBelow: { method: 'GET', path: `${S}/below`, access: 'summary:read', phone: true },
  acceptSummary: { method: 'POST', path: `${S}/below/:below/accept`, access: 'summary:decide', fresh: true },
  returnSummary: { method: 'POST', path: `${S}/below/:below/return`, access: 'summary:decide' },
  receiveSummary: { method: 'POST', path: `${S}/below/:below/received`, access: 'summary:decide' },
  unreceiveSummary: { method: 'DELETE', path: `${S}/below/:below/received`, access: 'summary:decide' },
} as const satisfies EndpointTable;
