/** How rows are made: the groups of `domain/figures/rows` with their names, and which values of an event belong to which. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Campaign, ProgrammeItem } from '../../domain/campaign/campaign';
import { byKind, byOrganisation, byParagraph, byRegion, type Group } from '../../domain/figures/rows';
import type { Grouping } from '../../domain/figures/grouping';
import { paragraphKey } from '../../domain/figures/facts';
import { type CodeRange, rangeOf } from '../../domain/region/region';
import type { Db, Tx } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { campaign, programmeItem } from '../db/schema';
import { type FigureScope, isOwnOrBelow } from './scope';

export interface Division {
  /** In their order, those without an event too. */
  readonly groups: readonly Group[];
  /** What of an event's part decides. */
  readonly of: 'region' | 'kind' | 'programme_id' | 'organisation_id';
  /** The group's key for its values between two, both included. Any other value is a key itself. */
  readonly keys: readonly (CodeRange & { readonly key: string })[];
}

function regions(scope: string): Division {
  const { groups } = byRegion(scope);
  return { groups, of: 'region', keys: groups.flatMap(({ key }) => (key === scope ? [] : [{ key, ...rangeOf(key) }])) };
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
    .select({ id: programmeItem.id, content: programmeItem.content })
    .from(programmeItem)
    .where(eq(programmeItem.campaignId, campaignId))
    .orderBy(asc(programmeItem.ordinal));
  const { groups } = byParagraph(
    items.map(({ content }) => content),
    titleOf(found?.content.documents ?? []),
  );
  const keys = items.map(({ id, content }) => ({ from: id, to: id, key: paragraphKey(content) }));
  return { groups, of: 'programme_id', keys };
}

async function organisations(db: Db | Tx, scope: FigureScope): Promise<Division> {
  const o = sql`${organisation} o`;
  const rows = await db
    .select({ id: sql<string>`o.id`, name: sql<string>`o.name`, region: sql<string>`o.region` })
    .from(o)
    .where(and(sql`o.state = 'active'`, isOwnOrBelow(scope)));
  return { groups: byOrganisation(rows).groups, of: 'organisation_id', keys: [] };
}

export function divide(db: Db | Tx, by: Grouping, scope: FigureScope): Promise<Division> {
  switch (by) {
    case 'region':
      return Promise.resolve(regions(scope.organisation.region));
    case 'kind':
      return Promise.resolve({ groups: byKind().groups, of: 'kind', keys: [] });
    case 'paragraph':
      return paragraphs(db, scope.campaignId);
    case 'organisation':
      return organisations(db, scope);
  }
}
