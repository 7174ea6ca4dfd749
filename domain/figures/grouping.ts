/** How figures may be divided; apart from the rows, so that a page which only asks need not know every region's name. */
import * as v from 'valibot';

export const GROUPINGS = ['region', 'kind', 'paragraph', 'organisation'] as const;
export const GroupingSchema = v.picklist(GROUPINGS);
export type Grouping = v.InferOutput<typeof GroupingSchema>;
