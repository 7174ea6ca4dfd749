/** Which events a feed, a calendar or a framed page has: those that a region sees, or those of one organisation. */
import * as v from 'valibot';
import { RegionCodeSchema } from '../region/region';

const hasOne = ({ region, organisation }: { readonly region?: unknown; readonly organisation?: unknown }): boolean =>
  (region === undefined) !== (organisation === undefined);

/** The query of such an address. Refused: neither of the two (`required`), or both. */
export const SelectionSchema = v.pipe(
  v.object({ region: v.optional(RegionCodeSchema), organisation: v.optional(v.pipe(v.string(), v.uuid('uuid'))) }),
  v.forward(v.partialCheck([['region'], ['organisation']], hasOne, 'required'), ['region']),
);
export type Selection = v.InferOutput<typeof SelectionSchema>;
