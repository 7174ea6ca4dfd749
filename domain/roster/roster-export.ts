/** What of an event's roster may be exported, and for what: docs/rules.md, "Rosters". */
import * as v from 'valibot';

/** In the order in which they are written. */
export const ROSTER_COLUMNS = [
  'name',
  'mobile',
  'seats',
  'state',
  'ticket',
  'enterprise',
  'creditCode',
  'post',
  'group',
  'topic',
  'signedUpAt',
  'attendedAt',
] as const;
export const RosterColumnSchema = v.picklist(ROSTER_COLUMNS);
export type RosterColumn = v.InferOutput<typeof RosterColumnSchema>;

export const EXPORT_PURPOSES = ['entry', 'contact', 'seating', 'certificate'] as const;
export const ExportPurposeSchema = v.picklist(EXPORT_PURPOSES);
export type ExportPurpose = v.InferOutput<typeof ExportPurposeSchema>;

/** A body of `POST …/roster/export`. */
export const RosterExportSchema = v.strictObject({
  columns: v.pipe(
    v.array(RosterColumnSchema),
    v.minLength(1, 'required'),
    v.check((columns) => new Set(columns).size === columns.length, 'column-twice'),
  ),
  purpose: ExportPurposeSchema,
});

/** One person's line; instants in epoch ms. What is unknown is left out, never 0. */
export type RosterLine = Readonly<
  Partial<Record<Exclude<RosterColumn, 'seats' | 'signedUpAt' | 'attendedAt'>, string>> & {
    readonly seats?: number;
    readonly signedUpAt?: number;
    readonly attendedAt?: number;
  }
>;
