/** Schemas of the next campaign. */
import * as v from 'valibot';
import { CampaignSummarySchema } from '../../campaign/campaign';
import { CampaignDraftSchema, CampaignListSchema, NextCampaignSchema } from '../../campaign/next-campaign';
import { CAMPAIGNS } from '../campaigns';
import type { Contract } from './contract';

const tag = 'campaigns';
const OrganisationParamsSchema = v.object({ org: v.string() });
const RowParamsSchema = v.object({ org: v.string(), id: v.string() });
const FaultSchema = v.object({ row: v.number(), column: v.string(), code: v.string(), value: v.string() });

export const campaignsContract = {
  campaignList: {
    ...CAMPAIGNS.campaignList,
    summary: 'Every campaign, and those that are being made',
    tag,
    params: OrganisationParamsSchema,
    answers: { 200: CampaignListSchema },
  },
  campaignDraft: {
    ...CAMPAIGNS.campaignDraft,
    summary: 'A campaign that is being made, with what is not in the notices to the character',
    tag,
    params: RowParamsSchema,
    answers: { 200: CampaignDraftSchema },
  },
  saveCampaign: {
    ...CAMPAIGNS.saveCampaign,
    summary: 'Make or change the draft of a campaign; its id is its year',
    tag,
    params: RowParamsSchema,
    body: NextCampaignSchema,
    answers: { 200: CampaignDraftSchema },
  },
  campaignItems: {
    ...CAMPAIGNS.campaignItems,
    summary: 'Its programme items from a workbook or CSV: all of them, or every fault of every row',
    tag,
    params: RowParamsSchema,
    answers: { 200: v.object({ items: v.number(), findings: v.array(FaultSchema) }) },
  },
  openCampaign: {
    ...CAMPAIGNS.openCampaign,
    summary: 'Open it, and archive the one before it; phones follow',
    tag,
    params: RowParamsSchema,
    body: v.strictObject({}),
    answers: { 200: CampaignSummarySchema },
  },
} as const satisfies Record<keyof typeof CAMPAIGNS, Contract>;
