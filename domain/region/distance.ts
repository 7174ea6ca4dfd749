/** How far things are, as the crow flies, and in which order that puts them. */
import type { QualityEvent } from '../event/event';
import { covers, sees } from './region';
import { NEARBY_KM } from '../policy';

/** Degrees; both points of a distance in the same system (here: GCJ-02). */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** IUGG mean radius of the Earth, metres. */
const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Metres between two points by the haversine formula (R. W. Sinnott, Sky & Telescope, 1984); exact to about 0.5 %. */
export function distanceBetween(one: Point, other: Point): number {
  const halfLatitude = Math.sin(((other.latitude - one.latitude) * RADIANS) / 2);
  const halfLongitude = Math.sin(((other.longitude - one.longitude) * RADIANS) / 2);
  const chord =
    halfLatitude ** 2 + Math.cos(one.latitude * RADIANS) * Math.cos(other.latitude * RADIANS) * halfLongitude ** 2;
  // Rounding may lift it above 1 between opposite points.
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The bands that a list is divided into, upper edges in km, inclusive; `null`: beyond all of them. */
export const BANDS_KM = [1, 5, 20, 100] as const;
export type Band = (typeof BANDS_KM)[number] | null;

export function bandOf(metres: number): Band {
  return BANDS_KM.find((km) => metres <= km * 1000) ?? null;
}

export interface PlacedEvent {
  readonly event: QualityEvent;
  /** From the origin; `null`: no place is given, so no distance. */
  readonly metres: number | null;
}

export interface BandOfEvents {
  readonly band: Band | 'nowhere';
  readonly events: readonly PlacedEvent[];
}

/** Nearest first, then earliest, then by id; what has no place comes last. */
export function byDistance(events: readonly QualityEvent[], origin: Point): PlacedEvent[] {
  const placed = events.map((event) => {
    const { venue } = event;
    return { event, metres: venue === null ? null : distanceBetween(origin, venue) };
  });
  // Two without a place: Infinity - Infinity is NaN, which decides nothing either.
  return placed.sort(
    (one, other) =>
      (one.metres ?? Infinity) - (other.metres ?? Infinity) ||
      one.event.startsAt - other.event.startsAt ||
      (one.event.id < other.event.id ? -1 : 1),
  );
}

/** What of a list by distance is near: within reach, or without a place but of the region `scope` or one around it. */
export function withinReach(placed: readonly PlacedEvent[], scope: string): PlacedEvent[] {
  return placed.filter(({ event, metres }) =>
    metres === null ? sees(scope, event.region) || covers(event.region, scope) : metres <= NEARBY_KM * 1000,
  );
}

/** The same list under its bands, in order; a band without events is left out. */
export function inBands(placed: readonly PlacedEvent[]): BandOfEvents[] {
  const bands = new Map<Band | 'nowhere', PlacedEvent[]>();
  for (const each of placed) {
    const band = each.metres === null ? 'nowhere' : bandOf(each.metres);
    const list = bands.get(band);
    if (list) list.push(each);
    else bands.set(band, [each]);
  }
  return [...bands].map(([band, list]) => ({ band, events: list }));
}
