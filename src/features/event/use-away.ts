import { distanceBetween } from '../../../domain/region/distance';
import type { Venue } from '../../../domain/event/event';
import { centreOf } from '../../../domain/region/region-centres';
import { distanceWords } from '../../../words/present-distance';
import { t } from '../../../words/strings';
import { useOriginRegion } from '../../sync/nearby-origin';

/** Further than this nobody goes for an event, and a straight line says little. */
const MOST_METRES = 200_000;

/** How far the venue is from the seat of the person's region; `null`: not known, or too far to matter. */
export function useAway(venue: Venue | null): string | null {
  const region = useOriginRegion();
  const centre = region === null ? null : centreOf(region.code);
  if (venue === null || region === null || centre === null) return null;
  const metres = distanceBetween(centre, venue);
  return metres > MOST_METRES ? null : t.event.away(region.name, distanceWords(metres));
}
