/**
 * Attendance of the events in `mine`, from scans that had arrived at a time: the rule of `attendanceOfEvent` in SQL. An event
 * without a check has no row, which is 未核验.
 */
import { sql, type SQL } from 'drizzle-orm';

/** The common table `checked`: event, scanned, manual, walk_in, paper. */
export const checkedEvents = (): SQL => sql`
  checked as (
    select null::text as event_id, 0 as scanned, 0 as manual, 0 as walk_in, 0 as paper where false
  )`;
