/** An event's body against its form and against the gate, with all that is wrong at once, whatever else is. */
import * as v from 'valibot';
import { PublishBodySchema, type WirePublishBody } from '../event/event';
import { withWireTimes } from '../event/wire-times';
import { decidePublication, type PublicationWarning } from '../event/publication';
import { findingOf, type FieldError } from '../problem/field-error';
import { NATION } from '../region/region';
import type { ImportFacts } from './import-types';

export interface BodyCheck {
  readonly findings: readonly FieldError[];
  readonly warnings: readonly PublicationWarning[];
  /** Only where nothing is wrong. */
  readonly body: WirePublishBody | null;
}

const EARLY = '1970-01-01T00:00:00+08:00';
const LATE = '2999-12-31T00:00:00+08:00';

/** What the gate has no objection to, for each path that is wrong already, so that it still judges the rest. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  title: '—',
  summary: '',
  organiser: { name: '—' },
  'organiser.name': '—',
  region: NATION,
  venue: null,
  'venue.name': '—',
  'venue.address': '—',
  'venue.latitude': 30,
  'venue.longitude': 100,
  startsAt: EARLY,
  endsAt: LATE,
  audiences: ['公众'],
  signUp: null,
  'signUp.form': 'visit',
  'signUp.opensAt': EARLY,
  'signUp.capacity': 100_000,
  'signUp.maxParty': 1,
};
/** Where one part's stand-in would give another part offence, the whole is replaced. */
const WHOLE: Readonly<Record<string, string>> = { 'signUp.closesAt': 'signUp' };

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** The body with a stand-in at each of these paths. */
function withStandIns(body: Tree, paths: readonly string[], items: ImportFacts['items']): Tree {
  const copy = structuredClone(body);
  for (const path of paths) {
    const top = path.split('.')[0] ?? '';
    const at = WHOLE[path] ?? (path.startsWith('audiences') ? 'audiences' : path);
    const keys = at.split('.');
    const last = keys.pop() ?? '';
    const parent = keys.reduce<unknown>((value, key) => (isTree(value) ? value[key] : undefined), copy);
    const value = at === 'programmeId' ? items[0]?.id : STAND_INS[at];
    if (!isTree(parent)) copy[top] = STAND_INS[top];
    else if (value === undefined) Reflect.deleteProperty(parent, last);
    else parent[last] = value;
  }
  return copy;
}

/**
 * `knownFaults`: paths whose cell could not be read; nothing more is said of them. The gate is `decidePublication`,
 * which the server asks again when the event is written.
 */
export function checkBody(
  body: Tree,
  knownFaults: ReadonlySet<string>,
  facts: Pick<ImportFacts, 'campaign' | 'items'>,
): BodyCheck {
  const isNews = ({ path }: { readonly path: string }): boolean =>
    ![...knownFaults].some((known) => path === known || path.startsWith(`${known}.`));
  const parsed = v.safeParse(PublishBodySchema, body);
  const formFindings = parsed.success ? [] : parsed.issues.map(findingOf).filter(isNews);
  const badPaths = [...knownFaults, ...formFindings.map(({ path }) => path)];
  const readable =
    badPaths.length === 0 ? parsed : v.safeParse(PublishBodySchema, withStandIns(body, badPaths, facts.items));
  // With a field that the form does not know at all, the form's own words must do.
  if (!readable.success) return { findings: formFindings, warnings: [], body: null };
  const sent = readable.output;
  const decision = decidePublication(sent, {
    campaign: sent.campaign === facts.campaign.id ? facts.campaign : null,
    programmeItem: facts.items.find(({ id }) => id === sent.programmeId) ?? null,
  });
  if (!decision.ok) return { findings: [...formFindings, ...decision.errors.filter(isNews)], warnings: [], body: null };
  const isWhole = badPaths.length === 0;
  return {
    findings: formFindings,
    warnings: decision.warnings.filter(isNews),
    body: isWhole ? withWireTimes(sent) : null,
  };
}
