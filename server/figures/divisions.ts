/** How rows are made: the groups of `domain/figures/rows` with their names, and the same grouping in SQL. */
import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Campaign, ProgrammeItem } from '../../domain/campaign/campaign';
import { byKind, byOrganisation, byParagraph, byRegion, type Group } from '../../domain/figures/rows';
import type { Grouping } from '../../domain/figures/grouping';
import { rangeOf } from '../../domain/region/region';
import type { Db, Tx } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { campaign, programmeItem } from '../db/schema';
import { type FigureScope, isOwnOrBelow } from './figures-sql';

export interface Division {
  /** In their order, those without an event too. */
  readonly groups: readonly Group[];
  /** The key of event `s` with programme item `p`. */
  readonly key: SQL;
}

function regions(scope: string): Division {
  const { groups } = byRegion(scope);
  const below = groups.flatMap(({ key }) => (key === scope ? [] : [{ key, ...rangeOf(key) }]));
  const rows = sql`json_to_recordset(${JSON.stringify(below)}::json) as r(key text, "from" text, "to" text)`;
  return {
    groups,
    key: sql`coalesce((select r.key from ${rows} where s.region between r."from" and r."to"), s.region)`,
  };
}

/** An item under several paragraphs is a group of its own, with both titles. */
const titleOf =
  (documents: Campaign['documents']) =>
  ({ documentNo, paragraph }: Pick<ProgrammeItem, 'documentNo' | 'paragraph'>): string => {
    const paragraphs = documents.find((each) => each.documentNo === documentNo)?.paragraphs ?? [];
    const titles = paragraph.split('；').map((no) => {
      const title = paragraphs.find((each) => each.no === no)?.title;
      return title === undefined ? no : `${no} ${title}`;
    });
    return titles.join('；');
  };

async function paragraphs(db: Db | Tx, campaignId: string): Promise<Division> {
  const [found] = await db.select({ content: campaign.content }).from(campaign).where(eq(campaign.id, campaignId));
  const items = await db
    .select({ content: programmeItem.content })
    .from(programmeItem)
    .where(eq(programmeItem.campaignId, campaignId))
    .orderBy(asc(programmeItem.ordinal));
  const division = byParagraph(
    items.map(({ content }) => content),
    titleOf(found?.content.documents ?? []),
  );
  return {
    groups: division.groups,
    key: sql`coalesce((p.content ->> 'documentNo') || ' ' || (p.content ->> 'paragraph'), s.programme_id)`,
  };
}

async function organisations(db: Db | Tx, scope: FigureScope): Promise<Division> {
  const o = sql`${organisation} o`;
  const rows = await db
    .select({ id: sql<string>`o.id`, name: sql<string>`o.name`, region: sql<string>`o.region` })
    .from(o)
    .where(and(sql`o.state = 'active'`, isOwnOrBelow(scope)));
  return { groups: byOrganisation(rows).groups, key: sql`s.organisation_id::text` };
}

export function divide(db: Db | Tx, by: Grouping, scope: FigureScope): Promise<Division> {
  switch (by) {
    case 'region':
      return Promise.resolve(regions(scope.organisation.region));
    case 'kind':
      return Promise.resolve({ groups: byKind().groups, key: sql`s.kind` });
    case 'paragraph':
      return paragraphs(db, scope.campaignId);
    case 'organisation':
      return organisations(db, scope);
  }
}
