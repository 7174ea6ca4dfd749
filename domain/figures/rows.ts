/** Figures side by side: by region, kind, paragraph or organisation (docs/rules.md, "Figures", rules 2 and 3). */
import type { RegionCode } from '../ids';
import { KINDS, type ProgrammeItem } from '../campaign/campaign';
import { covers } from '../region/region';
import { childrenOf, nameOf } from '../region/region-names';
import { type EventFacts, paragraphKey } from './facts';
import { type Figures, figuresOf } from './figures';

export interface Group {
  readonly key: string;
  readonly name: string;
}

export interface FigureRow extends Group, Figures {
  /** The address of the events behind it. */
  readonly list: string;
}

/** How rows are made: one for each group in this order, those without an event too. */
export interface Division {
  readonly groups: readonly Group[];
  /** The key of an event's group. */
  readonly groupOf: (facts: EventFacts) => string;
}

/** The region itself (what is held at its own level), then each one step below with all that it covers, in code order. */
export function byRegion(scope: string): Division {
  const codes = [scope, ...childrenOf(scope)].sort();
  const below = codes.filter((code) => code !== scope);
  return {
    groups: codes.map((code) => ({ key: code, name: nameOf(code) ?? code })),
    groupOf: ({ region }) => (region === scope ? scope : (below.find((code) => covers(code, region)) ?? region)),
  };
}

export function byKind(): Division {
  return { groups: KINDS.map((kind) => ({ key: kind, name: kind })), groupOf: ({ kind }) => kind };
}

/** In the order of the programme; `titleOf` says what a paragraph is called. */
export function byParagraph(
  items: readonly Pick<ProgrammeItem, 'documentNo' | 'paragraph'>[],
  titleOf: (item: Pick<ProgrammeItem, 'documentNo' | 'paragraph'>) => string,
): Division {
  const groups = new Map(items.map((item) => [paragraphKey(item), titleOf(item)]));
  return { groups: [...groups].map(([key, name]) => ({ key, name })), groupOf: ({ paragraph }) => paragraph };
}

export interface OrganisationName {
  readonly id: string;
  readonly name: string;
  readonly region: RegionCode;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** By region code, then by id: an order that says nothing of anybody's numbers. */
export function byOrganisation(organisations: readonly OrganisationName[]): Division {
  const inOrder = [...organisations].sort((a, b) => compare(a.region, b.region) || compare(a.id, b.id));
  return { groups: inOrder.map(({ id, name }) => ({ key: id, name })), groupOf: ({ organisation }) => organisation };
}

/**
 * One row for each group at `asOf` (epoch ms). An event is in exactly one row; one whose group is not among the known ones
 * gets a row at the end, so that no event is lost. `listOf` gives the address of a group's events.
 * @tests hold the server's SQL to it
 */
export function figureRows(
  events: readonly EventFacts[],
  { groups, groupOf }: Division,
  asOf: number,
  listOf: (key: string) => string,
): readonly FigureRow[] {
  const byKey = new Map<string, EventFacts[]>(groups.map(({ key }) => [key, []]));
  for (const facts of events) {
    const key = groupOf(facts);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [facts]);
    else known.push(facts);
  }
  const known = new Set(groups.map(({ key }) => key));
  const unknown = [...byKey.keys()].filter((key) => !known.has(key)).sort();
  return [...groups, ...unknown.map((key) => ({ key, name: key }))].map(({ key, name }) => ({
    key,
    name,
    ...figuresOf(byKey.get(key) ?? [], asOf),
    list: listOf(key),
  }));
}

/**
 * The events of one row: what its list shows.
 * @tests hold the server's SQL to it
 */
export function eventsOfRow(events: readonly EventFacts[], division: Division, key: string): readonly EventFacts[] {
  return events.filter((facts) => division.groupOf(facts) === key);
}
