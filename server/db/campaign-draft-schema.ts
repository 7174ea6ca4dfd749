/** Campaigns while they are made in the console; citizens see nothing of them. */
import { json, pgTable, text } from 'drizzle-orm/pg-core';
import type { ProgrammeItem } from '../../domain/campaign/campaign';
import type { NextCampaign } from '../../domain/campaign/next-campaign';
import { instant } from './instant';

export const campaignDraft = pgTable('campaign_draft', {
  /** The year, and the id of the campaign that it becomes. */
  id: text('id').primaryKey(),
  content: json('content').$type<NextCampaign>().notNull(),
  items: json('items').$type<readonly ProgrammeItem[]>().notNull(),
  changedAt: instant('changed_at').notNull(),
});
