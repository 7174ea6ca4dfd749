/** What a summary's cases lead to has to be there: paragraphs, events, pictures. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { FieldError } from '../../domain/problem/field-error';
import type { SummaryBody } from '../../domain/summary/summary-body';
import type { Tx } from '../db/database';
import { summaryPicture } from '../db/summary-schema';
import { divide } from '../figures/divisions';
import { isOwnOrBelow } from '../figures/scope';
import { event } from '../db/schema';
import type { Owner, SummaryKey } from './store';

async function knownEvents(tx: Tx, owner: Owner, campaignId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: event.id })
    .from(event)
    .innerJoin(sql`organisation o`, sql`o.id = ${event.organisationId}`)
    .where(
      and(
        eq(event.campaignId, campaignId),
        eq(event.removed, false),
        inArray(event.id, [...ids]),
        isOwnOrBelow({ organisation: owner }),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

async function knownPictures(tx: Tx, { organisationId, campaignId }: SummaryKey, ids: readonly string[]) {
  if (ids.length === 0) return new Set<string>();
  const rows = await tx
    .select({ id: summaryPicture.id })
    .from(summaryPicture)
    .where(
      and(
        eq(summaryPicture.organisationId, organisationId),
        eq(summaryPicture.campaignId, campaignId),
        inArray(summaryPicture.id, [...ids]),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/** Where a case names what there is not. */
export async function findStray(
  tx: Tx,
  owner: Owner,
  campaignId: string,
  { cases }: SummaryBody,
): Promise<readonly FieldError[]> {
  if (cases.length === 0) return [];
  const key = { organisationId: owner.id, campaignId };
  const { groups } = await divide(tx, 'paragraph', { organisation: owner, campaignId, asOf: 0 });
  const paragraphs = new Set(groups.map((group) => group.key));
  const events = await knownEvents(
    tx,
    owner,
    campaignId,
    cases.flatMap((each) => each.events),
  );
  const pictures = await knownPictures(
    tx,
    key,
    cases.flatMap((each) => each.pictures),
  );
  return cases.flatMap((each, index) => {
    const at = `cases.${index}`;
    const stray = (list: readonly string[], known: ReadonlySet<string>, name: string, code: string): FieldError[] =>
      list.flatMap((id, place) => (known.has(id) ? [] : [{ path: `${at}.${name}.${place}`, code }]));
    return [
      ...(paragraphs.has(each.paragraph) ? [] : [{ path: `${at}.paragraph`, code: 'not-allowed' }]),
      ...stray(each.events, events, 'events', 'event-not-found'),
      ...stray(each.pictures, pictures, 'pictures', 'picture-not-found'),
    ];
  });
}
