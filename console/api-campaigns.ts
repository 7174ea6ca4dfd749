/** The next campaign: apart from what every screen loads first. */
import { campaignsContract as years } from '../domain/api/contract/campaigns';
import { to } from './api';

export const CAMPAIGNS_API = {
  campaignList: to(years.campaignList, years.campaignList.answers[200]),
  campaignDraft: to(years.campaignDraft, years.campaignDraft.answers[200]),
  saveCampaign: to(years.saveCampaign, years.saveCampaign.answers[200]),
  campaignItems: to(years.campaignItems, years.campaignItems.answers[200]),
  openCampaign: to(years.openCampaign, years.openCampaign.answers[200]),
} as const;
