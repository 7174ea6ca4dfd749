// A country's worth of events in a database, written by SQL: publishing them one by one would take hours.
import { sql } from 'drizzle-orm';
import { allRegions } from '../domain/region/region-names';
import { levelOf } from '../domain/region/region';
import { officialCampaigns } from '../server/content/campaigns';
import { importContent } from '../server/content/import-content';
import { sampleCampaign } from '../server/content/sample';
import type { Database, DatabaseOptions, Db } from '../server/db/database';
import { openDatabase } from '../server/db/open';

export interface Country {
  readonly campaignId: string;
  readonly programmeId: string;
  /** Of the notice, under which that item stands. */
  readonly paragraph: string;
  readonly epoch: string;
  /** The version of the privacy text that holds. */
  readonly consent: string;
  /** The campaign's revision after it. */
  readonly rev: number;
}

const FILL_MS = 600_000;

export const COUNTIES = allRegions().filter((code) => levelOf(code) === 'county');

/** Migrated, and with the content that a server of the trial starts on. */
export async function openCountry(options: DatabaseOptions): Promise<Database> {
  // The whole country is written in one statement, which takes a while.
  const timeouts = { connectMs: 5_000, statementMs: FILL_MS, silenceMs: FILL_MS };
  const patient = 'url' in options ? { ...options, timeouts } : options;
  const database = await openDatabase(patient, { onConnectionLost: () => undefined });
  await database.migrate();
  const content = { official: officialCampaigns(), makeSample: sampleCampaign };
  await importContent(database.db, content, Date.now());
  return database;
}

/** An organisation for each province and each county. */
export async function addOrganisations(db: Db): Promise<void> {
  const codes = allRegions().filter((code) => levelOf(code) === 'county' || levelOf(code) === 'province');
  await db.execute(sql`
    insert into organisation (id, name, region, created_at)
    select gen_random_uuid(), code || '市场监督管理局', code, 0
    from json_array_elements_text(${JSON.stringify(codes)}::json) as code`);
}

interface Head {
  readonly id: string;
  readonly rev: string;
  readonly epoch: string;
  readonly consent: string;
  readonly item: string;
  readonly paragraph: string;
}

/** Fills the open campaign; each event belongs to the organisation of its county, where there is one. */
export async function fillCountry(db: Db, count: number): Promise<Country> {
  const answer: unknown = await db.execute(sql`
    select campaign.id, campaign.rev, campaign.consent, meta.epoch,
      (select id from programme_item where campaign_id = campaign.id order by ordinal limit 1) as item,
      (select content ->> 'documentNo' || ' ' || (content ->> 'paragraph') from programme_item
        where campaign_id = campaign.id order by ordinal limit 1) as paragraph
    from campaign, meta where state = 'open' order by sample limit 1`);
  const [head] = (answer as { readonly rows: readonly Head[] }).rows;
  if (head === undefined) throw new Error('no open campaign');
  const base = Number(head.rev);
  const now = Date.now();
  await db.execute(sql`
    insert into event (id, campaign_id, programme_id, region, organisation_id, kind, title, summary, organiser, venue,
      audiences, starts_at, ends_at, sample, rev, seen_in)
    select 'c-' || i, ${head.id}, ${head.item}, code,
      (select id from organisation where region = code limit 1), '开放日', '第' || i || '场检验检测机构开放日',
      '第' || i || '场：看看' || i * 7919 % 100003 || '号样品怎么检，现场讲解计量器具的检定与校准。',
      jsonb_build_object('name', '第' || i % 997 || '市场监督管理局'),
      jsonb_build_object('name', '第' || i % 499 || '文化活动中心', 'address', '和平路' || i % 300 || '号'),
      '["公众"]'::jsonb, ${now}::bigint + i * 60000::bigint, ${now}::bigint + i * 60000::bigint + 7200000, false,
      ${base}::bigint + i, array[code]
    from (
      select i, codes.list[1 + (i * 7) % array_length(codes.list, 1)] as code
      from generate_series(1, ${count}::int) as i,
        (select array(select json_array_elements_text(${JSON.stringify(COUNTIES)}::json)) as list) as codes
    ) as rows`);
  await db.execute(sql`update campaign set rev = ${base + count} where id = ${head.id}`);
  await db.execute(sql`vacuum analyze event`);
  const { id: campaignId, item: programmeId, paragraph, epoch, consent } = head;
  return { campaignId, programmeId, paragraph, epoch, consent, rev: base + count };
}
