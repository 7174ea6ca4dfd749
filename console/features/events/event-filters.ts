/** The filters of the list, which live in the address. */
import * as v from 'valibot';
import { DaySchema } from '../../../domain/time/day';
import { EVENT_STATES } from '../../../domain/event/draft';

/** What the server answers at once. */
export const PAGE_SIZE = 100;

/** `after` of the page. */
export const offsetOf = (page: number): string => String((page - 1) * PAGE_SIZE);

const FiltersSchema = v.object({
  of: v.fallback(v.picklist(['own', 'below']), 'own'),
  state: v.fallback(v.optional(v.picklist(EVENT_STATES)), undefined),
  from: v.fallback(v.optional(DaySchema), undefined),
  to: v.fallback(v.optional(DaySchema), undefined),
  q: v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60))), undefined),
  page: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/), v.transform(Number)), '1'), 1),
});
export type EventFilters = v.InferOutput<typeof FiltersSchema>;

/** An address that somebody has bent gives the filters that can still be read. */
export function readFilters(search: URLSearchParams): EventFilters {
  return v.parse(FiltersSchema, Object.fromEntries(search));
}

/** The address after a change: another filter begins at its first page. */
export function withFilter(
  search: URLSearchParams,
  name: keyof EventFilters,
  value: string | undefined,
): URLSearchParams {
  const next = new URLSearchParams(search);
  if (name !== 'page') next.delete('page');
  if (value === undefined || value === '') next.delete(name);
  else next.set(name, value);
  return next;
}

export const isFiltered = ({ state, from, to, q }: EventFilters): boolean =>
  [state, from, to, q].some((value) => value !== undefined && value !== '');
