/** Everything that a version's file shows, read in one transaction (F6). */
import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Tx } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { campaign, event } from '../db/schema';
import { summaryPicture } from '../db/summary-schema';
import type { FilePicture, SummaryFile } from '../documents/summary-file';
import { divide } from '../figures/divisions';
import { cleanPicture } from '../pictures/clean-picture';
import type { PresentContext } from './present';
import { readSnapshot } from './snapshot';
import type { Owner, VersionRow } from './store';

/** The nearest one above: of those whose region is wider and covers it, the narrowest. */
async function findSuperior(tx: Tx, { region }: Owner): Promise<string | null> {
  const above = [...new Set([`${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`, '100000'])];
  const rows = await tx
    .select({ name: organisation.name })
    .from(organisation)
    .where(and(inArray(organisation.region, above), ne(organisation.region, region), eq(organisation.state, 'active')))
    .orderBy(desc(organisation.region), organisation.createdAt)
    .limit(1);
  return rows[0]?.name ?? null;
}

async function picturesOf(
  tx: Tx,
  { organisationId, campaignId }: VersionRow,
  ids: readonly string[],
): Promise<SummaryFile['pictures']> {
  if (ids.length === 0) return {};
  const rows = await tx
    .select()
    .from(summaryPicture)
    .where(
      and(
        eq(summaryPicture.organisationId, organisationId),
        eq(summaryPicture.campaignId, campaignId),
        inArray(summaryPicture.id, [...ids]),
      ),
    );
  return Object.fromEntries(
    rows.flatMap(({ id, bytes }): [string, FilePicture][] => {
      const cleaned = cleanPicture(Buffer.from(bytes, 'base64'));
      return cleaned.ok ? [[id, cleaned.picture]] : [];
    }),
  );
}

export async function readFileOf(
  tx: Tx,
  owner: Owner,
  row: VersionRow,
  { campaign: { id, year }, deadline }: PresentContext,
): Promise<SummaryFile> {
  const snapshot = readSnapshot(row.text);
  const { cases } = snapshot.body;
  const eventIds = cases.flatMap(({ events }) => events);
  const named =
    eventIds.length === 0
      ? []
      : await tx.select({ id: event.id, title: event.title }).from(event).where(inArray(event.id, eventIds));
  const [found] = await tx.select({ content: campaign.content }).from(campaign).where(eq(campaign.id, id));
  const document = found?.content.documents.find(({ documentNo }) => documentNo === deadline?.documentNo);
  const { groups } = await divide(tx, 'paragraph', { organisation: owner, campaignId: id, asOf: 0 });
  return {
    ...{ snapshot, text: row.text, hash: row.hash, year },
    superior: await findSuperior(tx, owner),
    document: document ? { title: document.title, documentNo: document.documentNo } : null,
    events: Object.fromEntries(named.map((each) => [each.id, each.title])),
    pictures: await picturesOf(
      tx,
      row,
      cases.flatMap(({ pictures }) => pictures),
    ),
    paragraphs: Object.fromEntries(groups.map(({ key, name }) => [key, name])),
  };
}
