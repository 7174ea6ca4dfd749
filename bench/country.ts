// A country's worth of events in a database, written by SQL: publishing them one by one would take hours.
import { Client } from 'pg';
import { allRegions } from '../domain/region/region-names';
import { levelOf } from '../domain/region/region';

export interface Country {
  readonly campaignId: string;
  readonly epoch: string;
  /** The campaign's revision after it. */
  readonly rev: number;
}

export const COUNTIES = allRegions().filter((code) => levelOf(code) === 'county');

const FILL = `
  insert into event (id, campaign_id, programme_id, region, kind, title, summary, organiser, venue, audiences,
    starts_at, ends_at, sample, rev, seen_in)
  select 'c-' || i, $1, $2, code, '开放日', '第' || i || '场检验检测机构开放日',
    '第' || i || '场：看看' || i * 7919 % 100003 || '号样品怎么检，现场讲解计量器具的检定与校准。',
    jsonb_build_object('name', '第' || i % 997 || '市场监督管理局'),
    jsonb_build_object('name', '第' || i % 499 || '文化活动中心', 'address', '和平路' || i % 300 || '号'),
    '["公众"]'::jsonb, $3::bigint + i * 60000::bigint, $3::bigint + i * 60000::bigint + 7200000, false, $4::bigint + i, array[code]
  from (select i, ($5::text[])[1 + (i * 7) % array_length($5::text[], 1)] as code from generate_series(1, $6::int) as i) as rows`;

/** Fills the open campaign of a database that a server has started on once. */
export async function fillCountry(url: string, count: number): Promise<Country> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: heads } = await client.query<{ id: string; rev: string; epoch: string }>(
      `select campaign.id, campaign.rev, meta.epoch from campaign, meta where state = 'open' order by sample limit 1`,
    );
    const [head] = heads;
    if (head === undefined) throw new Error('no open campaign');
    const programme = await client.query<{ id: string }>(
      'select id from programme_item where campaign_id = $1 order by ordinal limit 1',
      [head.id],
    );
    const base = Number(head.rev);
    await client.query(FILL, [head.id, programme.rows[0]?.id, Date.now(), base, COUNTIES, count]);
    await client.query('update campaign set rev = $2 where id = $1', [head.id, base + count]);
    await client.query('vacuum analyze event');
    return { campaignId: head.id, epoch: head.epoch, rev: base + count };
  } finally {
    await client.end();
  }
}
