/** Who reads a report (docs/rules.md, "Reports of fees", rule 2): a superior, never the organisation that it is about. */
import type { RegionCode } from '../ids';
import { covers, levelOf, type RegionLevel } from '../region/region';

export interface ReportOrganisation {
  readonly id: string;
  readonly region: RegionCode;
}

export interface Reported {
  /** The organisation that holds the event; `null`: the event belongs to none, or the report is about the app. */
  readonly organisation: string | null;
  /** The region that the report is about: the organisation's, else the event's; `null`: none. */
  readonly region: RegionCode | null;
}

/** `operator`: the operator of the server, by the command line. */
export type Recipient =
  { readonly to: 'organisations'; readonly ids: readonly [string, ...string[]] } | { readonly to: 'operator' };

const LEVELS: readonly RegionLevel[] = ['county', 'city', 'province', 'nation'];

const rank = (region: RegionCode): number => LEVELS.indexOf(levelOf(region));

/**
 * The organisations at the nearest level above that has any; where several supervise one region, all of them. Where nobody
 * is above, as for the whole country or feedback on the app, the operator reads it.
 */
export function recipientOf(
  { organisation, region }: Reported,
  organisations: readonly ReportOrganisation[],
): Recipient {
  if (region === null) return { to: 'operator' };
  const above = organisations.filter(
    (each) => each.id !== organisation && each.region !== region && covers(each.region, region),
  );
  const nearest = Math.min(...above.map((each) => rank(each.region)));
  const [first, ...others] = above
    .filter((each) => rank(each.region) === nearest)
    .map(({ id }) => id)
    .sort();
  return first === undefined ? { to: 'operator' } : { to: 'organisations', ids: [first, ...others] };
}
