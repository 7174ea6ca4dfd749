/** What an import is checked against, from the server's own feed: no token is needed to read. */
import type { RegionCode } from '../../domain/ids';
import * as v from 'valibot';
import type { QualityEvent } from '../../domain/event/event';
import { withWireTimes } from '../../domain/event/wire-times';
import type { ImportFacts } from '../../domain/event-import/import-types';
import { FeedPageSchema, type FeedPage } from '../../domain/feed/feed';
import { NATION } from '../../domain/region/region';
import { nameFailure, type StopReason } from './put-event';

interface Refused {
  readonly ok: false;
  readonly reason: StopReason;
  readonly detail: string;
}

export type FetchedFacts = { readonly ok: true; readonly facts: ImportFacts } | Refused;

interface Copy {
  readonly ok: true;
  readonly events: ReadonlyMap<string, QualityEvent>;
  readonly campaign: FeedPage['campaign'];
  readonly programme: FeedPage['programme'];
  readonly provinces: NonNullable<FeedPage['provinces']>;
}

const TIMEOUT_MS = 30_000;
/** Far more than a campaign has; a server that never ends is not ours. */
const MOST_PAGES = 1000;

const refuse = (reason: StopReason, detail: string): Refused => ({ ok: false, reason, detail });

async function fetchPage(
  url: URL,
  timeoutMs: number,
): Promise<{ readonly ok: true; readonly page: FeedPage } | Refused> {
  let status: number;
  let json: unknown;
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    status = response.status;
    json = await response.json();
  } catch (error) {
    return refuse(error instanceof SyntaxError ? 'not-this-server' : 'no-answer', nameFailure(error));
  }
  const campaign = url.searchParams.get('campaign');
  if (status === 404 && campaign !== null) return refuse('no-campaign', campaign);
  if (status >= 500) return refuse('server-failing', `HTTP ${status}`);
  const page = v.safeParse(FeedPageSchema, json);
  return status === 200 && page.success ? { ok: true, page: page.output } : refuse('not-this-server', `HTTP ${status}`);
}

/** What one region sees: all pages of its feed. */
async function fetchCopy(
  server: URL,
  region: RegionCode,
  campaign: string | null,
  timeoutMs: number,
): Promise<Copy | Refused> {
  const url = new URL(`api/v1/feed?region=${region}`, server);
  if (campaign !== null) url.searchParams.set('campaign', campaign);
  const events = new Map<string, QualityEvent>();
  let told: FeedPage['campaign'] = null;
  let programme: FeedPage['programme'] = null;
  let provinces: Copy['provinces'] = [];
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const answer = await fetchPage(url, timeoutMs);
    if (!answer.ok) return answer;
    const { page } = answer;
    if (page.first) events.clear();
    for (const event of page.events) events.set(event.id, event);
    for (const id of page.removed) events.delete(id);
    told = page.campaign ?? told;
    programme = page.programme ?? programme;
    provinces = page.provinces ?? provinces;
    if (!page.more) return { ok: true, events, campaign: told, programme, provinces };
    url.searchParams.set('cursor', page.cursor);
  }
  return refuse('not-this-server', `${MOST_PAGES} pages`);
}

const rulesOf = (
  { id, year, state, sample }: NonNullable<FeedPage['campaign']>,
  programme: NonNullable<FeedPage['programme']>,
): Pick<ImportFacts, 'campaign' | 'items'> => ({
  campaign: { id, year, state, ...(sample && { sample }) },
  items: programme.map(({ id: item, name, kind, audiences }) => ({ id: item, name, kind, audiences })),
});

/** `campaign`: an id; `null`: the open one. The whole country's feed names the provinces, whose events are then fetched. */
export async function fetchFacts(server: URL, campaign: string | null, timeoutMs = TIMEOUT_MS): Promise<FetchedFacts> {
  const nation = await fetchCopy(server, NATION, campaign, timeoutMs);
  if (!nation.ok) return nation;
  if (!nation.campaign || !nation.programme) return refuse('not-this-server', 'no campaign');
  const events = new Map(nation.events);
  for (const { code } of nation.provinces) {
    const province = await fetchCopy(server, code, campaign, timeoutMs);
    if (!province.ok) return province;
    for (const [id, event] of province.events) events.set(id, event);
  }
  return {
    ok: true,
    facts: {
      ...rulesOf(nation.campaign, nation.programme),
      organiser: null,
      scope: NATION,
      existing: [...events.values()].map(withWireTimes),
      takenIds: [],
    },
  };
}

export type FetchedRules = { readonly ok: true; readonly rules: Pick<ImportFacts, 'campaign' | 'items'> } | Refused;

/** Of a campaign only what a body is checked against: its state and its programme, which the first page has. */
export async function fetchRules(server: URL, campaign: string, timeoutMs = TIMEOUT_MS): Promise<FetchedRules> {
  const url = new URL(`api/v1/feed?region=${NATION}`, server);
  url.searchParams.set('campaign', campaign);
  const answer = await fetchPage(url, timeoutMs);
  if (!answer.ok) return answer;
  const { campaign: told, programme } = answer.page;
  return told && programme ? { ok: true, rules: rulesOf(told, programme) } : refuse('not-this-server', 'no campaign');
}
