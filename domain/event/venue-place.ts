/** Whether a venue's coordinates can be where an event of a region takes place. Degrees, GCJ-02. */
import type { RegionCode } from '../ids';
import { distanceBetween, type Point } from '../region/distance';
import { NATION } from '../region/region';
import { provinceBox, type Box } from '../region/province-boxes';
import { COVERED, countySeats } from '../region/region-centres';
import { FAR_VENUE_M } from '../policy';

export type PlaceRefusal = 'coordinates-swapped' | 'coordinates-outside' | 'coordinates-far';

/** China with its seas, generously. */
const CHINA: Box = [3.5, 53.7, 73.3, 135.2];
/** How far outside its region a venue may be unasked, in metres, and in degrees of latitude. */
const FAR_DEGREES = 0.9;
/** The longest way from a county's seat to its own border in Tibet (双湖县 and 尼玛县), in metres. */
const COUNTY_REACH_M = 400_000;

function isIn([south, north, west, east]: Box, { latitude, longitude }: Point, margin = 0): boolean {
  // A degree of longitude is shorter than one of latitude.
  const eastWest = margin / Math.max(0.2, Math.cos((latitude * Math.PI) / 180));
  return (
    latitude >= south - margin &&
    latitude <= north + margin &&
    longitude >= west - eastWest &&
    longitude <= east + eastWest
  );
}

/** `540100` → `5401`, `540000` → `54`: what the codes below a region begin with. */
const stemOf = (region: RegionCode): string => region.replace(/0000$|00$/, '');

/**
 * Counties are known by their seats only. A place that is nearer to another county's seat lies outside by about half of
 * what it is nearer.
 */
function isFarFromSeats(place: Point, region: RegionCode): boolean {
  const seats = countySeats();
  const stem = stemOf(region);
  const distances = seats.map(({ county, point }) => ({
    own: county.startsWith(stem),
    metres: distanceBetween(place, point),
  }));
  const least = (own: boolean): number =>
    Math.min(...distances.filter((each) => !own || each.own).map(({ metres }) => metres));
  const own = least(true);
  return own > COUNTY_REACH_M || (own - least(false)) / 2 > FAR_VENUE_M;
}

/**
 * `coordinates-swapped`: in China only with latitude and longitude exchanged. `coordinates-outside`: not in China at
 * all, null island among it. `coordinates-far`: more than 100 km outside the region, by the rough outline of its
 * province, and within Tibet by its counties' seats. `null`: nothing is wrong, or the region is the whole country.
 */
export function judgePlace(place: Point, region: RegionCode): PlaceRefusal | null {
  const { latitude, longitude } = place;
  if (!isIn(CHINA, place)) {
    return isIn(CHINA, { latitude: longitude, longitude: latitude }) ? 'coordinates-swapped' : 'coordinates-outside';
  }
  if (region === NATION) return null;
  const box = provinceBox(region);
  if (box !== null && !isIn(box, place, FAR_DEGREES)) return 'coordinates-far';
  const isKnown = region !== COVERED && region.startsWith(stemOf(COVERED));
  return isKnown && isFarFromSeats(place, region) ? 'coordinates-far' : null;
}
