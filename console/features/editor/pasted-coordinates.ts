/** Both coordinates in one paste, as map pages give them: `29.652,91.132`, or longitude first. */
import { readCoordinates } from '../../../domain/event-import/read-values';
import type { EventForm } from '../../blocks/event-form';

/** In China no latitude is so far north, and no longitude so far west. */
const BETWEEN = 60;

/** What a text in either field changes; one number alone is left to its field: `null`. */
export function pastedCoordinates(text: string): Pick<EventForm, 'latitude' | 'longitude'> | null {
  const read = readCoordinates(text);
  if (!read.ok) return null;
  const { latitude: first, longitude: second } = read.value;
  const [latitude, longitude] = first > BETWEEN && second < BETWEEN ? [second, first] : [first, second];
  return { latitude: String(latitude), longitude: String(longitude) };
}
