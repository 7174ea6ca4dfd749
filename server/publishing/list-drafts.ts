/** The events that an organisation works on or supervises, filtered in the database. */
import { and, asc, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import type { DraftRow } from '../../domain/event/draft';
import type { EventState, Organisation } from '../../domain/permission';
import { rangeOf } from '../../domain/region/region';
import { displayNameOf } from '../../domain/region/region-names';
import { addDays, formatInstant, parseDay } from '../../domain/time/time';
import type { Db } from '../db/database';
import { eventDraft } from '../db/draft-schema';
import { organisation } from '../db/organisation-schema';
import { event } from '../db/schema';
import { presentPublished } from './present-draft';

export const DRAFTS_PAGE = 100;

export interface DraftFilter {
  readonly state?: EventState | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly q?: string | undefined;
  readonly of?: 'own' | 'below' | undefined;
  readonly campaign?: string | undefined;
  readonly after?: number | undefined;
}

const startOf = (day: string): number => parseDay(day) ?? 0;

function bounds(startsAt: SQL, { from, to }: DraftFilter): (SQL | undefined)[] {
  return [
    from === undefined ? undefined : gte(startsAt, startOf(from)),
    to === undefined ? undefined : lt(startsAt, startOf(addDays(to, 1))),
  ];
}

const formatOrNull = (at: number | null): string | null => (at === null ? null : formatInstant(at));

/** Soonest first, what has no day yet before them. A superior sees of a draft only what was submitted. */
function draftsQuery(db: Db, acting: Organisation, filter: DraftFilter) {
  const { from, to } = rangeOf(acting.region);
  const isOwn = sql`${organisation.id} = ${acting.id}`;
  const isBelow = sql`${organisation.region} between ${from} and ${to} and ${organisation.region} <> ${acting.region}`;
  const isLive = sql`${event.removed} is false`;
  const isWork = sql`coalesce(${eventDraft.state} <> 'published' and (${isOwn} or ${eventDraft.state} = 'submitted'), false)`;
  const state = sql<EventState>`case when ${isWork} then ${eventDraft.state} else 'published' end`;
  const pick = <T>(draft: SQL | typeof eventDraft.title, live: SQL | typeof event.title): SQL<T> =>
    sql<T>`case when ${isWork} then ${draft} else ${live} end`;
  const startsAt = pick<number | null>(sql`${eventDraft.startsAt}`, sql`${event.startsAt}`);
  const title = pick<string | null>(eventDraft.title, event.title);
  const { state: wanted, q, of, campaign, after = 0 } = filter;
  const scope = of === 'own' ? isOwn : of === 'below' ? isBelow : or(isOwn, isBelow);
  return db
    .select({
      draft: eventDraft,
      event,
      owner: { id: organisation.id, name: organisation.name },
      state,
      isWork: sql<boolean>`${isWork}`,
    })
    .from(event)
    .fullJoin(eventDraft, eq(eventDraft.eventId, event.id))
    .innerJoin(organisation, sql`${organisation.id} = coalesce(${event.organisationId}, ${eventDraft.organisationId})`)
    .where(
      and(
        scope,
        or(isWork, isLive),
        wanted === undefined ? undefined : sql`${state} = ${wanted}`,
        q === undefined || q === '' ? undefined : sql`position(lower(${q}) in lower(${title})) > 0`,
        campaign === undefined ? undefined : sql`coalesce(${event.campaignId}, ${eventDraft.campaignId}) = ${campaign}`,
        ...bounds(startsAt, filter),
      ),
    )
    .orderBy(sql`${startsAt} asc nulls first`, asc(sql`coalesce(${event.id}, ${eventDraft.eventId})`))
    .offset(after)
    .limit(DRAFTS_PAGE + 1);
}

/**
 * The list's SQL, for the bench to hold beside the list itself.
 * @tests
 */
export const draftsSql = (
  db: Db,
  acting: Organisation,
  filter: DraftFilter,
): { readonly sql: string; readonly params: readonly unknown[] } => draftsQuery(db, acting, filter).toSQL();

export async function listDrafts(
  db: Db,
  acting: Organisation,
  filter: DraftFilter,
): Promise<{ events: DraftRow[]; next: string | null }> {
  const { after = 0 } = filter;
  const rows = await draftsQuery(db, acting, filter);
  const events = rows.slice(0, DRAFTS_PAGE).map((row): DraftRow => {
    const shown = row.isWork ? row.draft : row.event;
    const live = row.event?.removed === false ? row.event : null;
    const region = shown?.region ?? null;
    return {
      id: row.event?.id ?? row.draft?.eventId ?? '',
      title: shown?.title ?? null,
      region,
      regionName: region === null ? null : (displayNameOf(region) ?? region),
      startsAt: formatOrNull(shown?.startsAt ?? null),
      endsAt: formatOrNull(shown?.endsAt ?? null),
      closesAt: formatOrNull(live?.closesAt ?? null),
      rev: (row.draft?.edits ?? 0) + (row.event?.rev ?? 0),
      state: row.state,
      organisation: row.owner,
      published: presentPublished(live),
      updatedAt: row.isWork && row.draft ? formatInstant(row.draft.updatedAt) : null,
      seats: live?.capacity == null ? null : { capacity: live.capacity, taken: live.taken, waiting: live.waiting },
    };
  });
  return { events, next: rows.length > DRAFTS_PAGE ? String(after + DRAFTS_PAGE) : null };
}
