/** What an event rests on, in its campaign's own words. */
import { sql } from 'drizzle-orm';
import { campaign, programmeItem } from '../db/schema';

const documentNo = sql`${programmeItem.content} ->> 'documentNo'`;
const titles = sql`json_array_elements(${campaign.content} -> 'documents') as document`;

/** In a query of both tables: the title of the item's document; `null`: the campaign has none of it. */
export const documentTitle = sql<
  string | null
>`(select document ->> 'title' from ${titles} where document ->> 'documentNo' = ${documentNo} limit 1)`;
