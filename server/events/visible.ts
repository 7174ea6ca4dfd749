/** What a region sees (`visibleRanges` of domain/region), as a condition in SQL. */
import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

/** Codes, or placeholders of a prepared statement. */
interface Bounds {
  readonly from: string | SQLWrapper;
  readonly to: string | SQLWrapper;
}

/** Whether a region's code lies within one of the ranges. */
export function isVisible(code: SQLWrapper, ranges: readonly Bounds[]): SQL {
  const within = ranges.map(({ from, to }) => sql`${code} between ${from} and ${to}`);
  return sql`(${sql.join(within, sql` or `)})`;
}
