/** 年度活动: the next campaign, made by the whole country or a top organisation (docs/rules.md, "A new year"). */
import type { EndpointTable } from './endpoint';

const C = '/api/v1/organisations/:org/campaigns';

export const CAMPAIGNS = {
  campaignList: { method: 'GET', path: C, access: 'campaign:manage' },
  campaignDraft: { method: 'GET', path: `${C}/:id`, access: 'campaign:manage' },
  saveCampaign: { method: 'PUT', path: `${C}/:id`, access: 'campaign:manage' },
  campaignItems: { method: 'POST', path: `${C}/:id/items`, access: 'campaign:manage' },
  openCampaign: { method: 'POST', path: `${C}/:id/open`, access: 'campaign:manage', fresh: true },
} as const satisfies EndpointTable;
